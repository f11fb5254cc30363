import { sharedAnswer } from '../base/shared-answer';
import { primaryLanguage } from '../pipeline/language-tag';
import { builtInCatalogue } from './built-in';
import { espeakNgCatalogue } from './espeak-ng';
import { httpVoices } from './http';
import type { VoiceEngine, VoiceServer } from './request';
import { foldersIn, voicesFolder } from './teacher/folders';
import { systemVoices } from './system-voices';
import { resolveVoice, type VoiceCatalogue } from './voice-name';
import { wyomingVoices } from './wyoming/voices';

const listSystemVoices = sharedAnswer(() => systemVoices());

/** A voice to choose from. */
export interface OfferedVoice {
  /** What the setting `voice` takes. */
  readonly name: string;
  /** `plain`: as it is; `higher`, `lower`: a variant; `accent`: another voice of the language; `system`, `server`: whatever; `teacher`: who has recorded texts. */
  readonly kind: 'plain' | 'higher' | 'lower' | 'accent' | 'system' | 'server' | 'teacher';
}

/** Of a hundred variants those that sound like other people. The Korean voice has 105 Hz, with these 171 to 200 Hz and
 *  94 to 99 Hz. */
const HIGHER = ['f3', 'f5', 'f1', 'f4'];
const LOWER = ['m8', 'm4', 'm1'];

const NO_SERVER: VoiceServer = { address: '', key: '' };

const offered = (names: readonly string[]): OfferedVoice[] => names.map((name) => ({ name, kind: 'server' }));

/** The voices of a language in a catalogue of espeak-ng. @throws PronError PRON_TTS_VOICE where it has none */
export function espeakVoices(language: string, { voices, variants }: VoiceCatalogue): OfferedVoice[] {
  const base = resolveVoice(language, undefined, { voices, variants });
  const tags = [...new Set(voices.map(({ tags: [own = ''] }) => own))];
  const offer = (names: readonly string[], kind: 'higher' | 'lower'): OfferedVoice[] =>
    names.filter((name) => variants.includes(name)).map((name) => ({ name: `${base}+${name}`, kind }));
  return [
    { name: base, kind: 'plain' },
    ...offer(HIGHER, 'higher'),
    ...offer(LOWER, 'lower'),
    ...tags.filter((tag) => tag !== base && primaryLanguage(tag) === primaryLanguage(base)).sort().map((name) => ({ name, kind: 'accent' as const })),
  ];
}

/** A voice of the built-in engine: its own language tag, and variants that sound like other people. */
export interface BuiltInVoice {
  readonly tag: string;
  readonly speakers: readonly string[];
}

/** Every voice of the built-in engine. @throws PronError as `voicesOf` */
export async function builtInVoices(): Promise<BuiltInVoice[]> {
  const { voices, variants } = await builtInCatalogue();
  const speakers = [...HIGHER, ...LOWER].filter((name) => variants.includes(name));
  const tags = new Set(voices.flatMap(({ tags: [own] }) => (own === undefined ? [] : [own])));
  return [...tags].sort().map((tag) => ({ tag, speakers }));
}

/** The teachers in Node-RED's user directory. */
export async function teachersIn(userDir: string): Promise<OfferedVoice[]> {
  return (await foldersIn(voicesFolder(userDir))).map((name) => ({ name, kind: 'teacher' }));
}

/**
 * The voices that an engine has for a language, the engine's own choice first. Those of piper are files wherever the
 * user has put them; a command and a recording have none. A server is asked only where the user has set its address.
 * @throws PronError PRON_TTS_ENGINE, PRON_TTS_VOICE, PRON_TTS_NO_SYSTEM_VOICE, PRON_TTS_SERVER, PRON_TTS_FAILED, PRON_TTS_TIMEOUT
 */
export async function voicesOf(engine: VoiceEngine, language: string, { address, key }: VoiceServer = NO_SERVER): Promise<OfferedVoice[]> {
  switch (engine) {
    case 'built-in':
      return espeakVoices(language, await builtInCatalogue());
    case 'espeak-ng':
      return espeakVoices(language, await espeakNgCatalogue());
    case 'system':
      return (await listSystemVoices()).map((name) => ({ name, kind: 'system' }));
    case 'http':
      return address === '' ? [] : offered(await httpVoices(address, key));
    case 'wyoming':
      return address === '' ? [] : offered(await wyomingVoices(address, language));
    case 'piper':
    case 'command':
    case 'recording':
    case 'recordings':
      return [];
  }
}
