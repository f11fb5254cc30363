import type { Disagreement } from './disagreements';
import { html, NOTHING, type Html } from './html';
import { MOST_SECONDS, type Media } from './media';
import { fixed } from './numbers';
import { pairPicture } from './pair-picture';
import { idOf, sentenceOf } from './recording';
import { verdictMark, verdictWords } from './verdict-marks';
import { wordList } from './word-list';

/** The media of learner and reference, or a sentence that says why they can't be shown. */
export type PairMedia = { readonly learner: Media; readonly reference: Media } | { readonly fault: string };

/** One of the largest disagreements: the sentence, its rating and its score. */
export function disagreementCard({ pair, points, gap }: Disagreement, media: PairMedia, place: number): Html {
  const { fields, human, score, verdict } = pair;
  const facts: readonly (readonly [string, Html])[] = [
    ['Rating', html`<strong>${fixed(human, 1)}</strong> <span class="soft">(${fixed(points, 0)} points)</span>`],
    ['Score', html`<strong>${fixed(score, 0)}</strong>`],
    ['Verdict', html`<svg class="key" viewBox="0 0 14 14" aria-hidden="true">${verdictMark(verdict, 7, 7)}</svg>${verdictWords(verdict)}`],
    ...(fields['speaker'] ? [['Speaker', html`${fields['speaker']}`] as const] : []),
    ...(fields['age'] ? [['Age', html`${fields['age']}`] as const] : []),
  ];
  const list = facts.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`);
  const direction = gap < 0 ? 'below' : 'above';
  return html`<article class="card">
<div class="facts">
<h3>${place}. ${fixed(Math.abs(gap), 0)} points ${direction} the raters</h3>
<p class="sentence">${sentenceOf(pair)}</p>
<dl>${list}</dl>
${wordList(pair)}
<p class="soft id">${idOf(pair)}</p>
</div>
<div class="sounds">${'fault' in media ? html`<p class="missing">${media.fault}</p>` : soundsOf(media, pair.frames, idOf(pair))}</div>
</article>`;
}

function soundsOf(
  { learner, reference }: { readonly learner: Media; readonly reference: Media },
  frames: Disagreement['pair']['frames'],
  id: string,
): Html {
  const label = `Spectrograms of recording ${id}: the learner above (${fixed(learner.seconds, 1)} s), the reference below (${fixed(reference.seconds, 1)} s), the network's distance between them.`;
  const cut = learner.cut || reference.cut ? html`<p class="note">The first ${MOST_SECONDS} s are shown.</p>` : NOTHING;
  return html`<div class="players">
<div><span>Learner</span><audio controls preload="metadata" src="${learner.audio}" aria-label="Learner, recording ${id}"></audio></div>
<div><span>Reference</span><audio controls preload="metadata" src="${reference.audio}" aria-label="Reference of recording ${id}"></audio></div>
</div>
${pairPicture(learner, reference, frames, label)}${cut}`;
}
