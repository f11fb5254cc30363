import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { spokenWords } from '../../../engine/ear/spoken-words';
import { spokenText } from '../../../language/spoken';

describe('The sounds of Korean words', () => {
  const symbolsOf = (text: string): string[] => {
    const { text: line, pronounced } = spokenText(text, 'ko');
    const words = spokenWords('ko')?.({ words: line.split(' '), pronounced }) ?? [];
    return words.map(({ phones }) => phones.map(({ symbol }) => symbol).join(' '));
  };

  it('are those of the standard pronunciation', () => {
    assert.deepEqual(symbolsOf('국물 맛'), spokenWords('ko')?.({ words: ['궁물', '맏'] }).map(({ phones }) => phones.map(({ symbol }) => symbol).join(' ')));
  });

  it('are those of the reading that the writer gives', () => {
    const [given] = symbolsOf('굳이 [구디] 그래');
    const [standard] = symbolsOf('굳이 그래');
    assert.notEqual(given, standard);
    assert.deepEqual(given, spokenWords('ko')?.({ words: ['구디'] })[0]?.phones.map(({ symbol }) => symbol).join(' '));
  });

  it('are the standard ones where the line has another number of words', () => {
    assert.deepEqual(spokenWords('ko')?.({ words: ['국물'], pronounced: '구 물' }), spokenWords('ko')?.({ words: ['국물'] }));
  });
});
