import type { Flow } from '../../flow/flow';
import { addLinkOut } from '../../flow/links';
import { recordingButton, sentenceButton, SENTENCES, TRIES, type TryName } from '../../flow/recordings';

const TRY_NAMES = Object.keys(TRIES) as TryName[];
const TOP = 950;
const STEP = 40;

/** The name of a button: `en: another sentence`. */
const labelOf = (name: TryName): string => `${TRIES[name].language}: ${TRIES[name].label.replace('-', ' ')}`;

/** Buttons that do the same without the page, for a look at the flow in the editor. */
export function addButtons(flow: Flow): void {
  flow.group('buttons-group', 'Without the page', () => {
    flow.add('buttons', 'comment', {
      name: 'Press a button and look at the score node',
      info: 'Each sends a bundled recording, as if a microphone had just made it. The voices said the sentences when the flow started.',
      at: [220, 900],
    });
    for (const [i, language] of (['ko', 'en'] as const).entries()) {
      const x = 170 + 300 * i;
      const tries = TRY_NAMES.filter((name) => TRIES[name].language === language);
      const own = tries.filter((name) => TRIES[name].text !== SENTENCES[language]);
      const voices: readonly (readonly [string, TryName])[] = [[`${language}: the voice`, `${language}-correct`], ...own.map((name) => [`${labelOf(name)}: the voice`, name] as const)];
      voices.forEach(([name, one], j) =>
        sentenceButton(flow, `${one}-sentence`, one, { name, once: true, at: [x, TOP + STEP * j], to: [`voice-out-${language}`] }));
      tries.forEach((name, j) =>
        recordingButton(flow, name, name, { name: labelOf(name), at: [x, TOP + STEP * (voices.length + j)], to: [`read-out-${language}`] }));
      addLinkOut(flow, `voice-out-${language}`, 'first-in', [x + 130, TOP]);
      addLinkOut(flow, `read-out-${language}`, 'read-in', [x + 130, TOP + STEP * (voices.length + 1)]);
    }
  });
}
