import { phrase } from '../../base/errors';
import { flagField, textField, type Settings } from '../lib/fields';

/** A level of an MQTT topic that is an id of Home Assistant as well. */
const TOPIC_LEVEL = /^[A-Za-z0-9_-]{1,40}$/;

const topicLevel = { pattern: TOPIC_LEVEL, expected: phrase('aTopicLevel'), sentence: 'invalid.topicLevel', narrow: true } as const;

/** Settings of pron-house. */
export const HOUSE_FIELDS = {
  /** The second level of the station's topics. */
  station: textField('home', { ...topicLevel, group: 'topics', icon: 'home' }),
  /** Whether the broker keeps the newest result for whoever comes later. */
  retain: flagField(false, { group: 'topics', icon: 'thumb-tack', unit: 'hint.retain' }),
  discovery: flagField(false, { group: 'discovery', icon: 'search', unit: 'hint.discovery' }),
  prefix: textField('homeassistant', { ...topicLevel, group: 'discovery', icon: 'tag', used: [{ discovery: [true] }] }),
} as const;

export type HouseSettings = Settings<typeof HOUSE_FIELDS>;
