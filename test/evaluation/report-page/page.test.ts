import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { reportPage } from '../../../evaluation/report-page/page';
import { testimony } from '../measured';
import { reportData, reported, somePairs } from './report-data';

const EVIL = `"><script>alert('x')</script><img src=x onerror=alert(1)>&amp;`;
const missing = (page: string): string[] =>
  [...page.matchAll(/<p class="missing">([^<]*)<\/p>/g)].map(([, text]) => text ?? '');

describe('The page of an evaluation', () => {
  it('has all its parts, figures with intervals in words, and nothing that says why there is none', () => {
    const page = reportPage(reportData(somePairs()));
    assert.deepEqual(missing(page), []);
    for (const part of [
      /<title>Pronunciation scores: pairs\.tsv, model default<\/title>/,
      /2026-01-02 03:04 UTC/,
      /Agreement with raters<\/h3><p class="value">0\.\d\d<\/p><p class="bounds">95 %: 0\.\d\d to 0\.\d\d/,
      /Children against adults<\/h3><p class="value">[+−]?\d+\.\d points/,
      /<strong>Women and girls against men and boys: [+−]?\d+\.\d points<\/strong>/,
      /The learner says another sentence, 20 pairs/,
      /<h3>10\. \d+ points (above|below) the raters/,
      /<caption>Speaker: /,
    ]) {
      assert.match(page, part);
    }
    assert.equal(page.match(/<audio /g)?.length, 20);
  });

  it('asks nobody for anything: no script, no address, a policy that forbids both', () => {
    const page = reportPage(reportData(somePairs()));
    assert.ok(!/<script|<iframe|<link(?! rel="icon" href="data:,")| on[a-z]+="| style="|javascript:/i.test(page));
    assert.deepEqual([...page.matchAll(/(?:src|href)="(?!data:|#)[^"]*"/g)].map(([found]) => found), []);
    assert.ok(!/https?:|url\(|@import/.test(page.replace(/data:[a-z/]+;base64,[A-Za-z0-9+/=]*/g, '')));
    assert.match(page, /Content-Security-Policy" content="default-src &#39;none&#39;; style-src &#39;sha256-/);
  });

  it('shows what stands in the table as text, whatever it is', () => {
    const pairs = somePairs().map((pair) => ({
      ...pair,
      learner: `/x/${EVIL}.wav`,
      group: EVIL,
      fields: { ...pair.fields, speaker: EVIL, text: EVIL, age: EVIL, [EVIL]: EVIL, gender: EVIL },
    }));
    const page = reportPage(
      reportData(pairs, {
        columns: ['speaker', EVIL],
        table: EVIL,
        voice: EVIL,
        model: { name: EVIL, title: EVIL },
        failures: [{ line: 2, learner: EVIL, reason: EVIL }],
        worst: reportData(pairs).worst.map(({ disagreement }) => ({ disagreement, media: { fault: EVIL } })),
      }),
    );
    assert.ok(page.includes('&quot;&gt;&lt;script&gt;alert(&#39;x&#39;)'));
    assert.ok(!page.includes('<script') && !page.includes('<img') && !page.includes('src=x onerror=alert(1)>'));
  });

  it('says what the scores are made of: the distance, or a calibration', () => {
    assert.match(reportPage(reportData(somePairs())), /The score is 100 − 50 × the network&#39;s distance/);
    const page = reportPage(reportData(somePairs(), { calibration: 'my<class>.json' }));
    assert.match(page, /The calibration my&lt;class&gt;\.json maps the network&#39;s distance/);
    assert.ok(!page.includes('100 − 50'));
  });

  it('has a card for the ear where it has rated the recordings, and says that it listened', () => {
    const pairs = somePairs().map((pair) => ({ ...pair, ear: testimony({ score: pair.score / 2 }) }));
    const page = reportPage(reportData(pairs));
    const figure = /The ear alone<\/h3><p class="value">(0\.\d\d)<\/p><p class="bounds">95 %: .*over 80 pairs\..* the score, which takes in both, (0\.\d\d)\./.exec(page);
    assert.ok(figure && figure[1] === figure[2], 'half of the score agrees as the score does');
    assert.match(page, /100 − 50 × the network&#39;s distance between learner and reference, and what the ear has heard in 80 pairs\./);
    const mapped = reportPage(reportData(pairs, { calibration: 'a.json' }));
    assert.match(mapped, /The calibration a\.json maps the network&#39;s distance .*, and what the ear has heard in 80 pairs to the score\./);
    assert.ok(!reportPage(reportData(somePairs())).includes('The ear alone'));
  });

  it('draws each witness alone where the ear has rated recordings, and counts right and wrong words of each', () => {
    const rated = [8, 9].map((human) => ({ human, score: 20, letters: 3, durationMs: 200 }));
    const pairs = somePairs().map((pair) => ({ ...pair, ear: testimony({ score: pair.score / 2, words: rated }), siamese: testimony({ score: null }) }));
    const page = reportPage(reportData(pairs, { witnessTable: { header: ['', 'measured'], rows: [['<b>', '0.9']] } }));
    const alone = page.split('<h3>The ear alone</h3>').at(-1) ?? ''; // behind the card of that name
    assert.match(alone, /^<div class="pair">/);
    assert.match(alone, /<caption>Words: the raters in rows, the scores in columns, 120 words\./);
    assert.match(alone, /<th scope="row">right<\/th><td>0<span class="bounds">0\.0 %<\/span><\/td><td>0<.*?<td>120<span class="bounds">100\.0 %/);
    assert.match(alone, /Of the right ones 100\.0 % are called wrong/);
    assert.match(page, /<h3>The Siamese network alone<\/h3><p class="missing">/, 'a witness that gave no score has no picture');
    assert.match(page, /<th scope="row">&lt;b&gt;<\/th><td>0\.9<\/td>/);
    assert.equal(page.match(/<caption>Mean rating by score<\/caption>/g)?.length, 2);
    assert.match(reportPage(reportData(somePairs())), /The ear has rated no recording here/);
  });

  it('says what can not be shown without ratings', () => {
    const page = reportPage(reportData(somePairs().map((pair) => ({ ...pair, human: null }))));
    const reasons = missing(page).join('\n');
    assert.match(reasons, /nothing to compare the scores with/);
    assert.match(reasons, /No recording has a rating that a score could disagree with/);
    assert.match(reasons, /only the scores can be compared/);
    assert.match(page, /It needs recordings with different ratings/);
    assert.match(page, /The learner says the sentence, 60 pairs/);
  });

  it('says what can not be shown without groups, and without pairs of another sentence', () => {
    const pairs = somePairs().filter(({ same }) => same).map((pair) => ({ ...pair, same: null, fields: {}, group: '' }));
    const page = reportPage(reportData(pairs, { columns: [] }));
    assert.match(missing(page).join('\n'), /no column speaker, age, age_group, gender or sex/);
    assert.match(page, /It needs pairs with another sentence/);
    assert.ok(!page.includes('says another sentence,'));
  });

  it('keeps the scatter without its diagonal where the ratings do not fit the scale', () => {
    const page = reportPage(reportData(somePairs(), { scale: { low: 1, high: 5 } }));
    assert.match(missing(page).join('\n'), /No line of full agreement: The rating [\d.]+ lies outside the scale from 1 to 5/);
    assert.ok(page.includes('mark scored') && !page.includes('class="diagonal"') && !page.includes('<audio'));
  });

  it('can be made of a single pair, and of none', () => {
    const one = reportPage(reportData([reported({ human: 7, score: 60 })]));
    assert.match(one, /1\. 10 points below the raters/);
    assert.ok(!/NaN|undefined|Infinity|null/.test(one.replace(/base64,[A-Za-z0-9+/=]*/g, '')));
    const none = reportPage(reportData([], { failures: [{ line: 2, learner: 'a.wav', reason: 'There is no file.' }] }));
    assert.match(missing(none).join('\n'), /No pair could be measured/);
    assert.match(none, /<h3>1 pair failed<\/h3>\s*<ul class="failures"><li>Line 2 \(a\.wav\): There is no file\./);
    assert.ok(!/NaN|undefined|Infinity/.test(none));
  });
});
