import { phrase, PronError, type Phrase } from '../base/errors';
import type { ModelManifest } from '../pipeline/model-manifest';
import { anyObject, faultIn, flag, isObject, number, oneOf, orNull, text, whole, type Rule, type Rules } from './rules';

/** The name of a model, or of a file beside its manifest: never a path, never hidden. */
export const PLAIN_NAME = /^[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}$/;

const fileName: Rule = (value) =>
  typeof value === 'string' && PLAIN_NAME.test(value) ? undefined : phrase('noFileName');

/** Each key of a manifest with what it must be; keys that are not named here may be anything. */
const RULES: Rules = {
  name: text,
  title: text,
  description: text,
  architecture: oneOf('aligned-pieces', 'picture'),
  'graphs.encoder': fileName,
  'features.sampleRate': whole(1000, 192000),
  'features.fftSize': whole(16, 65536),
  'features.windowLength': whole(1, 65536),
  'features.hopLength': whole(1, 65536),
  'features.bands': whole(1, 1024),
  'features.fMin': number(0),
  'features.fMax': number(1),
  'features.melScale': oneOf('slaney', 'htk'),
  'features.melNorm': oneOf('slaney', 'none'),
  'features.preEmphasis': number(0, 1),
  'features.trimDb': orNull(number(0)),
  'features.rmsNormalise': flag,
  'features.scale': oneOf('power', 'db', 'log'),
  'features.topDb': number(0),
  'features.logOffset': number(0),
  'features.picture': oneOf('gray', 'magma', null),
  'features.pictureHeight': whole(1, 2000),
  'features.pictureWidth': whole(1, 4000),
  'score.margin': number(0),
  'verdict.maxMismatch': number(-1e6),
  'verdict.minRmsDb': number(-200),
  'verdict.maxClippedShare': number(0),
  'verdict.minSnrDb': number(-200),
  licence: text,
  training: anyObject,
  figures: anyObject,
};

/** What an architecture needs beyond `RULES`, or needs otherwise. */
const RULES_OF: Readonly<Record<ModelManifest['architecture'], Rules>> = {
  'aligned-pieces': {
    'graphs.head': fileName,
    'graphs.sentence': fileName,
    'verdict.minSpeech': number(-1e6),
    frameMs: number(0.1),
    'alignment.pieceFrames': number(1),
    'alignment.minLearnerFrames': whole(0),
    'alignment.widenFrames': whole(0),
  },
  picture: { 'features.picture': oneOf('gray', 'magma') },
};

/** Returns `value` as a manifest; throws PRON_MODEL_BROKEN that names the first key that is wrong. */
export function checkManifest(value: unknown, model: string): ModelManifest {
  if (!isObject(value)) throw broken(model, phrase('manifestNoObject'));
  checkKeys(value, RULES, model);
  checkKeys(value, RULES_OF[value['architecture'] as ModelManifest['architecture']], model); // one of them, by RULES
  if (value['name'] !== model) throw broken(model, phrase('manifestOfOther', { name: String(value['name']) }));
  return value as unknown as ModelManifest; // every key was checked
}

function checkKeys(manifest: object, rules: Rules, model: string): void {
  const fault = faultIn(manifest, rules);
  if (fault !== undefined) throw broken(model, phrase('manifestKey', { ...fault }));
}

function broken(model: string, reason: Phrase): PronError {
  return new PronError('PRON_MODEL_BROKEN', { model, reason });
}
