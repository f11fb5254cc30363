import { NOISE_LIGHTS } from '../../pipeline/noise-light';
import { VERDICTS } from '../../pipeline/siamese/verdict';
import type { Topics } from './topics';

/** The names that people see, by the entity. */
export type Names = Readonly<Record<'device' | 'score' | 'points' | 'verdict' | 'attempt' | 'noise' | 'picture' | 'say', string>>;

/** The longest state that Home Assistant keeps, characters. */
export const MAX_STATE = 255;

const HOME = 'https://github.com/makerspeech/node-red-pronunciation';

/**
 * The device message of Home Assistant's MQTT discovery, with the keys that it publishes:
 * https://www.home-assistant.io/integrations/mqtt/#device-discovery-payload. Its score follows the result, so that it is unknown
 * where an attempt was refused.
 * @param version of this package
 */
export function discoveryOf(station: string, topics: Topics, names: Names, version: string): object {
  const id = `pronunciation_${station}`;
  const entity = (key: Exclude<keyof Names, 'device' | 'points'>, platform: string, more: object): object => ({
    platform, name: names[key], unique_id: `${id}_${key}`, ...more,
  });
  return {
    device: { identifiers: [id], name: names.device, manufacturer: 'makerspeech', model: 'node-red-pronunciation', sw_version: version },
    origin: { name: 'node-red-pronunciation', sw_version: version, support_url: HOME },
    availability: [{ topic: topics.availability }],
    components: {
      score: entity('score', 'sensor', {
        state_topic: topics.result, value_template: '{{ value_json.points }}', unit_of_measurement: names.points, state_class: 'measurement',
        json_attributes_topic: topics.result, icon: 'mdi:account-voice',
      }),
      verdict: entity('verdict', 'sensor', { state_topic: topics.verdict, device_class: 'enum', options: VERDICTS }),
      attempt: entity('attempt', 'event', { state_topic: topics.attempt, event_types: VERDICTS }),
      noise: entity('noise', 'sensor', { state_topic: topics.noise, device_class: 'enum', options: NOISE_LIGHTS }),
      picture: entity('picture', 'image', { image_topic: topics.picture, content_type: 'image/png' }),
      say: entity('say', 'text', { command_topic: topics.setSay, state_topic: topics.say, max: MAX_STATE }),
    },
    qos: 1,
  };
}
