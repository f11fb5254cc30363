import * as v from 'valibot';
import { phrase, PronError, type Phrase } from '../base/errors';
import { modelManifestSchema, type ModelManifest } from '../pipeline/model-manifest';
import { faultIn } from './schema-fault';

/** Returns `value` itself as a manifest; throws PRON_MODEL_BROKEN that names the first key that is wrong. */
export function checkManifest(value: unknown, model: string): ModelManifest {
  const broken = (reason: Phrase): PronError => new PronError('PRON_MODEL_BROKEN', { model, reason });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw broken(phrase('manifestNoObject'));
  if (!v.is(modelManifestSchema, value)) throw broken(phrase('manifestKey', { ...faultIn(modelManifestSchema, value) }));
  if (value.name !== model) throw broken(phrase('manifestOfOther', { name: value.name }));
  return value;
}
