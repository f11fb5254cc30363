import { FileFault, findFileIn } from '../../base/files';
import { textKey } from '../../language/text-key';
import { primaryLanguage } from '../../pipeline/language-tag';
import { MAX_WAV_BYTES } from '../../pipeline/wav';
import { readTable, type Take, type VoiceTable } from './table';

/** A recording that was found. */
export interface FoundTake extends Pick<Take, 'words'> {
  readonly path: string;
  /** The teacher's name. */
  readonly name: string;
}

/** The takes of a text, the newest first. A text of `ko` is one of `ko-KR` too. */
export function takesOf({ recordings }: VoiceTable, text: string, language: string): readonly Take[] {
  const [wanted, tag] = [textKey(text), primaryLanguage(language.toLowerCase())];
  return recordings.filter((one) => textKey(one.text) === wanted && primaryLanguage(one.language.toLowerCase()) === tag).reverse();
}

/**
 * The takes of a text that are still there, the newest first; none where the teacher has none.
 * @param folder the teacher's
 * @param most so many at most
 * @throws PronError PRON_VOICE_TABLE
 */
export async function findTakes(folder: string, text: string, language: string, most: number): Promise<readonly FoundTake[]> {
  const table = await readTable(folder);
  if (table === undefined) return [];
  const found: FoundTake[] = [];
  for (const { file, words } of takesOf(table, text, language)) {
    if (found.length === most) break;
    try {
      const { path } = await findFileIn(folder, file, MAX_WAV_BYTES);
      found.push({ path, name: table.name, ...(words && { words }) });
    } catch (error) {
      if (!(error instanceof FileFault)) throw error;
    }
  }
  return found;
}
