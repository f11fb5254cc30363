import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import util from 'node:util';
import { runInNewContext } from 'node:vm';
import { packageRoot } from '../../base/package-root';
import { flowFile } from '../../practice/flow/files';
import { TRIES } from '../../practice/flow/recordings';
import { spokenText } from '../../language/spoken';
import { resultCode } from '../../practice/station/parts/compare';
import { sentencesCode } from '../../practice/station/parts/sentences';
import { takeCode } from '../../practice/station/parts/teachers';
import { referenceCode } from '../../practice/station/parts/voice';

interface Message {
  readonly topic: string;
  readonly pronunciation: { readonly session: string };
}

describe('The one microphone of the practice station', () => {
  const store = new Map<string, unknown>();
  const flow = { get: (key: string) => store.get(key), set: (key: string, value: unknown) => void store.set(key, value) };
  /** What the Function node sends: to the microphone, and to the page. */
  const ask = (topic: string, session: string): (Message | null)[] | null => {
    const body = flowFile('station/functions/one-at-a-time.js');
    return runInNewContext(`(() => {${body}\n})()`, { msg: { topic, pronunciation: { session } }, flow }) as (Message | null)[] | null;
  };
  beforeEach(() => store.clear());

  it('is one learner\'s until the recording is there', () => {
    assert.equal(ask('record', 'a')?.[0]?.topic, 'record');
    assert.equal(ask('record', 'b')?.[1]?.topic, 'error');
    assert.equal(ask('stop', 'b'), null);
    assert.equal(ask('stop', 'a')?.[0]?.topic, 'stop');
  });

  it('is free again where a recording was lost, for its owner at once and for others after 66 s', () => {
    flow.set('recording', { session: 'a', since: Date.now() - 65_000 });
    assert.equal(ask('record', 'b')?.[0], null);
    flow.set('recording', { session: 'a', since: Date.now() - 67_000 });
    assert.equal(ask('record', 'b')?.[0]?.topic, 'record');
  });
});

describe('What a page asks the practice station for', () => {
  const store = new Map<string, unknown>();
  const flow = { get: (key: string) => store.get(key), set: (key: string, value: unknown) => void store.set(key, value) };
  const body = flowFile('station/functions/route.js');
  const route = (msg: object): (Record<string, unknown> | null)[] | null =>
    runInNewContext(`(() => {${body}\n})()`, { msg, flow }) as (Record<string, unknown> | null)[] | null;
  const asked = { topic: 'say', payload: 'hello', voice: 'low', pronunciation: { session: 'page-1', language: 'en', text: 'hello', attempt: 'try-1' }, _client: { socketId: 's' } };

  it('leaves by one output, with nothing that a page may not choose', () => {
    const outputs = route({ ...asked, filename: '/etc/hostname', noiseProfile: 'x', image: 'x', pronunciation: { ...asked.pronunciation, role: 'reference', words: [] } });
    assert.equal(outputs?.filter((output) => output !== null).length, 1);
    const sent = JSON.parse(JSON.stringify(outputs[1])) as object;
    assert.deepEqual(sent, asked);
  });

  it('carries the PIN and the times of words to the node that keeps voices, and nowhere else', () => {
    const pronunciation = { ...asked.pronunciation, words: [{ text: 'hello', startMs: 0, endMs: 10 }] };
    const sent = (topic: string): Record<string, unknown> =>
      JSON.parse(JSON.stringify(route({ ...asked, topic, pin: '246810', pronunciation })?.find((output) => output !== null))) as Record<string, unknown>;
    assert.deepEqual(sent('keep'), { ...asked, topic: 'keep', pin: '246810', pronunciation });
    assert.deepEqual(sent('delete'), { ...asked, topic: 'delete', pin: '246810' });
    for (const topic of ['check', 'say', 'recording']) assert.deepEqual(sent(topic), { ...asked, topic });
    assert.equal(route({ ...asked, voice: 'x'.repeat(101) }), null);
    assert.equal(route({ ...asked, topic: 'keep', pin: { length: 1 } }), null);
  });

  it('is not listened to without a short name of the session, and with a text that nobody could say', () => {
    const { pronunciation } = asked;
    for (const changed of [
      { session: undefined }, { session: 5 }, { session: 'x'.repeat(65) }, { session: '../x' }, { text: 'x'.repeat(2001) }, { text: {} }, { language: 'x'.repeat(36) },
    ]) assert.equal(route({ ...asked, pronunciation: { ...pronunciation, ...changed } }), null, JSON.stringify(changed).slice(0, 60));
    assert.equal(route({ ...asked, recording: 'x'.repeat(101) }), null);
    assert.equal(route({ ...asked, pronunciation: { ...pronunciation, attempt: 'x'.repeat(65) } }), null);
  });

  it('goes to the class only to join or to leave it, and names the seat', () => {
    for (const topic of ['join', 'leave']) {
      const outputs = route({ ...asked, topic, payload: { seat: '3' }, pin: '1234', pronunciation: { ...asked.pronunciation, seat: '3', score: { verdict: 'scored', value: 100 } } });
      const sent = JSON.parse(JSON.stringify(outputs?.at(-1))) as Record<string, unknown>;
      assert.deepEqual(sent, { ...asked, topic, payload: { seat: '3' }, pronunciation: { ...asked.pronunciation, seat: '3' } });
    }
    for (const topic of ['start', 'overview', 'delete', 'recording', 'hello']) assert.equal(route({ ...asked, topic })?.at(-1), null, topic);
    assert.equal(route({ ...asked, pronunciation: { ...asked.pronunciation, seat: 'x'.repeat(41) } }), null);
  });

  it('is remembered for 200 pages, the newest', () => {
    for (let i = 0; i < 300; i++) route({ ...asked, pronunciation: { session: `page-${i}` } });
    const kept = Object.keys(store.get('connections') as object);
    assert.deepEqual([kept.length, kept.at(-1)], [200, 'page-299']);
  });
});

