import { writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { readFileSync } from 'node:fs';
import type { Command } from '../../../base/command-line/command';
import { needed, readOptions } from '../../../base/command-line/options';
import { openEar, valueOf } from '../../../engine/ear/ear';
import { openPhoneHeads } from '../../../engine/ear/phone-head';
import { openJudge } from '../../../engine/ear/judge';
import { createTeacher } from '../../../engine/ear/taught';
import { likelihoodOf } from '../../../engine/ear/trial';
import { isSure } from '../../../engine/ear/evidence';
import { transcribe } from '../../../engine/ear/transcribe';
import { createInference } from '../../../engine/inference';
import { readAudio } from '../../../engine/offline/read-audio';
import { readTable } from '../../../base/table/table';
import { findEar } from '../../../models/ear';
import { earSamples } from '../../../pipeline/ear/samples';
import { spell } from '../../../pipeline/ear/spelling';
import { readDictionary, pronunciationsOf } from '../../../pipeline/ear/phones/dictionary';
import { logLikelihood } from '../../../pipeline/ear/phones/likelihood';
import { neighboursOf } from '../../../pipeline/ear/contrasts/english';
import { decodeWav } from '../../../pipeline/wav';

const help = `x`;

async function run(argv: readonly string[]): Promise<number> {
  const string = { type: 'string' } as const;
  const options = readOptions('ear-pairs', argv, { list: string, out: string, sounds: string, from: string, graph: string });
  const list = needed('ear-pairs', 'list', options.list) as string;
  const floor = Number(options.from ?? -4);
  const table = await readTable(list);
  const found = await findEar();
  const inference = createInference({ only: 'native' });
  const ear = await openEar(found, inference);
  const head = (await openPhoneHeads(found, inference)).get('en');
  if (head === undefined) return 1;
  const graph = await inference.open(readFileSync(options.graph as string));
  const judge = await openJudge(found, inference);
  const teach = createTeacher(ear);
  const teacher = { ear, teach, decision: found.manifest.decision };
  const dictionary = readDictionary(gunzipSync(readFileSync('ear/english.txt.gz')));
  const sounds = readDictionary(gunzipSync(readFileSync(options.sounds as string)));
  const idOf = (s: string): number => head.symbols.indexOf(s) + 1;
  const lines = ['id\tword\tasked\tother\tcontrast\tplace\texpected\tsaid\tgoodness\tlowest\twordscore\ttotal\tlead\tlikelier\tprior\tsure\town'];
  const prompt = ear.tokens.prompt('en-US') ?? [];
  let k = 0;
  for (const { fields } of table.rows) {
    const { id = '', file = '', text = '' } = fields;
    if (k++ % 50 === 0) console.error(k, table.rows.length);
    const { samples, startMs } = earSamples(decodeWav(await readAudio(resolve(dirname(list), file))));
    const listened = await ear.listen(samples);
    const spelled = spell(text, 'en-US');
    const { words, end } = spelled;
    const pieces = spelled.pieces.map((piece) => ({ text: piece.trim() }));
    const taught = await teach(listened, spelled, prompt);
    const { phones } = await head.hear(listened, words);
    const dims2 = [listened.frames, listened.size];
    const { logPosterior } = await graph.run({ block4: { data: listened.block4, dims: dims2 }, block5: { data: listened.block5, dims: dims2 } });
    const posteriors = { data: valueOf({ logPosterior }, 'logPosterior').data, frames: listened.frames, symbols: head.symbols.length + 1 };
    const judged = await judge({ listened, samples, taught, words, startMs }, 'en-US');
    const transcript = await transcribe(ear, listened, prompt, taught.passes.heard);
    const sure = isSure(transcript, teacher.decision);
    const dims: string[] = [];
    for (const [w, word] of words.entries()) {
      const at = phones.flatMap((phone, i) => (phone.word === w ? [i] : []));
      if (at.length === 0) continue;
      const own = at.map((i) => head.symbols[(phones[i]?.symbol ?? 1) - 1] as string);
      const [first, last] = [at[0] as number, at.at(-1) as number];
      const from = phones[first - 1]?.end ?? 0;
      const to = phones[last + 1]?.start ?? posteriors.frames;
      const variants = pronunciationsOf(word, dictionary);
      const keys = new Set(variants.map((v) => v.join('-')));
      const base = Math.max(...variants.map((v) => logLikelihood(posteriors, v.map(idOf), from, to)));
      const own1 = logLikelihood(posteriors, own.map(idOf), from, to);
      for (const n of neighboursOf(own)) {
        const key = n.phones.join('-');
        if (keys.has(key)) continue;
        const spellings = sounds(key).map(([s]) => s as string).filter((s) => s !== word.toLowerCase());
        if (spellings.length === 0) continue;
        const lead = logLikelihood(posteriors, n.phones.map(idOf), from, to) - base;
        if (lead < floor) continue;
        const goodness = at.map((i) => judged.phones[i]?.goodness ?? 0);
        for (const s of spellings) {
          const other = pieces.map((p, i) => (i === w ? { text: p.text.replace(/[\p{L}\p{N}'’-]+/u, s) } : p));
          const l = await likelihoodOf(teacher, listened, { taught, end, language: 'en-US' }, other);
          if (l === undefined) continue;
          lines.push([id, w, word, s, n.contrast, n.place, n.expected, n.said, (goodness[Math.min(n.place, at.length - 1)] ?? 0).toFixed(1), Math.min(...goodness).toFixed(1), (judged.words[w] ?? 0).toFixed(1), judged.rating.total.toFixed(1), lead.toFixed(3), l.likelier.toFixed(3), (await l.expected()).toFixed(3), sure ? 1 : 0, (base - own1).toFixed(2)].join('\t'));
        }
      }
    }
    void dims;
  }
  await writeFile(options.out as string, `${lines.join('\n')}\n`);
  return 0;
}

export const earPairs: Command = { help, run };
