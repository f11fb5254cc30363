import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { packageRoot } from '../../../base/package-root';
import type { ListItem } from '../../../language/sentence-list/lines';
import { readSentenceList } from '../../../language/sentence-list/read';
import { rewriteSentenceList } from '../../../language/sentence-list/rewrite';

const LIST = `# Our sentences.

[ko] # class 2
# for the first week
안녕하세요 = Hello
## 1과
# with a polite ending
감사합니다
물 주세요

[en]
# rain is coming
Hello there
# the end
`;
const read = (text: string) => readSentenceList(text).sentences as Record<string, readonly ListItem[]>;
const edited = (change: (sentences: Record<string, readonly ListItem[]>) => void): string => {
  const sentences = { ...read(LIST) };
  change(sentences);
  return rewriteSentenceList(LIST, sentences);
};
const remarks = (text: string): string[] => text.split('\n').filter((line) => /^#(?!#)/.test(line)).sort();

describe('A list of sentences that is edited', () => {
  it('stays as it is where nothing changes', () => {
    assert.equal(rewriteSentenceList(LIST, read(LIST)), LIST);
    const bundled = readFileSync(join(packageRoot(), 'practice', 'sentences.txt'), 'utf8');
    assert.equal(rewriteSentenceList(bundled, read(bundled)), bundled);
  });

  it('moves a remark along with its sentence', () => {
    const text = edited((sentences) => (sentences.ko = [...(sentences.ko ?? [])].reverse()));
    assert.equal(text, LIST.replace(/# for the first week[^]*?\n\n/, '## 1과\n물 주세요\n# with a polite ending\n감사합니다\n##\n# for the first week\n안녕하세요 = Hello\n\n').replace('\n\n[en]', '\n\n[en]'));
  });

  it('keeps the remark of a sentence that is gone', () => {
    const text = edited((sentences) => (sentences.ko = [{ text: '물 주세요', lesson: '1과' }]));
    assert.deepEqual(remarks(text), remarks(LIST));
    assert.match(text, /\[ko\] # class 2\n# for the first week\n## 1과\n# with a polite ending\n물 주세요\n/);
  });

  it('takes new sentences, lessons and languages', () => {
    const text = edited((sentences) => {
      sentences.ko = [...(sentences.ko ?? []), { text: '새 문장', translation: '7', lesson: '2과' }];
      sentences.fr = [{ text: 'Bonjour' }];
    });
    assert.match(text, /물 주세요\n## 2과\n새 문장\t7\n\n\[en\]\n[^]*# the end\n\n\[fr\]\nBonjour\n$/);
  });

  it('keeps lines that are not understood', () => {
    const odd = '[xx]\nlost\n[ko]\n???\n하나\n[ko\n둘\n';
    const text = rewriteSentenceList(odd, { ko: [{ text: '하나' }, { text: '셋' }] });
    assert.equal(text, '[ko]\n???\n하나\n셋\n[xx]\nlost\n[ko\n둘\n');
    assert.equal(rewriteSentenceList('above\n', { ko: [{ text: '하나' }] }), 'above\n\n[ko]\n하나\n');
  });

  it('joins a language that stands twice in the list, with all its remarks', () => {
    const text = rewriteSentenceList('[ko]\n하나\n# again\n[ko]\n# two\n둘\n', { ko: [{ text: '하나' }, { text: '둘' }] });
    assert.equal(text, '[ko]\n하나\n# again\n# two\n둘\n');
  });

  it('lets no sentence become a heading or a remark', () => {
    const text = rewriteSentenceList('', { ko: [{ text: '# 하나' }, { text: '[en] 둘' }, { text: '## [' }, { text: '셋\n## 넷' }] });
    assert.deepEqual(read(text), { ko: [{ text: '하나' }, { text: 'en] 둘' }, { text: '셋 ## 넷' }] });
  });

  const word = fc.stringMatching(/^[가-힣a-z=#0-9]{1,4}$/);
  const phrase = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')).filter((text) => /^[가-힣a-z]/.test(text));
  const item = fc.record({ text: phrase, translation: phrase, lesson: phrase }, { requiredKeys: ['text'], noNullPrototype: true });
  const lines = fc.array(fc.oneof(phrase, phrase.map((text) => `# ${text}`), phrase.map((text) => `## ${text}`), fc.constantFrom('', '[ko]', '[en]', '[xx]', '##', '###')), { maxLength: 20 });

  it('is read as it was edited, whatever was in it, and loses no remark', () => {
    fc.assert(fc.property(lines, fc.array(item, { minLength: 1, maxLength: 8 }), fc.array(item, { maxLength: 3 }), (old, ko, en) => {
      const before = old.join('\n');
      const sentences = en.length > 0 ? { ko, en } : { ko };
      const text = rewriteSentenceList(before, sentences);
      assert.deepEqual({ ...read(text) }, sentences);
      assert.deepEqual(remarks(text), remarks(before));
      assert.equal(rewriteSentenceList(text, sentences), text);
    }), { numRuns: 500 });
  });
});
