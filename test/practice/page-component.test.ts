import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { before, describe, it } from 'mocha';
import { packageRoot } from '../../base/package-root';

/** What of the page's component needs no browser. */
interface Component {
  readonly data: () => Record<string, unknown>;
  readonly computed: Readonly<Record<string, () => unknown>>;
  readonly methods: Readonly<Record<string, (...given: unknown[]) => unknown>>;
}

const LISTED = '기차도 전기도 없었다';

describe('The pitch curves of the practice page', () => {
  interface Melody {
    readonly pitchLines: (curves: Readonly<Record<string, readonly (number | null)[]>>) => Readonly<Record<string, readonly string[]>>;
    readonly melodySentences: (prosody: object, texts: unknown) => string;
  }
  const page: { melodyTools?: Melody } = {};
  before(() => {
    const source = readFileSync(join(packageRoot(), 'practice', 'station', 'page', 'melody.js'), 'utf8');
    runInNewContext(`(function () {${source}\n}).call(page)`, { page });
  });
  const textsOf = (tag: string): unknown => (JSON.parse(readFileSync(join(packageRoot(), 'locales', tag, 'practice.json'), 'utf8')) as { melody: unknown }).melody;

  it('have a line for each voiced part, with the higher pitch above', () => {
    const lines = JSON.parse(JSON.stringify(page.melodyTools?.pitchLines({ reference: [0, null, 6, 6], learner: [null, -6, null, null] }))) as Record<string, string[]>;
    assert.deepEqual(lines, { reference: ['0,50 15,50', '50,7.1 75,7.1 90,7.1'], learner: ['25,92.9 40,92.9'] });
    assert.deepEqual(JSON.parse(JSON.stringify(page.melodyTools?.pitchLines({ reference: [null], learner: [] }))), { reference: [], learner: [] });
  });

  it('say how the voices end and how fast the learner is, in both languages', () => {
    const prosody = { reference: { end: 'rising' }, learner: { end: 'falling' }, isSameEnd: false, slowerPercent: 20 };
    const say = (more: object, tag: string): unknown => page.melodyTools?.melodySentences({ ...prosody, ...more }, textsOf(tag));
    assert.equal(say({}, 'en-US'), 'Your voice fell at the end; the model\'s rose. You spoke 20 % slower.');
    assert.equal(say({}, 'ko'), '문장 끝에서 내 목소리는 내려갔지만 본보기는 올라갔습니다. 본보기보다 20% 느리게 말했습니다.');
    assert.equal(say({ isSameEnd: true, slowerPercent: -15 }, 'en-US'), 'Both voices fell at the end. You spoke 15 % faster.');
    assert.equal(say({ isSameEnd: null, slowerPercent: 0 }, 'ko'), '본보기와 같은 빠르기로 말했습니다.');
  });
});

