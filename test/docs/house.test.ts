import assert from 'node:assert/strict';

import { attemptMessages } from '../../nodes/house/messages';
import { topicsOf } from '../../nodes/house/topics';
import { VERDICTS } from '../../pipeline/siamese/verdict';
import { scoredMessage } from '../support/class-messages';
import { exampleLines, readDocument } from './documents';

const TOPICS = topicsOf('home');

describe('docs/house.md', () => {
  it('has every topic in one table, and each verdict', () => {
    const section = readDocument('docs/house.md').split('### The topics')[1]?.split('###')[0] ?? '';
    const rows = [...section.matchAll(/^\| `(pronunciation\/[^`]+)` \| (.*?) \|/gm)].map(([, topic = '', payload = '']) => [topic, payload] as const);
    assert.deepEqual(rows.map(([topic]) => topic), Object.values(TOPICS));
    const verdicts = rows.find(([topic]) => topic === TOPICS.verdict)?.[1] ?? '';
    assert.deepEqual([...verdicts.matchAll(/`([\w-]+)`/g)].map(([, word]) => word), VERDICTS);
  });

  it('shows messages of the form that the node sends', () => {
    const lines = exampleLines('docs/house.md').map((line) => /^(pronunciation\/\S+) (.*)$/.exec(line)).flatMap((match) => (match === null ? [] : [match.slice(1)]));
    assert.ok(lines.length > 10);
    assert.deepEqual(lines.filter(([topic = '']) => !Object.values(TOPICS).includes(topic)), []);
    const sent = attemptMessages(scoredMessage(), TOPICS, false);
    for (const [topic, payload = ''] of lines.filter(([, text = '']) => text.startsWith('{'))) {
      const own = sent.find((one) => one.topic === topic);
      assert.deepEqual(Object.keys(JSON.parse(payload) as object), Object.keys(JSON.parse(String(own?.payload)) as object), topic);
    }
  });

  it('says in its first lines that Wyoming has no authentication', () => {
    assert.match(readDocument('docs/house.md').split('\n')[2] ?? '', /no authentication/);
  });
});
