import { fnv1a } from '../../../../base/fnv';
import { zipFile, type ZipEntry } from '../../zip/write';

/** A sentence for a deck of flash cards. */
export interface Note {
  readonly language: string;
  readonly sentence: string;
  readonly pronunciation?: string;
  readonly translation?: string;
  /** The voice, a WAV. */
  readonly audio?: Uint8Array;
}

const COLUMNS = ['Sentence', 'Pronunciation', 'Translation', 'Audio'];
/** Name of the deck's text file in the archive. */
export const DECK = 'pronunciation.txt';
/** Longest part of a sentence in a file's name, characters. */
const NAME_CHARACTERS = 40;

/**
 * A text file that Anki imports, and the WAV files that it names, in one ZIP. They go into Anki's folder `collection.media`.
 * @param when date of the files
 */
export function ankiArchive(notes: readonly Note[], when: Date): Uint8Array {
  const sounds = notes.map((note): ZipEntry | undefined => (note.audio && { name: soundName(note), bytes: note.audio }));
  const text = deckText(notes);
  const unique = new Map(sounds.flatMap((sound) => (sound === undefined ? [] : [[sound.name, sound]])));
  return zipFile([{ name: DECK, bytes: new TextEncoder().encode(text) }, ...unique.values()], when);
}

/** The text file alone. Its fields are HTML. */
export function deckText(notes: readonly Note[]): string {
  const header = ['#separator:tab', '#html:true', `#columns:${COLUMNS.join('\t')}`];
  const rows = notes.map((note) => {
    const { sentence, pronunciation = '', translation = '', audio } = note;
    return [...[sentence, pronunciation, translation].map(fieldOf), audio === undefined ? '' : `[sound:${soundName(note)}]`].join('\t');
  });
  return `${[...header, ...rows].join('\n')}\n`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** No tab, line end, mark of HTML, quote of CSV, or tag of a sound. A line that begins with # would be a remark. */
function fieldOf(value: string): string {
  const plain = value.normalize('NFC').replace(/\s+/gu, ' ').trim();
  return plain.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign).replaceAll('[sound:', '&#91;sound:').replace(/^#/, '&#35;');
}

/** Readable, and another one for each language and sentence: all decks of Anki share one folder. */
function soundName({ language, sentence }: Note): string {
  const readable = [...sentence.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-')].slice(0, NAME_CHARACTERS).join('').replace(/^-|-$/g, '');
  return `pronunciation-${language}-${readable}-${fnv1a(new TextEncoder().encode(`${language} ${sentence}`))}.wav`;
}
