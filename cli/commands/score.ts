import { writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { mapInParallel } from '../../base/serialise';
import type { ScoreReference } from '../../engine/jobs';
import { contourOf } from '../../pipeline/prosody/contour';
import { decodeWav } from '../../pipeline/wav';
import type { Command } from '../../base/command-line/command';
import { modelFolders, needed, readOptions } from '../../base/command-line/options';
import { checkOutputFile } from '../../base/command-line/output-file';
import { readAudio } from '../../engine/offline/read-audio';
import { referenceVoice, type ReferenceVoice } from '../../engine/offline/reference-voice';
import { scoreInEnglish, scoreReport } from '../score-report';
import { openScoring, type Scoring } from '../../engine/offline/scoring';
import { VOICE_HELP, VOICE_OPTIONS, voiceChoice } from '../../engine/offline/voice-options';
import { UsageError } from '../../base/command-line/usage-error';

/** More take long, and hardly make a score better. */
const MOST_REFERENCES = 5;

const help = `pronunciation score --learner a.wav (--reference b.wav ... | --text "..." --language ko) [--model NAME] [--json]
                    [--picture FILE.png]

Compares a learner's recording with a reference and prints what the score node puts into
msg.pronunciation.score.

  --learner FILE    WAV; FLAC, Opus and others where ffmpeg is installed
  --reference FILE  a recording of the same sentence; repeatable, up to ${MOST_REFERENCES} with the voice: the nearest counts. And, or:
  --text TEXT       the sentence, spoken by a voice; pronunciation spell prints what is said for it
  --language TAG    of the text (BCP 47): ko, en-US
${VOICE_HELP}
  --model NAME      default: default
  --models DIR      a further folder of models
  --calibration FILE   what calibrate has written for this model: the score is then what that teacher would give
  --picture FILE    writes a PNG: the reference above, the learner below, on the learner's time, and between them
                    a band from green (alike) to dark red (not)
  --json            all details as JSON: verdict, value (null unless scored), calibrated (then also uncalibrated,
                    the value without it), points (the value if it were
                    not refused), siamese (by the sounds alone, without the ear), distance, tier, model, backend, ms,
                    frames: {hopMs, startMs, distance along the learner's time axis}, reference: {place from 0, of, voice: the
                    file or the engine} of the nearest one, message, and for a text that
                    a voice has spoken words: [{text, startMs, endMs in the learner's recording, score, tier}]; and, where
                    the ear is installed, heard: see pronunciation hear --help. In English and Korean each
                    word has then syllables, in the form of the words. prosody has the pitch of both voices, how their sentences
                    end, how fast they speak, and their pauses: see docs/message.md

Exit code 0 for any verdict, 1 for an error.
`;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('score', argv, {
    learner: { type: 'string' },
    reference: { type: 'string', multiple: true, default: [] },
    text: { type: 'string' },
    language: { type: 'string' },
    model: { type: 'string', default: 'default' },
    models: { type: 'string' },
    calibration: { type: 'string' },
    picture: { type: 'string' },
    json: { type: 'boolean', default: false },
    ...VOICE_OPTIONS,
  });
  const voice = referenceVoice(voiceChoice(options));
  const learnerPath = needed('score', 'learner', options.learner);
  const { text, reference: files, picture } = options;
  const count = files.length + (text === undefined ? 0 : 1);
  if (count === 0) throw new UsageError('Give --reference or --text. See: pronunciation score --help');
  if (count > MOST_REFERENCES) throw new UsageError(`There are ${count} references; at most ${MOST_REFERENCES} are compared.`);
  const language = text === undefined ? '' : needed('score', 'language', options.language);
  if (picture !== undefined) await checkPicture(picture, [learnerPath, ...files]);

  const scoring = await openScoring(options.model, modelFolders(options.models), options.calibration);
  try {
    const recording = await readAudio(learnerPath);
    const heard = text === undefined ? undefined : await scoring.hear(recording, text, language);
    const learner = { ...(await scoring.learner(recording)), heard };
    const spoken = text === undefined ? [] : [await spokenReference(scoring, voice, text, language)];
    const recorded = await mapInParallel(files, 1, async (file) => referenceOf(scoring, await readAudio(file), { voice: basename(file) }));
    const [{ reference, ...first }, ...others] = [...spoken, ...recorded] as [ScoreReference, ...ScoreReference[]]; // count > 0
    const wanted = { ...first, others, learnerContour: contourOf(decodeWav(recording)), pairPicture: picture !== undefined };
    const { image, prosody, ...details } = await scoring.score(learner, reference, wanted);
    const score = { ...scoreInEnglish(details, heard), ...(heard === undefined ? {} : { heard }), ...(prosody === undefined ? {} : { prosody }) };
    if (picture !== undefined) await writePicture(picture, image);
    process.stdout.write(options.json ? `${JSON.stringify(score, null, 2)}\n` : scoreReport(score, heard, prosody));
    return 0;
  } finally {
    await scoring.close();
  }
}

/** Only a voice knows where its words are. */
async function spokenReference(scoring: Scoring, voice: ReferenceVoice, text: string, language: string): Promise<ScoreReference> {
  const { wav, words } = await voice.sayWithWords(text, language);
  return referenceOf(scoring, wav, { words, voice: voice.engine ?? undefined });
}

async function referenceOf(scoring: Scoring, wav: Uint8Array, known: Pick<ScoreReference, 'words' | 'voice'>): Promise<ScoreReference> {
  return { ...known, reference: await scoring.reference(wav), contour: contourOf(decodeWav(wav)) };
}

async function checkPicture(path: string, inputs: readonly string[]): Promise<void> {
  const input = inputs.find((each) => resolve(each) === resolve(path));
  if (input !== undefined) throw new UsageError(`--picture names the recording ${input}; name another file.`);
  await checkOutputFile('picture', path);
}

async function writePicture(path: string, image: Buffer | undefined): Promise<void> {
  if (image === undefined) process.stderr.write('No picture: there was nothing to compare.\n');
  else await writeFile(path, image);
}

export const score: Command = {
  help,
  run,
};