describe('The reference for a page', () => {
  const body = referenceCode();
  const wordsFor = (text: string, language: string): unknown => {
    const msg = { payload: 'wav', voice: 'low', pronunciation: { session: 'page-1', text, language, spoken: spokenText(text, language) } };
    return JSON.parse(JSON.stringify(runInNewContext(`(() => {${body}\n})()`, { msg }) as { readonly words: unknown }) ).words;
  };

  it('has the words as they are written, with the pronunciation of those that are said otherwise', () => {
    assert.deepEqual(wordsFor('정말 감사합니다. "3시"에  만나요!', 'ko'), [
      { text: '정말' }, { text: '감사합니다.', pronounced: '감사함니다' }, { text: '"3시"에', pronounced: '세 시에' }, { text: '만나요!' },
    ]);
  });

  it('is a preview where one was asked for', () => {
    const topicFor = (topic: string): unknown => {
      const msg = { topic, payload: 'wav', pronunciation: { session: 'page-1', text: 'Hello', language: 'en' } };
      return (runInNewContext(`(() => {${body}\n})()`, { msg }) as { readonly topic: unknown }).topic;
    };
    assert.deepEqual([topicFor('preview'), topicFor('say')], ['preview', 'reference']);
  });

  it('says where the language has none of the text\'s letters', () => {
    const isOther = (text: string, language: string | undefined): unknown => {
      const msg = { payload: 'wav', voice: 'low', pronunciation: { session: 'page-1', text, language } };
      return (runInNewContext(`(() => {${body}\n})()`, { msg }) as { readonly otherLetters: unknown }).otherLetters;
    };
    for (const [text, language] of [['Nice to meet you.', 'ko'], ['만나요', 'en'], ['만나요', 'en-GB'], ['Hello', 'ja'], ['привет', 'de'], ['hello', 'ru']] as const) {
      assert.equal(isOther(text, language), true, text);
    }
    for (const [text, language] of [
      ['BTS를 좋아해요', 'ko'], ['大韓民國', 'ko'], ['You say 안녕', 'en'], ['3:30', 'ko'], ['コーヒー', 'ja'], ['你好', 'zh-TW'], ['你好', 'yue'], ['привет', 'ru'], ['שלום', 'he'],
      ['hello', 'not a language'], ['hello', undefined],
    ] as const) assert.equal(isOther(text, language), false, text);
  });

  it('has no words in a language whose pronunciation nobody writes so', () => assert.deepEqual(wordsFor('It costs $3.', 'en'), []));
});

