import assert from 'node:assert/strict';
import errors from '../../locales/en-US/errors.json';
import judgement from '../../locales/en-US/judgement.json';
import { readDocument } from './documents';

/** Every sentence that a user can be told, as a pattern: places may hold anything. */
const SENTENCES = [...Object.values(errors).map(({ sentence }) => sentence), ...Object.values(judgement.message)].map(
  (sentence) => new RegExp(`^${sentence.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.+')}$`),
);

describe('docs/troubleshooting.md', () => {
  it('quotes errors as the nodes say them', () => {
    const quoted = [...readDocument('docs/troubleshooting.md').matchAll(/^\| \*(.+?)\* \|/gm)].map(([, sentence = '']) => sentence);
    assert.ok(quoted.length >= 10);
    assert.deepEqual(quoted.filter((sentence) => !SENTENCES.some((pattern) => pattern.test(sentence))), []);
  });
});
