import assert from 'node:assert/strict';
import articles from './articles.json';
import { pronounce, pronunciations } from '../../../language/korean/pronunciation';

/** Examples that come out wrong, with what comes out. An example leaves this list when it comes out right. */
const KNOWN_MISSES: Readonly<Record<string, string>> = {};

const examples = Object.entries(articles).flatMap(([article, list]) =>
  list.split(' ').map((example) => {
    const [text, ways] = example.split('=') as [string, string];
    return { article, text: text.replaceAll('_', ' '), ways: ways.split('|') };
  }));

const withoutBlanks = (text: string): string => text.replaceAll(' ', '');

describe('the examples of the standard pronunciation of Korean', () => {
  for (const { article, text, ways } of examples) {
    it(`article ${article}: ${text} [${ways.join('/')}]`, () => {
      const miss = KNOWN_MISSES[text];
      const said = withoutBlanks(pronounce(text));
      if (miss === undefined) assert.ok(ways.includes(said), `said ${said}`);
      else assert.equal(said, miss);
    });
  }

  it('allows every way that an article gives', () => {
    const missing = examples.flatMap(({ text, ways }) => {
      const all = pronunciations(text).map(withoutBlanks);
      return ways.filter((way) => !all.includes(way)).map((way) => `${text} [${way}]`);
    });
    assert.deepEqual(missing, []);
  });

  it('are right in 98 of 100', () => {
    assert.ok(Object.keys(KNOWN_MISSES).length <= examples.length * 0.02);
  });
});
