import { primaryLanguage } from '../../pipeline/language-tag';
import { readEarFile, type FoundEar } from '../../models/ear';

/** The vocabulary of the ear's decoder. */
export interface EarTokens {
  encode(text: string): number[];
  decode(ids: readonly number[]): string;
  /** What precedes a text in a language: begin, language, write down, no times. Null for a language that the ear does not
   *  know. @param language BCP 47 tag */
  prompt(language: string): readonly number[] | null;
  readonly end: number;
}

/** @throws PronError PRON_EAR_BROKEN */
export async function readTokens(ear: FoundEar): Promise<EarTokens> {
  const json = JSON.parse((await readEarFile(ear, 'tokenizer.json')).toString('utf8')) as object;
  const tokenizer = new ear.Tokenizer(json, {});
  const idOf = (name: string): number => tokenizer.token_to_id(`<|${name}|>`) ?? 0;
  const [begin, transcribe, noTimes] = ['startoftranscript', 'transcribe', 'notimestamps'].map(idOf) as [number, number, number];
  return {
    encode: (text) => tokenizer.encode(text, { add_special_tokens: false }).ids,
    decode: (ids) => (ids.length === 0 ? '' : tokenizer.decode([...ids], { skip_special_tokens: true })),
    prompt(language) {
      const tag = primaryLanguage(language).toLowerCase();
      return ear.manifest.languages.includes(tag) ? [begin, idOf(tag), transcribe, noTimes] : null;
    },
    end: idOf('endoftext'),
  };
}
