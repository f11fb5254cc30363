import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Command } from '../../../../base/command-line/command';
import { needed, readOptions } from '../../../../base/command-line/options';
import { progressLine } from '../../../../base/command-line/progress';
import { openEar } from '../../../../engine/ear/ear';
import { createPhoneProbe, type PhoneProbe, type Probed } from '../../../../engine/ear/phone-probe';
import { spokenWords } from '../../../../engine/ear/spoken-words';
import { createInference } from '../../../../engine/inference';
import { readAudio } from '../../../../engine/offline/read-audio';
import { readTable, requireColumns } from '../../../../base/table/table';
import { findEar } from '../../../../models/ear';
import { GROUPS, groupsOf, type Group } from '../../../../pipeline/ear/contrasts/groups';
import { cepstraOfRecording } from '../../../../pipeline/ear/contrasts/measures';
import { momentsOf } from '../../../../pipeline/ear/contrasts/moments';
import { measuresOf, placedPhones, witnessed, type Witness } from '../../../../pipeline/ear/contrasts/witness';
import { EAR_RATE, earSamples } from '../../../../pipeline/ear/samples';
import { spell } from '../../../../pipeline/ear/spelling';
import { decodeWav } from '../../../../pipeline/wav';
import { donorsOf, type Recorded, type TimedPhone } from './donors';
import { regression, type Example } from './regression';
import { loudnessOf, spliced } from './splice';

const help = `node tools/run.mjs training ear-splices --list splices.tsv --phones phones.tsv --heads DIR --out FILE [--most N]

Natives' sounds replaced by others of the same contrast and speaker: does the ear follow the sound or the text?

  --list FILE    table of training/ear/korean/train.py: id, file, text, speaker, part, and the graph that has not learned from it
  --phones FILE  the phones' times, of training/ear/korean/align.py
  --heads DIR    the graphs
  --most N       splices of sounds that are told apart from one another (default 10)
  --contrasts A,B  only those; all unless given
  --out FILE     a row for each sound and each other sound that it may be taken for
  --witness FILE the second witness, learned from all recordings
`;

interface Opened extends Recorded {
  readonly text: string;
  readonly head: string;
}

const HEADER = 'kind\tid\tplace\tgroup\texpected\tsaid\tother\tprobe\twitness';

async function run(argv: readonly string[]): Promise<number> {
  const string = { type: 'string' } as const;
  const options = readOptions('ear-splices', argv, { list: string, phones: string, heads: string, out: string, most: string, witness: string, contrasts: string });
  const [list, times, heads, out] = (['list', 'phones', 'heads', 'out'] as const).map((name) => needed('ear-splices', name, options[name])) as [string, string, string, string];
  const recordings = await readRecordings(list, times);
  const hear = await hearer(heads);
  const right = await inTurn('recordings', recordings, async (recording) => ({ recording, heard: await hear(recording, recording.samples) }));
  const examples = right.flatMap(({ recording: { part }, heard }) => examplesOf(heard).map((example) => ({ part, ...example })));
  const witnesses = new Map([...new Set(examples.map(({ part }) => part))].map((part) => [part, learned(examples.filter((example) => example.part !== part))]));
  const lines = right.flatMap(({ recording, heard }) => {
    return heard.probed.phones.flatMap((_, place) => rowsOf('right', recording, heard, place, '', witnesses.get(recording.part) ?? new Map()));
  });
  const wanted = options.contrasts?.split(',') ?? GROUPS.map(({ name }) => name);
  const splices = GROUPS.filter(({ name }) => wanted.includes(name)).flatMap((group) => donorsOf(recordings, group, Number(options.most ?? 10)));
  const found = await inTurn('splices', splices, async (splice) => {
    const { target, donor, place, kind } = splice;
    const loudness = loudnessOf(target.level, EAR_RATE) / loudnessOf(donor.level, EAR_RATE);
    const heard = await hear(target.recording as Opened, spliced(target.cut, donor.cut, EAR_RATE, loudness));
    return rowsOf(kind, target.recording, heard, place, donor.symbol, witnesses.get(target.recording.part) ?? new Map());
  });
  await writeFile(out, `${[HEADER, ...lines, ...found.flat()].join('\n')}\n`);
  if (options.witness !== undefined) await writeFile(options.witness, JSON.stringify(Object.fromEntries(learned(examples))));
  return 0;
}

