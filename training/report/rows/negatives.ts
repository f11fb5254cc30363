import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { groupedBy } from '../../../evaluation/grouped-by';
import type { Heard } from '../../../pipeline/ear/heard';
import type { Audio } from '../../../pipeline/types';
import { encodeWav } from '../../../pipeline/wav';
import type { Context } from '../context';
import { negatives, SAMPLE_RATE } from '../negatives';
import { intervalsOf, mean, type Measured } from '../row';

/** Most points that a sound without speech may get. */
const MOST_POINTS = 5;
/** Of such sounds, how many may get none or so few. */
const LEAST_SHARE = 0.999;
const PER_KIND = 8;
/** Recordings are cut into pieces of this length, and `PIECES` of them are used, spread over the recording. */
const PIECE_SECONDS = 3;
const PIECES = 6;

/** Each sound is compared with all of these: a sentence and a word in two languages. */
const REFERENCES = [
  ['오늘은 어제보다 훨씬 덥네요', 'ko'],
  ['네', 'ko'],
  ['the weather is lovely today', 'en-US'],
  ['yes', 'en-US'],
] as const;

interface Sound {
  readonly kind: string;
  readonly name: string;
  readonly audio: Audio;
}

interface JudgedSound extends Sound {
  /** The highest score that a learner would have seen. */
  readonly points: number;
}

/** Synthetic and recorded sounds without speech. They must get no score, whatever the text is. */
export function measureNegatives(context: Context): Promise<Measured> {
  return measure(context, { title: 'Not speech', key: 'negatives', hear: () => Promise.resolve(undefined) });
}

/** The same where the ear listens to them too. */
export function measureNegativesWithEar(context: Context): Promise<Measured> {
  return measure(context, {
    title: 'Not speech, with the ear',
    key: 'negativesWithEar',
    hear: (audio, text, language) => context.scoring.hear(encodeWav(audio).wav, text, language),
  });
}

interface Way {
  readonly title: string;
  /** In the model's figures. */
  readonly key: string;
  readonly hear: (audio: Audio, text: string, language: string) => Promise<Heard | undefined>;
}

async function measure(context: Context, { title, key, hear }: Way): Promise<Measured> {
  const sounds = [...madeUp(context.few ? 1 : PER_KIND), ...(await recorded(context))];
  const judgedSounds: JudgedSound[] = [];
  for (const sound of sounds) {
    const learner = context.hear(sound.audio);
    const judged = await Promise.all(
      REFERENCES.map(async ([text, language]) => {
        const heard = learner.speech === null ? undefined : await hear(sound.audio, text, language);
        return context.compare({ ...learner, heard }, await context.reference(text, language));
      }),
    );
    judgedSounds.push({ ...sound, points: Math.max(...judged.map(({ given }) => given)) });
  }
  const share = shareOf(judgedSounds);
  const [worst] = [...judgedSounds].sort((a, b) => b.points - a.points);
  const kinds = [...groupedBy(judgedSounds, ({ kind }) => kind)].map(([kind, some]) => [
    kind,
    { sounds: some.length, share: shareOf(some).share, worst: Math.max(...some.map(({ points }) => points)) },
  ]);
  const { share: interval } = intervalsOf(judgedSounds, ({ name }) => name, shareOf);
  return {
    rows: [
      {
        title: `${title}: share refused or with at most ${MOST_POINTS} points`,
        target: { atLeast: LEAST_SHARE },
        measured: share.share,
        interval,
        note: `${judgedSounds.length} sounds`,
      },
      {
        title: '  the most points for one of them',
        target: { atMost: MOST_POINTS },
        measured: worst?.points ?? null,
        digits: 1,
        note: worst?.name ?? '',
      },
    ],
    figures: {
      [key]: {
        sounds: judgedSounds.length,
        ...share,
        worst: { name: worst?.name, points: worst?.points },
        interval,
        kinds: Object.fromEntries(kinds) as unknown,
      },
    },
  };
}

function shareOf(sounds: readonly JudgedSound[]) {
  return { share: mean(sounds.map(({ points }) => Number(points <= MOST_POINTS))) };
}

function madeUp(perKind: number): Sound[] {
  return negatives(perKind).map(({ kind, seed, samples }) => ({
    kind,
    name: `${kind} ${seed}`,
    audio: { samples, sampleRate: SAMPLE_RATE },
  }));
}

/** Pieces of the recorded noises. The room response is one of them: it sounds like a clap. */
async function recorded(context: Context): Promise<Sound[]> {
  const folder = join(context.speech, 'noise');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.opus')).sort();
  const sounds: Sound[] = [];
  for (const file of context.few ? files.slice(0, 1) : files) {
    const { samples, sampleRate } = await context.audio(join(folder, file));
    const length = Math.min(samples.length, PIECE_SECONDS * sampleRate);
    const pieces = Math.max(1, Math.min(PIECES, Math.floor(samples.length / length)));
    for (let i = 0; i < pieces; i += 1) {
      const start = Math.floor((i * (samples.length - length)) / Math.max(1, pieces - 1));
      const piece = { samples: samples.slice(start, start + length), sampleRate };
      sounds.push({ kind: 'recorded', name: `${file} at ${(start / sampleRate).toFixed(0)} s`, audio: piece });
    }
  }
  return sounds;
}
