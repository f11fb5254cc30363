import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { anotherText } from '../../../pipeline/ear/another-text';

const TEXT = 'we took the last train home on Sunday'.split(' ');
const said = (transcript: string) => anotherText(TEXT, transcript === '' ? [] : transcript.split(' '));

describe('anotherText', () => {
  it('takes no single word that two sentences share for said', () => {
    const words = said('please close the window on Monday');
    assert.ok(words.every(({ place }) => place === null));
    assert.equal(words.map(({ text }) => text).join(' '), 'please close the window on Monday');
  });

  it('takes a run of words for said', () => {
    const places = said('we took the last apple from my brother').map(({ place }) => place);
    assert.deepEqual(places, [0, 1, 2, 3, null, null, null, null]);
  });

  it('has nothing where nothing was heard', () => {
    assert.deepEqual(said(''), []);
  });
});
