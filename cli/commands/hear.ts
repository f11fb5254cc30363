import type { Command } from '../../base/command-line/command';
import { readFileAndOptions } from '../../base/command-line/options';
import { acquireEngine } from '../../engine/engine';
import { readAudio } from '../../engine/offline/read-audio';
import { hearReport } from '../hear-report';

const help = `pronunciation hear FILE [--language ko] [--text "..."] [--json]

Prints what was said in a recording, word by word. With a text it prints which of its words were said, left out or
said otherwise, and which were added. Needs the ear: npm install @makerspeech/pronunciation-ear

  FILE             WAV; FLAC, Opus and others where ffmpeg is installed. Up to 29 s of speech
  --language TAG   of what is said (BCP 47), default ko
  --text TEXT      what should have been said
  --json           the same as JSON: text, sure (whether the speaker was understood well), language, completeness
                   (share of the text's words that were said; null without a text), words: [{text, startMs, endMs,
                   error: none, mispronunciation or omission, confidence, score}], insertions: [{text, startMs,
                   endMs, before: the place of the text's next word, from 0}], model, backend, ms; with a text also
                   rating: {total, accuracy, fluency, prosodic}, as experts would rate, and phones:
                   [{word, symbol, startMs, endMs, goodness}]; in English and Korean phones also syllable, and each
                   word syllables: [{text, startMs, endMs, score}]; for Korean phones also heardAs and confidence;
                   scores, ratings and goodness 0 to 100. Where a sound was said as another one, hints: [{word,
                   expected, said, contrast, confidence}]; an English word that sounded like another common word
                   has also heardAs: that word

Exit code 0 whatever was said, 1 for an error.
`;

async function run(argv: readonly string[]): Promise<number> {
  const { file, values } = readFileAndOptions('hear', argv, {
    language: { type: 'string', default: 'ko' },
    text: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const engine = acquireEngine();
  try {
    const { language, text } = values;
    const { heard } = await engine.run({ kind: 'hear', wav: await readAudio(file), language, text });
    process.stdout.write(values.json ? `${JSON.stringify(heard, null, 2)}\n` : hearReport(heard));
    return 0;
  } finally {
    await engine.release();
  }
}

export const hear: Command = { help, run };
