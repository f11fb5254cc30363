import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { packageRoot } from '../../base/package-root';
import { EAR_MOST_TOKENS } from '../../engine/child-jobs/hear';
import { acquireEngine, type Engine } from '../../engine/engine';
import { MAX_EXPECTED_TEXT } from '../../nodes/hear/input';
import { EAR_MOST_SECONDS } from '../../pipeline/ear/samples';
import { SENTENCES } from '../../practice/flow/recordings';
import { needsEar, onSmallMachine } from '../support/ear';
import { withEnvironment } from '../support/fake-microphone';
import { CAUGHT, COMPLETED, startFlow, stopFlow, type Received, type RunningFlow } from '../support/node-red';
import { syntheticWav, wavOfSamples } from '../support/synthetic-speech';
import { HEAR, VAD } from './all-nodes';

const read = (...path: string[]): Buffer => readFileSync(join(packageRoot(), ...path));
const bundled = (name: string): Buffer => read('practice', 'recordings', `${name}.wav`);

const FISH = 'I do not want to eat fish for dinner today';
const SAID = FISH.replace(' not', '');
const WITHOUT_NOT = read('test', 'fixtures', 'ear', 'en-omitted-not.wav');
const NICE = bundled('en-correct');

describe('The hear node', function () {
  this.timeout(60_000);
  let flow: RunningFlow;
  const start = async (settings = {}, language = 'en-US'): Promise<void> => {
    const node = { id: 'n', type: 'pron-hear', ...settings, wires: [['out'], ['said']] };
    flow = await startFlow([HEAR], [node, { id: 'out', type: 'helper' }, { id: 'said', type: 'helper' }], { language });
  };
  const ended = async (msg: object): Promise<void> => {
    flow.send('n', msg);
    await flow.next(COMPLETED);
  };
  const heardIn = async (msg: object): Promise<Received> => {
    flow.send('n', msg);
    return flow.next('out');
  };
  const codeOf = async (msg: object): Promise<string> => {
    flow.send('n', msg);
    return (await flow.next(CAUGHT)).error.code;
  };
  const status = (): string | undefined => flow.statuses('n').at(-1)?.text;
  const reference = (facts = {}, payload: unknown = NICE) => ({ payload, pronunciation: { role: 'reference', ...facts } });
  afterEach(stopFlow);

  describe('with a reference', () => {
    let restore: () => void;
    beforeEach(() => {
      restore = onSmallMachine();
    });
    afterEach(() => restore());

    it('passes it on as it came, on the first output alone', async () => {
      await start();
      const facts = { role: 'reference', session: 'a', text: SENTENCES.en, language: 'en', words: [{ text: 'Nice', startMs: 1, endMs: 2 }], own: 1 };
      const msg = { payload: NICE, topic: 't', pronunciation: { ...facts } };
      await ended(msg);
      const [out] = flow.waiting('out');
      assert.equal(out, msg);
      assert.equal(msg.payload, NICE);
      assert.deepEqual(msg.pronunciation, facts);
      assert.deepEqual([...flow.waiting('said'), ...flow.waiting(CAUGHT)], []);
      assert.equal(status(), 'reference ready');
    });

    it('takes another recording in its message for a learner\'s', async () => {
      const vad = { id: 'v', type: 'pron-vad', wires: [['n']] };
      const node = { id: 'n', type: 'pron-hear', wires: [['out'], []] };
      flow = await startFlow([HEAR, VAD], [vad, node, { id: 'out', type: 'helper' }]);
      flow.send('v', reference({ text: SENTENCES.en }));
      const first = await flow.next('out');
      assert.equal(first.pronunciation.role, 'reference');
      flow.send('n', { ...first, payload: WITHOUT_NOT });
      const second = await flow.next('out');
      assert.deepEqual([second.pronunciation.role, second.pronunciation.text], [undefined, SENTENCES.en]);
    });
  });

  it('loads the ear before the first learner comes: with a reference, or at once where no text is expected', async () => {
    const engine = acquireEngine();
    await start();
    assert.equal(engine.pid, undefined);
    await ended(reference({ text: SENTENCES.en }));
    assert.notEqual(engine.pid, undefined);
    await stopFlow();
    await engine.release();
    const another = acquireEngine();
    await start({ expect: 'none' });
    assert.notEqual(another.pid, undefined);
    await another.release();
  });

  describe('with the ear', () => {
    let engine: Engine | undefined;
    before(function () {
      needsEar(this);
      // Kept during all tests. Otherwise each test would load the ear.
      engine = acquireEngine();
    });
    after(() => engine?.release());

    it('adds what was heard to the message of the recording, and sends the text on the second output', async () => {
      await start();
      const bytes = Buffer.from(WITHOUT_NOT);
      const msg = { payload: bytes, topic: 't', pronunciation: { text: SAID, language: 'en', mine: 2 } };
      const out = await heardIn(msg);
      assert.equal(out, msg);
      assert.equal(out.payload, bytes);
      assert.deepEqual(bytes, WITHOUT_NOT);
      const { heard, mine, role, level, noise, durationMs } = out.pronunciation;
      assert.deepEqual([mine, role], [2, 'learner']);
      assert.ok(level !== undefined && noise !== undefined && Number(durationMs) > 1000, 'the first stage measures');
      assert.deepEqual([heard.text, heard.language, heard.completeness, heard.insertions], [SAID, 'en', 1, []]);
      assert.deepEqual(heard.words.map(({ text, error }) => [text, error]), SAID.split(' ').map((word) => [word, 'none']));
      assert.ok(heard.words.every(({ startMs, endMs, confidence }) => startMs < endMs && endMs <= Number(durationMs) && confidence > 0 && confidence <= 1));
      const said = await flow.next('said');
      assert.deepEqual([said.payload, said.topic, said.pronunciation.heard], [SAID, 't', heard]);
      Object.assign(said.pronunciation.heard, { text: 'changed' });
      assert.equal(heard.text, SAID, 'the second message is a copy');
      assert.deepEqual(flow.statuses('n').map(({ text }) => text), ['loading the ear', 'all words said']);
    });

    it('shows that it loads the ear, once for each process of the engine, under a key that does not depend on the language', async () => {
      await start({}, 'ko');
      const keys = (): unknown[] => flow.statuses('n').map((shown) => (shown as { readonly key?: string }).key);
      const learner = { payload: WITHOUT_NOT, pronunciation: { text: SAID, language: 'en' } };
      await heardIn(reference({ text: SAID, language: 'en' }));
      while (keys().at(-1) === 'loading') await pause(20);
      await heardIn(reference({ text: SAID, language: 'en' }));
      await heardIn({ ...learner });
      assert.deepEqual(keys(), ['loading', 'ready', 'ready', 'listening', 'allSaid']);
      process.kill(engine?.pid ?? NaN);
      while (engine?.pid !== undefined) await pause(20);
      await heardIn({ ...learner });
      assert.deepEqual(keys().slice(5), ['loading', 'allSaid']);
    });

    for (const [what, shown, payload, language] of [
      ['is in a language that the ear does not know', 'unknown language', NICE, 'eo'],
      ['lasts longer than the ear can hear', 'too long: passed on', syntheticWav({ seconds: EAR_MOST_SECONDS + 1 }), 'en'],
    ] as const) {
      it(`passes a recording on that ${what}, since the score works without`, async () => {
        await start();
        const out = await heardIn({ payload, pronunciation: { language, text: SENTENCES.en } });
        assert.deepEqual(out.pronunciation, { language, text: SENTENCES.en });
        assert.equal(status(), shown);
      });
    }

    it('hears the bundled recordings in both languages', async () => {
      await start();
      for (const language of ['en', 'ko'] as const) {
        const { heard } = (await heardIn({ payload: bundled(`${language}-correct`), pronunciation: { language, text: SENTENCES[language] } })).pronunciation;
        assert.equal(heard.words.map(({ text }) => text).join(' '), SENTENCES[language].replace(',', ''));
        assert.equal(heard.completeness, 1);
      }
    });

    it('says which word was left out', async () => {
      await start();
      const { heard } = (await heardIn({ payload: WITHOUT_NOT, pronunciation: { text: FISH, language: 'en-US' } })).pronunciation;
      assert.deepEqual(heard.words.filter(({ error }) => error !== 'none').map(({ text, error }) => [text, error]), [['not', 'omission']]);
      assert.equal(heard.completeness, 0.9);
      assert.equal(status(), 'words missing: 1');
    });

    it('says which word was added', async () => {
      await start();
      const text = SAID.replace(' fish', '');
      const { heard } = (await heardIn({ payload: WITHOUT_NOT, pronunciation: { text, language: 'en' } })).pronunciation;
      assert.deepEqual([heard.completeness, heard.insertions.map((word) => word.text)], [1, ['fish']]);
      assert.equal(status(), 'words added: 1');
    });

    it('expects the text of the session\'s newest reference, unless the message has one', async () => {
      await start();
      const missing = async (facts: object): Promise<string[]> => {
        const { heard } = (await heardIn({ payload: WITHOUT_NOT, pronunciation: facts })).pronunciation;
        assert.equal(heard.language, 'en');
        return heard.words.filter(({ error }) => error === 'omission').map(({ text }) => text);
      };
      for (const [session, text] of [['a', SENTENCES.en], ['a', FISH], ['b', SAID]] as const) {
        await heardIn(reference({ session, text, language: 'en' }));
      }
      assert.deepEqual(await missing({ session: 'a' }), ['not']);
      assert.deepEqual(await missing({ session: 'b' }), []);
      assert.deepEqual(await missing({ session: 'b', text: FISH }), ['not']);
    });

    it('keeps no more sessions than it is told, and drops the one least recently used', async () => {
      await start({ maxSessions: 2, language: 'en' });
      const isCompared = async (session: string): Promise<boolean> =>
        (await heardIn({ payload: WITHOUT_NOT, pronunciation: { session } })).pronunciation.heard.completeness !== null;
      for (const session of ['a', 'b']) await heardIn(reference({ session, text: FISH }));
      assert.ok(await isCompared('a'));
      await heardIn(reference({ session: 'c', text: FISH }));
      assert.deepEqual([await isCompared('b'), await isCompared('a'), await isCompared('c')], [false, true, true]);
    });

    it('writes down what is said where no text is known, or none is expected', async () => {
      await start();
      for (const text of [undefined, '', ' ?! ', 7]) {
        const { heard } = (await heardIn({ payload: WITHOUT_NOT, pronunciation: { language: 'en', text } })).pronunciation;
        assert.deepEqual([heard.text, heard.completeness], [SAID, null]);
        assert.equal((await flow.next('said')).payload, heard.text);
      }
      assert.equal(status(), 'I do want to eat f…');
      await stopFlow();
      await start({ expect: 'none', language: 'en' });
      await heardIn(reference({ text: FISH }));
      const { heard } = (await heardIn({ payload: WITHOUT_NOT, pronunciation: { text: FISH, language: 'ko' } })).pronunciation;
      assert.deepEqual([heard.text, heard.completeness, heard.language], [SAID, null, 'en']);
    });

    it('takes the language from its settings, the message, the reference, or else Korean', async () => {
      await start();
      const languageIn = async (facts: object): Promise<string> =>
        (await heardIn({ payload: WITHOUT_NOT, pronunciation: facts })).pronunciation.heard.language;
      assert.equal(await languageIn({}), 'ko');
      await heardIn(reference({ language: 'en_GB' }));
      assert.equal(await languageIn({}), 'en-GB');
      assert.equal(await languageIn({ language: 'de' }), 'de');
    });

    it('hears nothing where nobody speaks, and then sends no text', async () => {
      await start();
      for (const [payload, facts] of [[bundled('silence'), { text: SENTENCES.en }], [wavOfSamples(new Float32Array(16000)), {}]] as const) {
        const { heard } = (await heardIn({ payload, pronunciation: { language: 'en', ...facts } })).pronunciation;
        assert.deepEqual([heard.text, heard.completeness, heard.words, status()], ['', null, [], 'no speech']);
      }
      await flow.next(COMPLETED);
      assert.deepEqual([...flow.waiting('said'), ...flow.waiting(CAUGHT)], []);
    });

    it('keeps the facts of the recording, and loses its own where another recording comes', async () => {
      const node = { id: 'n', type: 'pron-hear', language: 'en', wires: [['v'], []] };
      flow = await startFlow([HEAR, VAD], [node, { id: 'v', type: 'pron-vad', wires: [['out']] }, { id: 'out', type: 'helper' }]);
      const level = { peakDb: -3, rmsDb: -20, clippedShare: 0 };
      const out = await heardIn({ payload: WITHOUT_NOT, pronunciation: { level, session: 's' } });
      assert.deepEqual([out.pronunciation.level, out.pronunciation.session, typeof out.pronunciation.heard.text], [level, 's', 'string']);
      flow.send('v', { ...out, payload: NICE });
      const other = await flow.next('out');
      assert.deepEqual([other.pronunciation.heard, other.pronunciation.session], [undefined, 's']);
    });

    for (const [what, code, msg] of [
      ['a language that the ear does not know', 'PRON_EAR_LANGUAGE', { payload: NICE, pronunciation: { language: 'tlh' } }],
      ['what is no language', 'PRON_BAD_SETTING', { payload: NICE, pronunciation: { language: 'en-1' } }],
      ['more speech than it can hear', 'PRON_EAR_LONG', { payload: syntheticWav({ seconds: EAR_MOST_SECONDS + 1 }), pronunciation: { language: 'en' } }],
      ['a text of too many tokens', 'PRON_EAR_TEXT', { payload: NICE, pronunciation: { language: 'en', text: 'fish '.repeat(EAR_MOST_TOKENS + 1) } }],
      ['a text of too many characters', 'PRON_EAR_TEXT', { payload: NICE, pronunciation: { text: 'a'.repeat(MAX_EXPECTED_TEXT + 1) } }],
      ['what is no recording', 'PRON_NOT_AUDIO', { payload: 'Good morning' }],
    ] as const) {
      it(`reports ${what} as ${code}`, async () => {
        await start();
        assert.equal(await codeOf(msg), code);
        assert.deepEqual([...flow.waiting('out'), ...flow.waiting('said')], []);
      });
    }
  });

  for (const [where, small] of [
    ['the node', onSmallMachine],
    ['the engine', () => withEnvironment('NODE_OPTIONS', `--require ${join(packageRoot(), 'test', 'support', 'small-machine.cjs')}`)],
  ] as const) {
    describe(`without an ear, as ${where} finds`, () => {
      let restore: () => void;
      beforeEach(() => {
        restore = small();
      });
      afterEach(() => restore());

      it('passes a recording on without a word about it, since the score works without', async () => {
        await start();
        const msg = { payload: NICE, pronunciation: { text: SENTENCES.en, language: 'en' } };
        const out = await heardIn(msg);
        assert.equal(out, msg);
        assert.deepEqual(out.pronunciation, { text: SENTENCES.en, language: 'en' });
        await flow.next(COMPLETED);
        assert.deepEqual([...flow.waiting('said'), ...flow.waiting(CAUGHT)], []);
        assert.equal(status(), 'no ear: passed on');
      });

      it('passes a reference on', async () => {
        await start();
        await ended(reference({ text: SENTENCES.en }));
        assert.deepEqual([flow.waiting('out').length, flow.waiting(CAUGHT).length], [1, 0]);
      });

      it('can\'t write down what is said', async () => {
        await start({ expect: 'none' });
        assert.equal(await codeOf({ payload: NICE, pronunciation: { text: SENTENCES.en, language: 'en' } }), 'PRON_NO_EAR');
        assert.deepEqual([...flow.waiting('out'), ...flow.waiting('said')], []);
      });
    });
  }
});
