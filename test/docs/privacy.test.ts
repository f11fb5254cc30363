import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../base/package-root';

const EXAMPLES = join(packageRoot(), 'examples');
/** Nodes that write or send what a message carries. */
const OUTWARD = /^(file|http request|mqtt out|tcp out|tcp request|udp out|websocket out|e-mail|pron-remote|pron-satellite|pron-wyoming)$/;

describe('docs/privacy.md', () => {
  it('names every example that writes or sends something, and no other', () => {
    const files = readdirSync(EXAMPLES, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'));
    const typesIn = (file: string): string[] =>
      (JSON.parse(readFileSync(join(EXAMPLES, file), 'utf8')) as readonly { readonly type: string }[]).map(({ type }) => type);
    const writing = files.filter((file) => typesIn(file).some((type) => OUTWARD.test(type)));
    const table = readFileSync(join(packageRoot(), 'docs', 'privacy.md'), 'utf8').split('<!-- examples that write or send -->')[1] ?? '';
    const named = [...(table.split('\n\n')[0] ?? '').matchAll(/^\| (?!example|-)(.+?) \|/gm)].map(([, name = '']) => `${name}.json`);
    assert.deepEqual(named.sort(), writing.sort());
    const sending = writing.filter((file) => typesIn(file).some((type) => OUTWARD.test(type) && type !== 'file'));
    assert.deepEqual(sending.sort(), [
      '13 - A Pi Zero that asks a bigger one.json', '14 - A class on one computer.json', '15 - The score in Home Assistant.json',
      '16 - Voice commands from a satellite.json', '17 - Offer voices and the ear to Home Assistant.json',
      'gpio/04 - Colour a strip of LEDs word by word.json',
    ]);
  });
});