describe('The result for a page', () => {
  const told = (heard: object | undefined): Record<string, unknown> => {
    const words = [{ text: 'Hello', startMs: 0, endMs: 400, score: 90, tier: { from: 85, name: 'native', colour: 'green' } }];
    const score = { value: 84.9, verdict: 'scored', tier: { from: 70, name: 'good', colour: 'yellow' }, tiers: [], words, distance: 0.1 };
    const msg = { payload: 84.9, image: 'picture', recording: 'wav', scored: 'cut', pronunciation: { session: 'page-1', attempt: 'try-1', text: 'Hello', score, heard, noise: { snrDb: 30, light: 'green' } } };
    return JSON.parse(JSON.stringify(runInNewContext(`(() => {${resultCode()}\n})()`, { msg }))) as Record<string, unknown>;
  };
  const expected = {
    topic: 'result', payload: 84.9, picture: 'picture', recording: 'wav', scored: 'cut', noise: 'green', said: '', pronunciation: { session: 'page-1', attempt: 'try-1' },
    score: { value: 84.9, verdict: 'scored', tier: { from: 70, name: 'good', colour: 'yellow' }, tiers: [] },
    words: [{ text: 'Hello', state: 'right', score: 90, colour: 'green', place: 0, learner: { startMs: 0, endMs: 400 } }],
  };

  it('holds the words with their states, and nothing else of the message', () => assert.deepEqual(told(undefined), expected));

  it('names the words that were added, with what was said', () => {
    const heard = {
      text: 'Hello my friend', sure: true, completeness: 1, words: [{ text: 'Hello', startMs: 0, endMs: 400, error: 'none', confidence: 1 }],
      insertions: [{ text: 'my', before: 1, startMs: 410, endMs: 500 }, { text: 'friend', before: 1, startMs: 510, endMs: 900 }],
    };
    assert.deepEqual(told(heard), {
      ...expected, said: 'Hello my friend', change: { kind: 'added', words: 'my friend' },
      words: [...expected.words, { text: 'my', state: 'added' }, { text: 'friend', state: 'added' }],
    });
  });
});

describe('The answer of a class', () => {
  const of = (name: string, msg: object): unknown => JSON.parse(JSON.stringify(runInNewContext(`(() => {${flowFile(`station/functions/${name}.js`)}\n})()`, { msg })));
  const kept = { topic: 'kept', payload: { id: 1 }, image: 'picture', pronunciation: { session: 'page-1', attempt: 'try-1', heard: {} } };

  it('goes to the learner alone, without the rest of the result, or to all', () => {
    assert.deepEqual(of('class-answer', kept), [{ topic: 'kept', payload: { id: 1 }, pronunciation: { session: 'page-1', attempt: 'try-1' } }, null]);
    assert.deepEqual(of('class-answer', { topic: 'started', payload: { title: 'Lesson 1' } }), [null, { topic: 'started', payload: { title: 'Lesson 1' } }]);
  });

  it('is a refusal for the page that asked, without the PIN', () => {
    const failure = (session: string): unknown => of('class-problem', { topic: 'overview', pin: '1234', error: { code: 'PRON_CLASS_PIN', message: 'Wrong.' }, pronunciation: { session }, _client: { socketId: 's' } });
    const told = (session: string): object => ({ topic: 'refused', payload: { reason: 'PRON_CLASS_PIN', message: 'Wrong.' }, pronunciation: { session }, _client: { socketId: 's' } });
    assert.deepEqual([failure('teacher-1'), failure('page-1')], [[told('teacher-1'), null], [null, told('page-1')]]);
  });
});

describe('A take of a teacher', () => {
  const word = { text: '물', startMs: 0, endMs: 200, error: 'none', confidence: 1 };
  const heard = { text: '물', sure: true, completeness: 1, words: [word], insertions: [] };
  const fine = { level: { peakDb: -6, rmsDb: -20, clippedShare: 0 }, noise: { snrDb: 40, light: 'green' }, speech: { startMs: 0, endMs: 900 }, heard };
  const told = (facts: object): Record<string, unknown> =>
    JSON.parse(JSON.stringify(runInNewContext(`(() => {${takeCode()}\n})()`, { msg: { payload: 'wav', pronunciation: { session: 'page-1', attempt: 'try-1', ...facts } } }))) as Record<string, unknown>;

  it('goes back to the page with when its words were said, and nothing else of the message', () =>
    assert.deepEqual(told(fine), {
      topic: 'checked', payload: 'wav', faults: [], words: [{ text: '물', startMs: 0, endMs: 200 }], said: '물', isHeard: true,
      pronunciation: { session: 'page-1', attempt: 'try-1' },
    }));

  it('is told what it lacks, without the ear too', () => {
    const { faults, words, said, isHeard } = told({ ...fine, speech: null, heard: undefined });
    assert.deepEqual([faults, words, said, isHeard], [['silent'], [], '', false]);
  });
});

