import { createHash } from 'node:crypto';
import { aboutSection, runFacts } from './about';
import { agreementSection } from './agreement-section';
import { disagreementCard } from './disagreement-card';
import { groupSection } from './group-section';
import { html, NOTHING, trusted, type Html } from './html';
import { keyFigures } from './key-figures';
import type { ReportData } from './report-data';
import { STYLE } from './style';
import { verdictSection } from './verdict-section';
import { witnessSection } from './witness-section';

/** Allows only this page's style sheet and embedded media: no script, and no request to any address. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  'img-src data:',
  'media-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

const SECTIONS = [
  ['figures', 'Main figures'],
  ['agreement', 'Scores against ratings'],
  ['witnesses', 'Each witness alone'],
  ['verdicts', 'Verdicts'],
  ['disagreements', 'The largest disagreements'],
  ['groups', 'Speakers and groups'],
  ['about', 'How this was measured'],
] as const;

/** The whole page. It needs no other file and no network. */
export function reportPage(data: ReportData): string {
  const { evaluation, groups } = data;
  const contents: Readonly<Record<(typeof SECTIONS)[number][0], Html>> = {
    figures: keyFigures(data),
    agreement: agreementSection(data),
    witnesses: witnessSection(data),
    verdicts: verdictSection(data.pairs),
    disagreements: disagreementSection(data),
    groups: groupSection(groups),
    about: aboutSection(data),
  };
  const empty = evaluation.n > 0 ? NOTHING : html`<p class="missing">No pair could be measured, so there is nothing to show.</p>`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<title>Pronunciation scores: ${data.table}, model ${data.model.name}</title>
<style>${trusted(STYLE)}</style>
</head>
<body>
<header>
<h1>Pronunciation scores against human ratings</h1>
${runFacts(data)}
<nav aria-label="Sections"><ul>${SECTIONS.map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>
${empty}
</header>
<main>${SECTIONS.map(([id, title]) => html`<section id="${id}"><h2>${title}</h2>${contents[id]}</section>`)}</main>
</body>
</html>
`.text;
}

function disagreementSection({ worst, groups }: ReportData): Html {
  if (worst.length === 0) {
    return html`<p class="missing">${groups.fault ?? 'No recording has a rating that a score could disagree with.'}</p>`;
  }
  return html`<p>The recordings whose score is farthest from the rating. Listen first, then look: the learner is above, the
reference below, and low pitches are at the bottom. The strip between them follows the learner's time. It is green where the
network heard no difference, yellow where it heard some, and red where it heard much.</p>
${worst.map(({ disagreement, media }, i) => disagreementCard(disagreement, media, i + 1))}`;
}
