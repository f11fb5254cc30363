import { basename, join } from 'node:path';
import type { Command } from '../../base/command-line/command';
import { countOption, needed, readOptions } from '../../base/command-line/options';
import { UsageError } from '../../base/command-line/usage-error';
import { seededRandom } from '../../base/random';
import { readAudio } from '../../engine/offline/read-audio';
import { findModel, modelNames } from '../../models/store';
import { USER_MODELS } from '../../models/user-folders';
import { PLAIN_NAME, type PictureManifest } from '../../pipeline/model-manifest';
import { inputsOf, LESSON_SHAPE, tilesOf } from '../../pipeline/picture-training/network';
import { LESSON_RATE, ORIGINAL, trainPictures, type TrainingSet } from '../../pipeline/picture-training/train';
import { pictureOf } from '../../pipeline/picture';
import { recordingMel } from '../../pipeline/recording-mel';
import { pictureInput } from '../../pipeline/siamese/compare-pictures';
import { decodeWav } from '../../pipeline/wav';
import { deleteDataSet, wavFilesIn, type SpeakerClass } from '../pictures/data-set';
import { deleteModel, writeModel } from '../pictures/trained-model';
import { usualUserDir } from '../user-dir';

/** Its pictures are those of the original project. */
const LIKE = 'picture-gray';
const LEAST = { native: 2, foreigner: 1 } as const;
/** A folder that was named by mistake ends soon. */
const MOST = 1000;
const MOST_EPOCHS = 1000;
/** How many lines tell of the training. */
const REPORTS = 20;

const help = `pronunciation train-pictures --data DIR [--learners DIR] [--out DIR] [--name NAME] [--epochs N] [--seed N]
pronunciation train-pictures --data DIR [--out DIR] [--name NAME] --delete

Trains a small Siamese network to tell natives from foreigners by pictures of their recordings, as a first model often is made, and
writes it as a model for the mel and score nodes. It is for lessons: its scores jump. Nothing is sent anywhere.

  --data DIR    a folder with the folders native (at least ${LEAST.native} recordings) and foreigner (at least ${LEAST.foreigner}), WAV files; ${MOST} of each at most
  --learners DIR  a further folder with recordings of foreigners, which --delete leaves alone
  --out DIR     default ${USER_MODELS} in the user directory of Node-RED, whose nodes find it there at once
  --name NAME   default my-first-model
  --epochs N    default ${ORIGINAL.epochs}: how often every recording is looked at
  --seed N      default 1: where the weights begin. Another one gives another model
  --delete      deletes the recordings in both folders, and the model, in place of training
`;

async function run(argv: readonly string[]): Promise<number> {
  const options = readOptions('train-pictures', argv, {
    data: { type: 'string' },
    learners: { type: 'string' },
    out: { type: 'string', default: join(usualUserDir(), USER_MODELS) },
    name: { type: 'string', default: 'my-first-model' },
    epochs: { type: 'string' },
    seed: { type: 'string' },
    delete: { type: 'boolean', default: false },
  });
  const { out, name } = options;
  const data = needed('train-pictures', 'data', options.data);
  await checkName(name);
  if (options.delete) return deleteAll(data, out, name);

  const epochs = countOption('epochs', options.epochs, ORIGINAL.epochs, 1, MOST_EPOCHS);
  const seed = countOption('seed', options.seed, 1, 0, 2 ** 31 - 1);
  const like = (await findModel(LIKE)).manifest as PictureManifest;
  const set: TrainingSet = {
    natives: await readClass('native', [join(data, 'native')], like),
    foreigners: await readClass('foreigner', [join(data, 'foreigner'), ...(options.learners === undefined ? [] : [options.learners])], like),
  };
  const [natives, foreigners] = [set.natives.length, set.foreigners.length];
  process.stdout.write(`${natives} recordings of natives, ${foreigners} of foreigners; ${weightsCount()} weights.\n`);

  const training = trainPictures(set, LESSON_SHAPE, { ...ORIGINAL, epochs, rate: LESSON_RATE, random: seededRandom(seed) });
  let loss = Number.NaN;
  for (let epoch = 1; ; epoch++) {
    const { done, value } = training.next();
    if (done === true) {
      const facts = { command: 'pronunciation train-pictures', created: new Date().toISOString(), natives, foreigners, epochs, seed, loss };
      await writeModel(out, name, value, facts, like);
      break;
    }
    loss = value;
    if (epoch % Math.ceil(epochs / REPORTS) === 0 || epoch === epochs) process.stdout.write(`epoch ${epoch} of ${epochs}, loss ${loss.toFixed(3)}\n`);
  }
  process.stdout.write(`Written to ${out}: choose the model ${name} in a mel node and in a score node.\n`);
  return 0;
}

/** A model that comes with the nodes can't be replaced: it would be found first. */
async function checkName(name: string): Promise<void> {
  if (!PLAIN_NAME.test(name)) throw new UsageError(`--name is "${name}"; it must be letters, digits, dots and dashes.`);
  if ((await modelNames([])).includes(name)) throw new UsageError(`--name is "${name}", which comes with the nodes; choose another name.`);
}

async function deleteAll(data: string, out: string, name: string): Promise<number> {
  const { deleted, left } = await deleteDataSet(data);
  await deleteModel(out, name);
  process.stdout.write(`Deleted ${deleted} recordings and the model ${name}; ${left} recordings are left.\n`);
  return left === 0 ? 0 : 1;
}

/** The pictures of a class. A recording that can't be read, or has no sound, is named and left out. */
async function readClass(speakers: SpeakerClass, folders: readonly string[], like: PictureManifest): Promise<Float32Array[]> {
  const files = (await Promise.all(folders.map(wavFilesIn))).flat();
  const pictures: Float32Array[] = [];
  for (const file of files.slice(0, MOST)) {
    const wav = await readAudio(file);
    try {
      pictures.push(tilesOfRecording(wav, like));
    } catch (error) {
      process.stderr.write(`${basename(file)} is left out: ${(error as Error).message.replace(/\.$/, '')}.\n`);
    }
  }
  const least = LEAST[speakers];
  if (pictures.length >= least) return pictures;
  throw new UsageError(`There are ${pictures.length} recordings of a ${speakers} in ${folders.join(' and ')}; at least ${least} are needed: gather some first.`);
}

function tilesOfRecording(wav: Uint8Array, { features }: PictureManifest): Float32Array {
  const mel = recordingMel(decodeWav(wav), features);
  if (mel.frames === 0) throw new Error('it is silent');
  const picture = pictureOf(mel, features.picture, LESSON_SHAPE.height, LESSON_SHAPE.width, features.topDb);
  return tilesOf(pictureInput(picture), LESSON_SHAPE);
}

function weightsCount(): number {
  const { hidden, embedding } = LESSON_SHAPE;
  return hidden * (inputsOf(LESSON_SHAPE) + 1) + embedding * (hidden + 1);
}

export const trainPicturesCommand: Command = { help, run };