describe('The state of the ear', () => {
  const store = new Map<string, unknown>();
  const flow = { get: (key: string) => store.get(key), set: (key: string, value: unknown) => void store.set(key, value) };
  const body = flowFile('station/functions/ear.js');
  const after = (key: string | undefined): unknown => {
    const sent = runInNewContext(`(() => {${body}\n})()`, { msg: { status: { key, text: 'irrelevant' } }, flow }) as { readonly topic: string; readonly payload: boolean } | null;
    return sent === null ? null : [sent.topic, sent.payload];
  };

  it('is told to the pages when the ear begins to load and when it is there, and not otherwise', () => {
    assert.equal(after('ready'), null);
    assert.deepEqual(after('loading'), ['ear', true]);
    assert.equal(after('loading'), null);
    assert.deepEqual(after('listening'), ['ear', false]);
    assert.equal(after('allSaid'), null);
    assert.deepEqual(after('loading'), ['ear', true]);
    assert.deepEqual(after(undefined), ['ear', false], 'a failure');
  });
});

describe('The list of sentences of the practice station', () => {
  interface List {
    readonly payload: Readonly<Record<string, readonly string[]>>;
    readonly problems: readonly { readonly kind: string; readonly line?: number; readonly text?: string }[];
  }
  const body = sentencesCode();
  const read = (payload: Buffer | string): List => {
    const sandbox = { msg: { payload: Buffer.from(payload) }, util, flow: { get: () => undefined }, env: { get: () => undefined } };
    const [, { payload: sentences, problems }] = runInNewContext(`(() => {${body}\n})()`, sandbox) as [null, List];
    return JSON.parse(JSON.stringify({ payload: sentences, problems })) as List;
  };
  const fixture = (name: string): Buffer => readFileSync(join(packageRoot(), 'test', 'fixtures', 'lists', name));

  it('is read from every encoding that an editor writes', () => {
    const wanted = { payload: { ko: ['안녕하세요', '저는 학생입니다'], en: ['Hello there'] }, problems: [] };
    assert.deepEqual(read(fixture('korean-windows-cp949.txt')), wanted);
    assert.deepEqual(read(fixture('notepad-utf16le.txt')), wanted);
    const text = '[ko]\n안녕하세요\n저는 학생입니다\n[en]\nHello there\n';
    for (const list of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), text.replaceAll('\n', '\r'), text.normalize('NFD')]) assert.deepEqual(read(list), wanted);
  });

  it('tells the page where its letters can\'t be read, and shows none of it', () => {
    assert.deepEqual(read(Buffer.from('c4e3bac3', 'hex')), { payload: {}, problems: [{ kind: 'encoding' }] });
    assert.deepEqual(read('{\\rtf1 [ko]}'), { payload: {}, problems: [{ kind: 'document' }] });
    assert.deepEqual(read('[ko]\n\uFFFD\uFFFD'), { payload: {}, problems: [{ kind: 'lost' }] });
    assert.deepEqual(read('# nothing\n'), { payload: {}, problems: [{ kind: 'empty' }] });
  });

  it('takes a heading in any usual form', () => {
    assert.deepEqual(read(fixture('headings.txt')), { payload: { en: ['Hello there'], 'zh-CN': ['你好'], ko: ['안녕하세요', '감사합니다'] }, problems: [] });
    for (const [heading, tag] of [
      ['[ko-KR]', 'ko-KR'], ['[ko_kr]', 'ko-KR'], ['[KO]', 'ko'], ['[ ko ]', 'ko'], ['[kor]', 'ko'], ['[Korean]', 'ko'], ['［ 한국어 ］', 'ko'], ['【한국어】', 'ko'],
      ['[한국어] # class 2', 'ko'], ['[kr]', 'ko'], ['[English]', 'en'], ['[영어]', 'en'], ['[ENGLISH]', 'en'], ['[American English]', 'en-US'], ['[日本語]', 'ja'],
      ['[中文]', 'zh'], ['[중국어]', 'zh'], ['[Français]', 'fr'], ['[tiếng Việt]', 'vi'], ['[zh-Hant-TW]', 'zh-Hant-TW'], ['[sw]', 'sw'],
    ]) assert.deepEqual(read(`${heading}\none`), { payload: { [String(tag)]: ['one'] }, problems: [] }, heading);
  });

  it('names each heading that it does not understand, and gives its sentences to no language', () => {
    for (const heading of ['[xx]', '[klingonese]', '[]', '[ko', '[ko] 안녕하세요', '[ko][en]', '[한 국 말 로]']) {
      assert.deepEqual(read(`[en]\nHello\n${heading}\n안녕하세요\n둘\n[en]\nGood bye\n`), {
        payload: { en: ['Hello', 'Good bye'] },
        problems: [{ kind: 'heading', line: 3, text: heading }],
      }, heading);
    }
  });

  it('names the first sentence above all headings, and the first line without a letter', () => {
    assert.deepEqual(read('one\ntwo\n[en]\nthree\n??? ??\n?\n'), {
      payload: { en: ['three'] },
      problems: [{ kind: 'start', line: 1, text: 'one' }, { kind: 'letters', line: 5, text: '??? ??' }],
    });
  });

  it('has words for each of its problems', () => {
    const texts = JSON.parse(readFileSync(join(packageRoot(), 'locales', 'ko', 'practice.json'), 'utf8')) as { listProblems: object };
    assert.deepEqual(Object.keys(texts.listProblems).sort(), ['document', 'empty', 'encoding', 'heading', 'letters', 'lost', 'start', 'unreadable']);
  });
});

