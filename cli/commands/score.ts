import type { Command } from '../command';
import { modelFolders, needed, readOptions } from '../options';
import { readAudio } from '../read-audio';
import { referenceVoice } from '../reference-voice';
import { scoreOf, scoreReport } from '../score-report';
import { openScoring } from '../scoring';
import { UsageError } from '../usage-error';

const help = `pronunciation score --learner a.wav (--reference b.wav | --text "..." --language ko) [--model NAME] [--json]

Compares a learner's recording with a reference and prints what the score node puts into
msg.pronunciation.score.

  --learner FILE    WAV; FLAC, Opus and others where ffmpeg is installed
  --reference FILE  a recording of the same sentence, or:
  --text TEXT       the sentence, spoken by espeak-ng if installed, else by the built-in voice
  --language TAG    of the text (BCP 47): ko, en-US
  --model NAME      default: default
  --models DIR      a further folder of models
  --json            all details as JSON: verdict, value (null unless scored), distance, tier, model, backend, ms,
                    frames: {hopMs, startMs, distance along the learner's time axis}, message

Exit code 0 for any verdict, 1 for an error.
`;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('score', argv, {
    learner: { type: 'string' },
    reference: { type: 'string' },
    text: { type: 'string' },
    language: { type: 'string' },
    model: { type: 'string', default: 'default' },
    models: { type: 'string' },
    json: { type: 'boolean', default: false },
  });
  const learnerPath = needed('score', 'learner', options.learner);
  if ((options.reference === undefined) === (options.text === undefined)) {
    throw new UsageError('Give either --reference or --text. See: pronunciation score --help');
  }
  const { text, reference: referencePath } = options;
  const language = text === undefined ? '' : needed('score', 'language', options.language);

  const scoring = await openScoring(options.model, modelFolders(options.models));
  try {
    const learner = await scoring.learner(await readAudio(learnerPath));
    const wav = referencePath === undefined ? await referenceVoice().say(text ?? '', language) : await readAudio(referencePath);
    const score = scoreOf(await scoring.score(learner, await scoring.reference(wav)));
    process.stdout.write(options.json ? `${JSON.stringify(score, null, 2)}\n` : scoreReport(score));
    return 0;
  } finally {
    await scoring.close();
  }
}

export const score: Command = {
  name: 'score',
  summary: "one learner's recording against a reference",
  help,
  run,
};