describe('The practice page', () => {
  let component: Component;
  before(async () => {
    const source = readFileSync(join(packageRoot(), 'practice', 'station', 'page', 'component.js'), 'utf8');
    const address = `data:text/javascript,${encodeURIComponent(source)}`;
    ({ default: component } = (await import(address)) as { default: Component });
  });

  /** The page after a click on a bundled recording, as it is while it has no list. */
  const clicked = () => {
    const page = { ...component.data(), ...component.methods, prepare: () => undefined, tell: () => undefined };
    component.methods.tryRecording?.call(page, { language: 'ko', recording: 'ko-correct', text: LISTED, label: 'native' });
    return page as Record<string, unknown>;
  };

  it('shows a sentence in the menu also where the list comes after the first click', () => {
    const page = clicked();
    assert.deepEqual([page.text, page.chosen], [LISTED, '']);
    component.methods.takeSentences?.call(page, { payload: { ko: ['안녕하세요', LISTED], en: ['Hello'] } });
    assert.deepEqual([page.text, page.chosen], [LISTED, LISTED]);
  });

  it('says what was left out or added before what the score means, and why there is no score', () => {
    const t = {
      verdicts: { 'left': '"__words__" was missing.', 'incomplete': 'Less than half was said.' }, tiers: { native: 'Like a native speaker.' },
      contrast: { sentence: '__expected__ like __said__: __advice__.', tense: 'hold it' },
    };
    const sentence = (...given: unknown[]): unknown => component.methods.sentenceOf?.call({ t }, ...given);
    const [native, own] = [{ name: 'native' }, { name: 'very good' }];
    assert.equal(sentence('scored', native, { kind: 'left', words: '$& not' }), '"$& not" was missing.');
    assert.deepEqual([sentence('scored', native, undefined), sentence('scored', own, undefined)], ['Like a native speaker.', 'very good']);
    const hint = { contrast: 'tense', expected: '까', said: '가' };
    assert.equal(sentence('scored', native, undefined, hint), '까 like 가: hold it.');
    assert.equal(sentence('scored', native, { kind: 'left', words: 'not' }, hint), '"not" was missing.');
    assert.equal(sentence('incomplete', null, { kind: 'left', words: 'not' }), 'Less than half was said.');
  });

  it('notes the points of a word and what became of it', () => {
    const t = { states: { unclear: 'unclear', left: 'left out' } };
    const note = (word: object): unknown => component.methods.noteOf?.call({ t }, word);
    assert.deepEqual(
      [{ state: 'right', score: 90.4 }, { state: 'unclear', score: 0 }, { state: 'left' }, { state: 'said' }].map(note),
      ['90', '0 unclear', 'left out', ''],
    );
  });

  it('shows the pronunciation of its own sentence, unless the learner does not want it', () => {
    const stored = new Map<string, string>();
    const given = globalThis as { localStorage?: unknown };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'localStorage');
    Object.defineProperty(globalThis, 'localStorage', { configurable: true, value: { setItem: (key: string, value: string) => stored.set(key, value) } });
    try {
      const page: Record<string, unknown> = { ...clicked(), renewed: () => 'blob:' };
      const words = [{ text: '기차도' }, { text: '전기도' }, { text: '없었다', pronounced: '업썯따' }];
      const shown = (): unknown => component.computed.shownSayings?.call(page);
      component.methods.takeReference?.call(page, { text: 'another', voice: 'low', words });
      assert.deepEqual(shown(), []);
      component.methods.takeReference?.call(page, { text: LISTED, voice: 'low', words });
      assert.deepEqual(shown(), words);
      page.showsSayings = false;
      component.methods.rememberSayings?.call(page);
      assert.deepEqual([shown(), stored.get('pron-sayings')], [[], 'hidden']);
    } finally {
      if (before === undefined) delete given.localStorage;
      else Object.defineProperty(globalThis, 'localStorage', before);
    }
  });

  it('tells the syllables that were not right to whoever can\'t see their marks', () => {
    const t = { states: { unclear: 'unclear', wrong: 'wrong' } };
    const syllables = [{ text: '없', state: 'unclear' }, { text: '었', state: 'wrong' }, { text: '다.', state: 'right' }];
    const told = (word: object): unknown => component.methods.weakSyllables?.call({ t }, word);
    assert.deepEqual([told({ syllables }), told({})], ['없 unclear, 었 wrong', '']);
  });

  it('says that the ear is loading, to whoever comes meanwhile too, until it is there', () => {
    const page = clicked();
    const told: [method: string, msg: object, isLoading: boolean][] = [
      ['takeSentences', { payload: {} }, false], ['takeSentences', { payload: {}, earIsLoading: true }, true], ['takeEar', { payload: false }, false],
    ];
    for (const [method, msg, isLoading] of told) {
      component.methods[method]?.call(page, msg);
      assert.equal(page.earIsLoading, isLoading);
    }
  });

  it('keeps a sentence that the list does not have, as one of the learner\'s own', () => {
    const page = clicked();
    component.methods.takeSentences?.call(page, { payload: { ko: ['안녕하세요'], en: [LISTED] } });
    assert.deepEqual([page.text, page.chosen], [LISTED, '']);
  });
});
