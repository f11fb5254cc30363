import assert from 'node:assert/strict';

import { discoveryOf, type Names } from '../../../nodes/house/discovery';
import { discoveryTopics, topicsOf } from '../../../nodes/house/topics';
import { VERDICTS } from '../../../pipeline/siamese/verdict';
import KEYS from '../../fixtures/home-assistant/mqtt-keys.json';

type Kind = Exclude<keyof typeof KEYS, 'source'>;
type Entity = Readonly<Record<string, unknown>> & { readonly platform: 'sensor' | 'event' | 'image' | 'text'; readonly unique_id: string };

const NAMES: Names = { device: 'A', score: 'B', points: 'points', verdict: 'C', attempt: 'D', noise: 'E', picture: 'F', say: 'G' };
const TOPICS = topicsOf('home');

/** Keys of an object that Home Assistant does not publish for its kinds, and those that it needs and are not there. */
function wrongKeys(value: object, ...kinds: readonly Kind[]): string[] {
  const keys = Object.keys(value);
  const required = kinds.flatMap((kind): readonly string[] => KEYS[kind].required);
  const allowed = [...required, ...kinds.flatMap((kind): readonly string[] => KEYS[kind].allowed)];
  return [...keys.filter((key) => !allowed.includes(key)), ...required.filter((key) => !keys.includes(key)).map((key) => `no ${key}`)];
}

describe("Home Assistant's discovery message", () => {
  const message = JSON.parse(JSON.stringify(discoveryOf('home', TOPICS, NAMES, '1.2.3'))) as {
    readonly device: object; readonly origin: object; readonly availability: readonly object[]; readonly components: Readonly<Record<string, Entity>>;
  };
  const entities = Object.entries(message.components);

  it('has the keys that Home Assistant publishes, and no other', () => {
    assert.deepEqual(wrongKeys(message, 'device message'), []);
    assert.deepEqual(wrongKeys(message.device, 'device'), []);
    assert.deepEqual(wrongKeys(message.origin, 'origin'), []);
    assert.deepEqual(message.availability.flatMap((one) => wrongKeys(one, 'availability')), []);
    for (const [name, entity] of entities) assert.deepEqual(wrongKeys(entity, 'any entity', entity.platform), [], name);
  });

  it('would be caught with another key, or without one', () => {
    assert.deepEqual(wrongKeys({ platform: 'text', unique_id: 'a', comand_topic: 'b' }, 'any entity', 'text'), ['comand_topic', 'no command_topic']);
  });

  it('has an entity for the score, the verdict, the attempt, the noise, the picture and the sentence', () => {
    assert.deepEqual(entities.map(([name, { platform }]) => [name, platform]), [
      ['score', 'sensor'], ['verdict', 'sensor'], ['attempt', 'event'], ['noise', 'sensor'], ['picture', 'image'], ['say', 'text'],
    ]);
    assert.equal(new Set(entities.map(([, entity]) => entity.unique_id)).size, entities.length);
    assert.deepEqual(message.components['verdict']?.['options'], VERDICTS);
    assert.equal(message.components['score']?.['unit_of_measurement'], 'points');
  });

  it('gives no unit and no class of state to a list of words, which Home Assistant refuses', () => {
    for (const [name, entity] of entities.filter(([, one]) => 'options' in one)) {
      assert.equal(entity['device_class'], 'enum', name);
      assert.ok(!('unit_of_measurement' in entity) && !('state_class' in entity), name);
    }
  });

  it('names topics of its station only, and goes where Home Assistant looks', () => {
    const topics = JSON.stringify(message).match(/"[\w]*topic":"[^"]*"/g) ?? [];
    assert.ok(topics.length > 8);
    assert.deepEqual(topics.filter((one) => !one.includes('":"pronunciation/home/')), []);
    assert.deepEqual(discoveryTopics('home', 'homeassistant'), { config: 'homeassistant/device/pronunciation_home/config', status: 'homeassistant/status' });
  });
});