async function inTurn<From, To>(name: string, items: readonly From[], work: (item: From) => Promise<To>): Promise<To[]> {
  const progress = progressLine(name, items.length);
  const out: To[] = [];
  for (const item of items) {
    out.push(await work(item));
    progress.step(0);
  }
  progress.end();
  return out;
}

interface Heard {
  readonly probed: Probed;
  /** Of a phone in a group; undefined where they can't be measured. */
  readonly measures: (place: number, group: Group) => number[] | undefined;
}

async function hearer(heads: string): Promise<(recording: Opened, samples: Float32Array) => Promise<Heard>> {
  const found = await findEar();
  const inference = createInference({ only: 'native' });
  const ear = await openEar(found, inference);
  const { ko } = found.manifest.probes;
  const speak = spokenWords('ko');
  if (ko === undefined || speak === undefined) throw new Error('ear.json has no probe for ko');
  const opened = new Map<string, PhoneProbe>();
  return async ({ text, head }, recorded) => {
    const probe = opened.get(head) ?? createPhoneProbe(await inference.open(await readFile(join(heads, `${head}.onnx`))), ko, speak);
    opened.set(head, probe);
    const { samples, startMs } = earSamples({ samples: recorded, sampleRate: EAR_RATE });
    const probed = await probe.probe(await ear.listen(samples), spell(text, 'ko'), startMs);
    const moments = momentsOf(samples);
    const whole = cepstraOfRecording(moments);
    const phones = placedPhones(probed.phones, probed.aligned);
    return { probed, measures: (place, group) => measuresOf(moments, whole, phones, place, group) };
  };
}

async function readRecordings(list: string, times: string): Promise<Opened[]> {
  const table = await readTable(list);
  requireColumns(table, list, ['id', 'file', 'text', 'speaker', 'part', 'head']);
  const phones = await readTable(times);
  requireColumns(phones, times, ['id', 'phone', 'start', 'end']);
  return Promise.all(
    table.rows.map(async ({ fields: { id = '', file = '', text = '', speaker = '', part = '', head = '' } }) => {
      const { samples } = decodeWav(await readAudio(resolve(dirname(list), file)));
      const own = phones.rows.filter(({ fields }) => fields['id'] === id);
      const timed = own.map(({ fields: { phone = '', start, end } }): TimedPhone => ({ symbol: phone, start: Number(start), end: Number(end) }));
      return { id, text, speaker, part, head, samples, phones: timed };
    }),
  );
}

function examplesOf({ probed, measures }: Heard): (Example & { group: string })[] {
  return probed.phones.flatMap(({ symbol }, place) =>
    groupsOf(symbol).flatMap(({ group, row }) => {
      const numbers = measures(place, group);
      return numbers === undefined ? [] : [{ group: group.name, measures: numbers, member: row.indexOf(symbol) }];
    }),
  );
}

function learned(examples: readonly (Example & { group: string })[]): Map<string, Witness> {
  return new Map(GROUPS.map(({ name, rows }) => [name, regression(examples.filter(({ group }) => group === name), rows[0]?.length ?? 0)]));
}

/** How much likelier than the expected sound each other one is, by both witnesses, nats. */
function rowsOf(kind: string, { id }: Recorded, { probed, measures }: Heard, place: number, said: string, witnesses: ReadonlyMap<string, Witness>): string[] {
  const symbol = probed.phones[place]?.symbol ?? '';
  return groupsOf(symbol).flatMap(({ group, row }) => {
    const numbers = measures(place, group);
    const witness = witnesses.get(group.name);
    if (numbers === undefined || witness === undefined || (said !== '' && !row.includes(said))) return [];
    const logs = witnessed(witness, numbers);
    const own = row.indexOf(symbol);
    return row.flatMap((other, i) => {
      if (i === own) return [];
      const lead = [probed.logOf(place, other) - probed.logOf(place, symbol), (logs[i] as number) - (logs[own] as number)];
      return [[kind, id, place, group.name, symbol, said, other, ...lead.map((nats) => nats.toFixed(3))].join('\t')];
    });
  });
}

export const earSplices: Command = { help, run };
