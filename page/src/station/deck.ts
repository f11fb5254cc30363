import type { ListItem } from '../../../language/sentence-list/lines';
import { ankiArchive, type Note } from '../progress/export/anki';
import type { KeptResult } from '../progress/kept-result';
import type { PreviewMessage } from './messages';

/** So many cards, the newest: their voices are in the page's memory together. */
const MOST_CARDS = 200;

/**
 * Flash cards of the sentences and words that were practised, each with its voice: an archive for Anki. Undefined where nothing was
 * practised. A card whose sentence the voice can't say has no sound.
 * @param lists with the translations, by BCP 47 tag
 * @param preview lets the voice say a text
 * @param onCard how far it is
 */
export async function deckOf(
  results: readonly KeptResult[],
  lists: Readonly<Record<string, readonly ListItem[]>>,
  preview: (language: string, text: string) => Promise<PreviewMessage>,
  onCard: (done: number, all: number) => void,
): Promise<Uint8Array | undefined> {
  const practised = new Map(results.map(({ language, sentence }) => [JSON.stringify([language, sentence]), { language, sentence }]));
  const cards = [...practised.values()].slice(-MOST_CARDS);
  const notes: Note[] = [];
  for (const { language, sentence } of cards) {
    onCard(notes.length, cards.length);
    const translation = lists[language]?.find(({ text }) => text === sentence)?.translation;
    notes.push({ language, sentence, ...(translation !== undefined && { translation }), ...(await voiceOf(preview(language, sentence))) });
  }
  return notes.length === 0 ? undefined : ankiArchive(notes, new Date());
}

async function voiceOf(said: Promise<PreviewMessage>): Promise<Pick<Note, 'pronunciation' | 'audio'>> {
  try {
    const { payload, words = [] } = await said;
    const isOther = words.some(({ pronounced }) => pronounced !== undefined);
    return { audio: new Uint8Array(payload), ...(isOther && { pronunciation: words.map(({ text, pronounced }) => pronounced ?? text).join(' ') }) };
  } catch {
    return {};
  }
}
