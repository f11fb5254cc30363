import assert from 'node:assert/strict';

import { referenceVoice } from '../../engine/offline/reference-voice';
import { needsEar } from '../support/ear';
import { fakeLoudspeaker, type FakeLoudspeaker } from '../support/fake-loudspeaker';
import { needsProgram } from '../support/programs';
import { fakeSatellite, type FakeSatellite } from '../support/fake-satellite';
import { press, setUpExample, type SetUpExample } from './support/examples';
import { eventually, runNodeRed, type RunningNodeRed } from './support/node-red';

describe('The examples of Wyoming', function () {
  this.timeout(180_000);
  let satellite: FakeSatellite | undefined;
  let loudspeaker: FakeLoudspeaker | undefined;
  let red: RunningNodeRed | undefined;

  before(async function () {
    needsEar(this);
    satellite = await fakeSatellite();
    loudspeaker = fakeLoudspeaker();
    red = await runNodeRed();
  });
  after(async () => {
    await red?.stop();
    await satellite?.close();
    loudspeaker?.remove();
  });

  describe('16: voice commands from a satellite', () => {
    const voice = referenceVoice();
    let lights: SetUpExample;
    before(async () => {
      assert.ok(red !== undefined && satellite !== undefined);
      lights = setUpExample(16, { 'pron-satellite': { address: satellite.address } });
      await red.deploy(lights.flow);
      await eventually('the satellite', () => Promise.resolve(satellite?.isRunning() || undefined));
    });

    const light = async (button: string | (() => void)): Promise<string> => {
      assert.ok(red !== undefined && satellite !== undefined);
      const before = satellite.played();
      const shown = await press(red, lights, button, 'light');
      await eventually('the answer', () => Promise.resolve((satellite?.played() ?? 0) > before || undefined));
      return shown;
    };

    it('the button switches the light, and the satellite says so', async () => {
      assert.equal(await light('heard: light on'), 'true');
    });

    for (const [sentence, state] of [['Turn the light off, please.', 'false'], ['Turn the light on, please.', 'true']] as const) {
      it(`"${sentence}" switches the light, and the satellite says so`, async () => {
        const { wav } = await voice.sayWithWords(sentence, 'en-US');
        assert.equal(await light(() => satellite?.say(wav)), state);
      });
    }
  });

  describe('17: voices and the ear for Home Assistant', () => {
    before(function () {
      needsProgram(this, 'aplay');
    });

    it('the button says a sentence as a client of the server', async () => {
      assert.ok(red !== undefined && loudspeaker !== undefined);
      const { findFreePort } = await import('../../tools/lib/ports.mjs');
      const port = await findFreePort(0);
      const server = setUpExample(17, {
        'pron-wyoming': { port }, 'pron-tts': { address: `127.0.0.1:${port}` }, 'pron-play': { device: loudspeaker.device },
      });
      await red.deploy(server.flow);
      const ended = press(red, server, () => undefined, 'has ended');
      assert.match(await press(red, server, 'a sentence', 'spoken or heard for others'), /물 한 잔 주세요/);
      await ended;
      assert.ok(loudspeaker.heard().some((sample) => Math.abs(sample) > 1000), 'it was heard');
    });
  });
});
