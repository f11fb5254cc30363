import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';

import { pick, seededRandom } from '../../../base/random';
import { oddValue } from '../../../trials/bad-input/odd-value';
import { classFlow, PIN, type ClassFlow } from '../../support/class-flow';
import { scoredMessage } from '../../support/class-messages';
import { CAUGHT } from '../../support/node-red';

/** Errors that a message of somebody else may end with. */
const EXPECTED = ['PRON_CLASS_TOPIC', 'PRON_CLASS_NO_RECORDING', 'PRON_CLASS_PIN', 'PRON_CLASS_GUESSES', 'PRON_BAD_SETTING', 'PRON_UNCOPYABLE'];
const TOPICS = ['join', 'leave', 'start', 'end', 'overview', 'listen', 'result'];
const PARTS = ['score', 'heard', 'session', 'attempt', 'seat', 'text'];

describe('A class that gets any message', function () {
  this.timeout(60_000);
  let room: ClassFlow;
  beforeEach(() => {
    room = classFlow();
  });
  afterEach(() => room.remove());

  it('answers or says what is wrong, and goes on', async () => {
    await room.start({ recordings: true });
    const random = seededRandom(5);
    for (let i = 0; i < 400; i++) {
      const msg = scoredMessage({ session: `s${i % 7}`, words: [['a', 1]] }) as unknown as Record<string, unknown> & { pronunciation: Record<string, unknown> };
      const topic = pick(TOPICS, random);
      if (topic !== 'result') Reflect.deleteProperty(msg.pronunciation, 'score');
      Object.assign(msg, { topic, payload: oddValue(random), recording: oddValue(random), ...(random() < 0.95 && { pin: PIN }) });
      if (random() < 0.7) msg.pronunciation[pick(PARTS, random)] = oddValue(random);
      const shown = `${i} ${topic}`;
      room.flow().send('n', msg);
      const answer = await room.flow().next('teacher', 'learner', CAUGHT);
      if ('error' in answer) assert.ok(EXPECTED.includes(answer.error.code), `${shown}: ${answer.error.code} ${answer.error.message}`);
      // An overview for the teacher, what all pages are told, and a message that Node-RED can't copy come on top.
      for (const box of ['teacher', 'learner', CAUGHT]) room.flow().waiting(box).length = 0;
    }
    await pause(1100);
    for (const box of ['teacher', 'learner', CAUGHT]) room.flow().waiting(box).length = 0;
    assert.equal((await room.joins('last', { seat: 30 })).topic, 'joined');
  });
});
