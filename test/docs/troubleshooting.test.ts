import assert from 'node:assert/strict';
import errors from '../../locales/en-US/errors.json';
import score from '../../locales/en-US/pron-score.json';
import { readDocument } from './documents';

/** Every sentence that a user can be told, as a pattern: places may hold anything. */
const SENTENCES = [...Object.values(errors).map(({ sentence }) => sentence), ...Object.values(score.message)].map(
  (sentence) => new RegExp(`^${sentence.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`),
);

describe('docs/troubleshooting.md', () => {
  it('quotes errors as the nodes say them', () => {
    const quoted = [...readDocument('docs/troubleshooting.md').matchAll(/^\| \*(.+?)\* \|/gm)].map(([, sentence = '']) => sentence);
    assert.ok(quoted.length >= 10);
    assert.deepEqual(quoted.filter((sentence) => !SENTENCES.some((pattern) => pattern.test(sentence))), []);
  });
});