describe('A list of sentences that could not be read', () => {
  const body = flowFile('station/functions/no-list-yet.js');
  const after = (message: string): readonly (Record<string, unknown> | null)[] =>
    JSON.parse(JSON.stringify(runInNewContext(`(() => {${body}\n})()`, { msg: { payload: '', error: { message }, pronunciation: { session: 's' } }, flow: new Map() }))) as
      (Record<string, unknown> | null)[];

  it('is begun where it is not there', () => {
    const [begun, told] = after("Error: ENOENT: no such file or directory, open '/home/pi/pronunciation-sentences.txt'");
    assert.deepEqual([begun, told], [{ payload: '', pronunciation: { session: 's' } }, null]);
  });

  it('stays as it is otherwise, and the page is told why', () => {
    for (const [message, text] of [
      ["Error: EACCES: permission denied, open '/home/pi/pronunciation-sentences.txt'", 'permission denied'],
      ['Error: EISDIR: illegal operation on a directory, read', 'illegal operation on a directory'],
      ['something else', 'something else'],
    ]) {
      const [begun, told] = after(message ?? '');
      assert.equal(begun, null);
      assert.deepEqual(told, { topic: 'sentences', payload: {}, problems: [{ kind: 'unreadable', text }], earIsLoading: false, pronunciation: { session: 's' } });
    }
  });
});

describe('A bundled recording of the practice station', () => {
  const body = flowFile('station/functions/bundled.js');
  const asked = (recording: string): { filename?: string } | null =>
    runInNewContext(`(() => {${body}\n})()`, { msg: { recording }, env: { get: () => '/r' } }) as { filename?: string } | null;

  it('is read by its name, and nothing else is', () => {
    for (const { recording } of Object.values(TRIES)) assert.equal(asked(recording)?.filename, `/r/${recording}.wav`);
    for (const other of ['', 'en-silence', 'ko-native', '../ko-correct', 'ko-correct.wav', 'silence\n']) assert.equal(asked(other), null, other);
  });

  it('has its sentence in the practice list of its language', () => {
    const list = readFileSync(join(packageRoot(), 'practice', 'sentences.txt'), 'utf8');
    const [, korean = '', english = ''] = list.split(/^\[(?:ko|en)\]$/m);
    for (const { language, text } of Object.values(TRIES)) assert.ok((language === 'ko' ? korean : english).split('\n').includes(text), text);
  });
});
