import { createRequire } from 'node:module';

import { packageVersion } from '../../base/package-version';
import { earFault, findEar } from '../../models/ear';
import { builtInVoices, isBuiltInInstalled, type BuiltInVoice } from '../../voices';

/** What the protocol says of a program or a model. */
interface Artifact {
  readonly name: string;
  readonly description: string;
  readonly version: string;
  readonly installed: boolean;
  readonly attribution: { readonly name: string; readonly url: string };
}

/** Words of the node's catalogue for people who choose in another program. */
export interface Descriptions {
  readonly voices: string;
  readonly ear: string;
}

const HOME = 'https://github.com/makerspeech/node-red-pronunciation';
const OURS = { name: 'node-red-pronunciation', url: HOME };
const ESPEAK = { name: 'eSpeak NG', url: 'https://github.com/espeak-ng/espeak-ng' };
const WHISPER = { name: 'OpenAI', url: 'https://github.com/openai/whisper' };
const VOICE_PACKAGE = '@echogarden/espeak-ng-emscripten';

/** A package's version; its own package.json may not be exported, so it is looked for above its main file. */
function versionOf(name: string): string {
  const main = createRequire(__filename).resolve(name);
  const end = main.lastIndexOf(name) + name.length;
  return packageVersion(main.slice(0, end));
}

function voiceOf({ tag, speakers }: BuiltInVoice, version: string): Artifact & { readonly languages: readonly string[]; readonly speakers: readonly object[] } {
  return { name: tag, description: `eSpeak NG ${tag}`, version, installed: true, attribution: ESPEAK, languages: [tag], speakers: speakers.map((name) => ({ name })) };
}

async function voicesProgram(description: string): Promise<object> {
  const version = versionOf(VOICE_PACKAGE);
  const voices = (await builtInVoices()).map((voice) => voiceOf(voice, version));
  return { name: 'pronunciation-voices', description, version: packageVersion(), installed: true, attribution: OURS, voices, supports_synthesize_streaming: false };
}

async function earProgram(description: string): Promise<object> {
  const { manifest, folder } = await findEar();
  const model = { name: manifest.name, description, version: packageVersion(folder), installed: true, attribution: WHISPER, languages: manifest.languages };
  return { name: 'pronunciation-ear', description, version: packageVersion(), installed: true, attribution: OURS, models: [model], supports_transcript_streaming: false };
}

/**
 * The data of an `info` event: the programs that are offered and installed here.
 * @throws PronError where a voice or the ear is installed but broken
 */
export async function wyomingInfo(offered: { readonly voices: boolean; readonly ear: boolean }, descriptions: Descriptions): Promise<object> {
  const hasVoices = offered.voices && isBuiltInInstalled();
  const hasEar = offered.ear && earFault() === null;
  return {
    asr: hasEar ? [await earProgram(descriptions.ear)] : [],
    tts: hasVoices ? [await voicesProgram(descriptions.voices)] : [],
    handle: [], intent: [], wake: [], mic: [], snd: [],
  };
}
