import { primaryLanguage } from '../../pipeline/language-tag';
import { LIST_TIMEOUT_MS, MAX_LISTED_VOICES } from '../server';
import { askWyoming } from './conversation';


interface Listed {
  readonly name?: unknown;
  readonly languages?: unknown;
  readonly voices?: unknown;
}

const listIn = (value: unknown): readonly Listed[] =>
  Array.isArray(value) ? value.filter((one): one is Listed => typeof one === 'object' && one !== null) : [];

/** Names of the voices that a Wyoming server has for a language. @throws PronError as `askWyoming` */
export async function wyomingVoices(address: string, language: string): Promise<string[]> {
  let programs: readonly Listed[] = [];
  await askWyoming({
    address,
    type: 'describe',
    data: {},
    timeoutMs: LIST_TIMEOUT_MS,
    onEvent: ({ type, data }) => {
      if (type === 'info') programs = listIn(data['tts']);
      return type === 'info';
    },
  });
  const speaks = ({ languages }: Listed): boolean =>
    !Array.isArray(languages) || languages.length === 0 ||
    languages.some((tag) => typeof tag === 'string' && primaryLanguage(tag.replace('_', '-')) === primaryLanguage(language));
  const voices = programs.flatMap((program) => listIn(program.voices)).filter(speaks);
  return voices.flatMap(({ name }) => (typeof name === 'string' ? [name] : [])).slice(0, MAX_LISTED_VOICES);
}
