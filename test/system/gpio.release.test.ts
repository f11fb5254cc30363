import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { constants, createWriteStream, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import { noiseLight } from '../../practice/gpio/noise-light';
import { scoreLeds } from '../../practice/gpio/score-leds';
import { scoreNeedle } from '../../practice/gpio/score-needle';
import { scoreStrip } from '../../practice/gpio/score-strip';
import type { Example } from '../../practice/flow/example';
import { GPIO } from '../../practice/gpio/hardware/pins';
import { microphoneOnFifo, type FakeMicrophone } from '../support/fake-microphone';
import { needsProgram } from '../support/programs';
import { plugInPi, waitForLevels, type FakePi, type PinCall } from './support/fake-pi';
import { eventually, ROOT, runNodeRed, type RunningNodeRed } from './support/node-red';

const { button, red, orange, yellow, green, servo, lamp } = GPIO;
const DARK = { [red]: 0, [orange]: 0, [yellow]: 0, [green]: 0 };
const BLOCK_BYTES = 4000;
const BLOCK_MS = 125;
const BLINK_MS = 250;

/** Opens a FIFO once somebody reads from it. */
const openForReader = (fifo: string): Promise<number> =>
  eventually('arecord to listen', () => {
    try {
      return Promise.resolve(openSync(fifo, constants.O_WRONLY | constants.O_NONBLOCK));
    } catch {
      return Promise.resolve(undefined);
    }
  });

/** Says a bundled recording into the microphone, as fast as a human would: 16 kHz, 16 bits. */
async function say(fifo: string, recording: string): Promise<void> {
  const wav = readFileSync(join(ROOT, 'practice', 'recordings', `${recording}.wav`)).subarray(44);
  // Whoever listens may have heard enough before it ends.
  const writer = createWriteStream(fifo, { fd: await openForReader(fifo) }).on('error', () => undefined);
  for (let at = 0; at < wav.length; at += BLOCK_BYTES) {
    writer.write(wav.subarray(at, at + BLOCK_BYTES));
    await sleep(BLOCK_MS);
  }
  writer.destroy();
}

describe('the example flows for GPIO, with the real node-red-node-pi-gpio', function () {
  this.timeout(120_000);
  let pi: FakePi;
  let microphone: FakeMicrophone & { readonly path: string };
  let nodeRed: RunningNodeRed;
  let ids: ReadonlyMap<string, string>;

  before(async function () {
    needsProgram(this, 'python3', 'arecord', 'mkfifo');
    pi = plugInPi();
    microphone = microphoneOnFifo();
    nodeRed = await runNodeRed({ env: pi.env });
  });
  after(async () => {
    await nodeRed?.stop();
    microphone?.remove();
    pi?.remove();
  });

  afterEach(() => pi?.join(button, undefined));

  /** Deploys a flow as its file holds it, but for the name of the microphone. */
  async function deploy({ nodes }: Example, device = microphone.device): Promise<PinCall[]> {
    const from = pi.calls().length;
    await nodeRed.deploy(nodes.map((node) => (node.type === 'pron-mic' ? { ...node, device } : node)));
    ids = new Map(nodes.filter(({ type }) => type === 'inject').map(({ name, id }) => [String(name), id]));
    const driven = nodes.filter(({ type }) => type.startsWith('rpi-gpio')).map(({ pin }) => Number(pin));
    return eventually('the pins to be set up', () => {
      const calls = pi.calls(from).filter(({ call }) => call !== 'cleanup');
      const ready = calls.filter(({ call }) => ['output', 'duty', 'input'].includes(call)).map(({ pin }) => pin);
      return Promise.resolve(driven.every((pin) => ready.includes(pin)) ? calls : undefined);
    });
  }

  /** Presses the button of an inject node. */
  async function press(name: string): Promise<void> {
    const id = ids.get(name);
    assert.ok(id, `no inject node ${name}`);
    await nodeRed.press(id);
  }

  /** What a pin is driven to until something is true, from now on. */
  async function driven(pin: number, until: (values: readonly number[]) => boolean, act: () => Promise<void> | void): Promise<number[]> {
    const from = pi.calls().length;
    await act();
    return eventually(`what pin ${pin} should do`, () => {
      const values = pi.calls(from).filter((one) => one.pin === pin).map(({ value }) => Number(value));
      return Promise.resolve(until(values) ? values : undefined);
    });
  }

  const BLINKING = [0, 1, 0, 1, 0, 1, 0];
  /** Does something and waits until the red LED has blinked three times and is off. */
  const blinks = (act: () => Promise<void> | void): Promise<number[]> =>
    driven(red, (values) => isDeepStrictEqual(values.slice(-BLINKING.length), BLINKING), act);

  /** What was done to a pin. */
  const doneTo = (pin: number, calls: readonly PinCall[]) => calls.filter((one) => one.pin === pin).map(({ call, value }) => [call, value]);

  describe('a button and four LEDs', () => {
    let begun: PinCall[];
    before(async () => {
      begun = await deploy(scoreLeds());
    });

    it('begins with all LEDs off and the button pulled up and debounced', () => {
      for (const led of [red, orange, yellow, green]) assert.deepEqual(doneTo(led, begun), [['setup', 'out'], ['output', 0]]);
      assert.deepEqual(doneTo(button, begun), [['setup', 'in, pulled up'], ['watch', 50], ['input', 1]]);
    });

    it('lights exactly the LED of the tier', async () => {
      for (const [colour, pin] of Object.entries({ red, orange, yellow, green })) {
        await press(colour);
        await waitForLevels(pi, { ...DARK, [pin]: 1 });
      }
    });

    /** Through the microphone the native's recording is cut into blocks, which moves its points across the bound of two tiers. */
    async function isGood(): Promise<void> {
      const isUp = (): boolean => isDeepStrictEqual([red, orange].map((pin) => pi.levels().get(pin)), [0, 0]) && [yellow, green].some((pin) => pi.levels().get(pin) === 1);
      await eventually('a green or a yellow LED alone', () => Promise.resolve(isUp() || undefined));
    }

    it('lights one for a recording with a score', async () => {
      await press('a learner with errors');
      await waitForLevels(pi, { ...DARK, [orange]: 1 });
      await press('a native speaker');
      await isGood();
    });

    it('lights the red one too where a word was left out', async () => {
      const { file, nodes } = scoreLeds();
      const heard = { words: [{ text: 'not', error: 'omission' }] };
      const says = (node: Example['nodes'][number]): boolean => node.name === 'yellow' && node.type === 'inject';
      await deploy({
        file,
        nodes: nodes.map((node) => (says(node) ? { ...node, props: [{ p: 'pronunciation', v: JSON.stringify({ score: { tier: { colour: 'yellow' } }, heard }), vt: 'json' }] } : node)),
      });
      await press('yellow');
      await waitForLevels(pi, { ...DARK, [yellow]: 1, [red]: 1 });
    });

    it('blinks red and ends dark for a recording without a score', async () => {
      for (const name of ['another sentence', 'nobody speaks']) {
        await press('green');
        await waitForLevels(pi, { ...DARK, [green]: 1 });
        await blinks(() => press(name));
        await waitForLevels(pi, DARK);
      }
    });

    it('is dark while the button is held, and lights for what was said into the microphone', async () => {
      await press('red');
      await waitForLevels(pi, { ...DARK, [red]: 1 });
      const from = pi.calls().length;
      pi.join(button, 0);
      await say(microphone.path, 'ko-correct');
      await waitForLevels(pi, DARK);
      assert.ok(pi.calls(from).every(({ value }) => value === 0), 'nothing but off, and the button down');
      pi.join(button, undefined);
      await isGood();
    });

    it('stops blinking as soon as there is a new score', async () => {
      const from = pi.calls().length;
      await press('nobody speaks');
      await eventually('the first blink', () => Promise.resolve(pi.calls(from).some(({ pin, value }) => pin === red && value === 1) || undefined));
      await press('orange');
      await waitForLevels(pi, { ...DARK, [orange]: 1 });
      const lit = pi.calls().length;
      await sleep(BLINKING.length * BLINK_MS);
      // An LED that is dark may be told so once more.
      assert.deepEqual(pi.calls(lit).filter(({ value }) => value !== 0), []);
      await waitForLevels(pi, { ...DARK, [orange]: 1 });
    });

    it('follows the tiers of the score node when they are edited', async () => {
      const { file, nodes } = scoreLeds();
      const tiers = [{ from: 0, name: 'everything', colour: 'orange' }];
      await deploy({ file, nodes: nodes.map((node) => (node.type === 'pron-score' ? { ...node, tiers } : node)) });
      await press('a native speaker');
      await waitForLevels(pi, { ...DARK, [orange]: 1 });
    });

    it('blinks red where there is no microphone', async () => {
      await deploy(scoreLeds(), 'nosuchmic');
      await blinks(() => pi.join(button, 0));
    });
  });

  describe('a traffic light for noise', () => {
    const light = { [red]: 0, [yellow]: 0, [green]: 0 };
    before(() => deploy(noiseLight()));

    it('shows more noise as yellow and red', async () => {
      for (const [name, pin] of [['a quiet room', green], ['a fan', yellow], ['a busy street', red]] as const) {
        await press(name);
        await waitForLevels(pi, { ...light, [pin]: 1 });
      }
    });

    it('listens for some seconds when the button is pressed, dark meanwhile, however long it is held', async () => {
      pi.join(button, 0);
      const said = say(microphone.path, 'ko-correct');
      await waitForLevels(pi, light);
      await said;
      await waitForLevels(pi, { ...light, [green]: 1 });
      const from = pi.calls().length;
      pi.join(button, undefined);
      await eventually('the button to be let go', () => Promise.resolve(doneTo(button, pi.calls(from)).length > 0 || undefined));
      await sleep(BLINK_MS);
      assert.deepEqual(pi.calls(from).map(({ pin }) => pin), [button]);
    });
  });

  describe('a servo and a lamp', () => {
    const both = (values: readonly number[]): boolean => values.length >= 2;

    let begun: PinCall[];
    before(async () => {
      begun = await deploy(scoreNeedle());
    });

    it('begin with no pulses, at 50 and at 100 a second', () => {
      assert.deepEqual(doneTo(servo, begun), [['setup', 'out'], ['pwm', 50], ['duty', 0]]);
      assert.deepEqual(doneTo(lamp, begun), [['setup', 'out'], ['pwm', 100], ['duty', 0]]);
    });

    it('get 1 to 2 ms of every 20 ms and the square of the score', async () => {
      for (const [mark, percent, brightness] of [['0', 5, 0], ['50', 7.5, 25], ['100', 10, 100]] as const) {
        const duties = await driven(servo, both, () => press(mark));
        assert.deepEqual(duties, [percent, 0], `${mark}: a move, then no more pulses`);
        assert.equal(pi.levels().get(lamp), brightness);
      }
    });

    it('show the same score of a recording, and 0 for none', async () => {
      const [percent = 0] = await driven(servo, both, () => press('a native speaker'));
      const score = 20 * (percent - 5);
      assert.ok(score >= 70 && score <= 100, `${percent} %`);
      assert.ok(Math.abs((pi.levels().get(lamp) ?? 0) - score ** 2 / 100) < 0.5);
      assert.deepEqual(await driven(servo, both, () => press('another sentence')), [5, 0]);
      assert.equal(pi.levels().get(lamp), 0);
    });
  });
  describe('a strip of LEDs on the Wi-Fi', () => {
    const LEDS = 12;
    let wled: Server;
    let asked: { readonly on: boolean; readonly seg: { readonly i: readonly (string | number)[] } }[];
    const newest = (until: (colours: readonly (string | number)[]) => boolean) =>
      eventually('the colours of the strip', () => Promise.resolve(asked.map(({ seg }) => seg.i).find(until)));
    /** The flow with these variables of its tab, and with these settings of its debug nodes. */
    function onStrip(env: readonly (readonly string[])[], debug: object = {}): Example {
      const { file, nodes } = scoreStrip();
      const variables = env.map(([name, value]) => ({ name, value, type: 'str' }));
      return { file, nodes: nodes.map((node) => ({ ...node, ...(node.type === 'tab' && { env: variables }), ...(node.type === 'debug' && debug) })) };
    }
    const isLit = (colours: readonly (string | number)[]): boolean => typeof colours[0] === 'string';

    before(async () => {
      wled = createServer((request, response) => {
        let body = '';
        request.on('data', (chunk: Buffer) => (body += chunk.toString()));
        request.on('end', () => {
          if (request.url === '/json/state' && request.method === 'POST') asked.push(JSON.parse(body) as (typeof asked)[number]);
          response.setHeader('content-type', 'application/json');
          response.end('{"success":true}');
        });
      }).listen(0, '127.0.0.1');
      await new Promise((resolve) => wled.once('listening', resolve));
      await deploy(onStrip([['STRIP_ADDRESS', `127.0.0.1:${(wled.address() as AddressInfo).port}`], ['STRIP_LEDS', String(LEDS)]]));
    });
    beforeEach(() => (asked = []));
    after(() => wled?.close());

    it('shows one LED for each syllable of a native speaker, with a dark one between words', async () => {
      await press('a native speaker');
      const colours = await newest(isLit);
      assert.equal(colours.slice(0, 3).filter((colour) => ['00C020', 'D0A000', 'E05000', 'E00000'].includes(String(colour))).length, 3, colours.join());
      assert.equal(colours[3], '000000');
    });

    it('goes dark where there is no score', async () => {
      await press('another sentence');
      assert.deepEqual(await newest((colours) => !isLit(colours)), [0, LEDS, '000000']);
    });

    it('says where the strip does not answer, and the flow goes on', async () => {
      const nobody = [['STRIP_ADDRESS', '127.0.0.1:9'], ['STRIP_LEDS', String(LEDS)]];
      await deploy(onStrip(nobody, { console: true }));
      const said = nodeRed.log().length;
      await press('nobody speaks');
      await eventually('what went wrong', () => Promise.resolve(/ECONNREFUSED/.test(nodeRed.log().slice(said)) || undefined));
    });
  });

  it('lets go of its pins when another flow takes its place', async () => {
    await deploy(scoreNeedle());
    const from = pi.calls().length;
    await deploy(noiseLight());
    const gone = pi.calls(from).filter(({ call }) => call === 'cleanup').map(({ pin }) => pin);
    assert.deepEqual(new Set(gone), new Set([button, servo, lamp]));
  });
});
