import { readFile, writeFile } from 'node:fs/promises';
import type { Command } from '../../../../base/command-line/command';
import { needed, readOptions } from '../../../../base/command-line/options';
import { readTable, requireColumns } from '../../../../base/table/table';
import { GROUPS } from '../../../../pipeline/ear/contrasts/groups';
import { confidenceOf } from '../../../../engine/ear/hints';
import type { Witness } from '../../../../pipeline/ear/contrasts/witness';
import { followed, limitFor, named, type Tried } from './figures';

const help = `node tools/run.mjs training ear-splice-figures --tried FILE [--false SHARE] [--find SHARE] [--witness FILE]

What the command ear-splices found, and from which confidence on a contrast may be named.

  --tried FILE    its table
  --false SHARE   of natives' right sounds of a contrast that may be named as others (default 0.01)
  --find SHARE    of spliced sounds that must be named rightly; a contrast that misses it is never named (default 0.5)
  --witness FILE  its second witness: the limits are written into it
`;

/** Above every confidence. */
const NEVER = 2;

async function run(argv: readonly string[]): Promise<number> {
  const string = { type: 'string' } as const;
  const options = readOptions('ear-splice-figures', argv, { tried: string, false: string, find: string, witness: string });
  const file = needed('ear-splice-figures', 'tried', options.tried);
  const all = await readTried(file);
  const limits = new Map<string, number>();
  console.log('contrast\tkind\tcount\tprobe follows/keeps\tmeasures follows/keeps\tlimit\tnamed right\tnamed wrong');
  for (const { name } of GROUPS) {
    const own = all.filter(({ group }) => group === name);
    const right = own.filter(({ kind }) => kind === 'right');
    const limit = limitFor(right, Number(options.false ?? 0.01), confidenceOf);
    const found = share(own.filter(({ kind }) => kind === 'with-vowel' || (kind === 'sound' && !own.some((other) => other.kind === 'with-vowel'))), (tried) => named(tried, limit, confidenceOf) === tried.said);
    limits.set(name, found >= Number(options.find ?? 0.5) ? limit : NEVER);
    for (const kind of ['right', 'sound', 'with-vowel'] as const) {
      const tried = own.filter((one) => one.kind === kind);
      if (tried.length === 0) continue;
      const both = ([0, 1] as const).map((witness) => followed(tried, witness)).map(({ follows, keeps }) => `${follows.toFixed(2)} / ${keeps.toFixed(2)}`);
      const names = tried.map((one) => ({ said: one.said, name: named(one, limit, confidenceOf) }));
      const [hit, miss] = [names.filter(({ said, name: heard }) => heard === said), names.filter(({ said, name: heard }) => heard !== undefined && heard !== said)];
      console.log([name, kind, tried.length, ...both, limit, ...[hit, miss].map(({ length }) => (length / tried.length).toFixed(3))].join('\t'));
    }
  }
  if (options.witness !== undefined) await addLimits(options.witness, limits);
  return 0;
}

function share<Item>(items: readonly Item[], is: (item: Item) => boolean): number {
  return items.filter(is).length / Math.max(1, items.length);
}

async function addLimits(file: string, limits: ReadonlyMap<string, number>): Promise<void> {
  const witnesses = JSON.parse(await readFile(file, 'utf8')) as Record<string, Witness>;
  const limited = Object.entries(witnesses).map(([name, witness]) => [name, { ...witness, least: limits.get(name) ?? NEVER }]);
  await writeFile(file, JSON.stringify(Object.fromEntries(limited)));
}

async function readTried(file: string): Promise<Tried[]> {
  const table = await readTable(file);
  requireColumns(table, file, ['kind', 'id', 'place', 'group', 'expected', 'said', 'other', 'probe', 'witness']);
  const sounds = new Map<string, Tried>();
  for (const { fields } of table.rows) {
    const { kind = '', id = '', place = '', group = '', said = '', other = '' } = fields;
    const key = [kind, id, place, group, said].join('\t');
    const leads = [Number(fields['probe']), Number(fields['witness'])] as const;
    const { others } = sounds.get(key) ?? { others: [] };
    sounds.set(key, { kind: kind as Tried['kind'], group, said, others: [...others, { symbol: other, leads }] });
  }
  return [...sounds.values()];
}

export const earSpliceFigures: Command = { help, run };
