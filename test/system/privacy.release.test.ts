import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fakeLoudspeaker, type FakeLoudspeaker } from '../support/fake-loudspeaker';
import { microphoneThatHears, type FakeMicrophone } from '../support/fake-microphone';
import { OUR_NODES } from '../support/our-nodes';
import { needsProgram, skipFor } from '../support/programs';
import { syntheticSpeech } from '../support/synthetic-speech';
import { eventually, runNodeRed, type FlowNode, type RunningNodeRed } from './support/node-red';
import { asksThisSystem, isOfSoundServer, keepsNothing, watch, watchedEnvironment, type Watched } from './support/watch';

const TEXT = 'a secret sentence of one child';

/** Every node of the package, from two voices and a microphone to a loudspeaker and a score. */
function flow(kept: string): FlowNode[] {
  const node = (id: string, type: string, to: string | string[][], more: object = {}): FlowNode =>
    ({ id, type, z: 'page', x: 0, y: 0, wires: typeof to === 'string' ? [to.split(' ').filter(Boolean)] : to, ...more });
  const voice = { language: 'en', textType: 'msg', text: 'payload' };
  const say = { props: [{ p: 'payload' }], payload: TEXT, payloadType: 'str', repeat: '', once: false };
  const log = (word: string): object => ({ func: `node.warn('${word} ' + (msg.error ? msg.error.message : msg.payload)); return null;`, outputs: 0 });
  return [
    { id: 'page', type: 'tab', label: 'all nodes' },
    node('say', 'inject', 'voice program', say),
    node('voice', 'pron-tts', 'gain', { ...voice, engine: 'built-in' }),
    node('program', 'pron-tts', 'play', { ...voice, engine: 'espeak-ng' }),
    node('play', 'pron-play', 'played', { device: 'fakespeaker' }),
    node('played', 'function', '', { func: "node.warn('played'); return null;", outputs: 0 }),
    node('gain', 'pron-gain', 'vad', { mode: 'rms' }),
    node('vad', 'pron-vad', 'mel'),
    node('mel', 'pron-mel', 'score', { picture: 'magma' }),
    node('record', 'inject', 'mic', { ...say, payload: 'true', payloadType: 'bool' }),
    node('mic', 'pron-mic', [['noise', 'keep?'], []], { device: 'fakemic', mode: 'fixed', seconds: 1 }),
    node('noise', 'pron-noise', 'time'),
    node('time', 'pron-time', 'hear', { mode: 'ratio', ratio: 1.1 }),
    node('hear', 'pron-hear', [['vad'], []]),
    node('score', 'pron-score', [['scored'], ['scored']], { pairPicture: true }),
    node('scored', 'function', '', log('scored')),
    node('failed', 'catch', 'failure', { scope: null, uncaught: false }),
    node('failure', 'function', '', log('failed')),
    node('keep?', 'switch', 'keep', { property: 'keep', propertyType: 'flow', rules: [{ t: 'true' }], checkall: 'true', outputs: 1 }),
    node('keep', 'file', '', { filename: kept, filenameType: 'str', appendNewline: false, createDir: false, overwriteFile: 'true' }),
    node('allow', 'inject', 'allowed', say),
    node('allowed', 'function', 'record-again', { func: "flow.set('keep', true); msg.payload = true; return msg;", outputs: 1 }),
    node('record-again', 'link out', '', { links: ['again'], mode: 'link' }),
    node('again', 'link in', 'mic', { links: ['record-again'] }),
  ];
}

describe('A voice', function () {
  this.timeout(120_000);
  let microphone: FakeMicrophone | undefined;
  let loudspeaker: FakeLoudspeaker | undefined;
  let red: RunningNodeRed | undefined;
  let stopWatching: (() => Promise<Watched>) | undefined;
  let home = '';

  before(async function () {
    needsProgram(this, 'strace', 'arecord', 'aplay', 'espeak-ng');
    microphone = microphoneThatHears(Int16Array.from(syntheticSpeech(), (x) => Math.round(32767 * x)));
    const own = process.env.ALSA_CONFIG_PATH ?? '';
    loudspeaker = fakeLoudspeaker();
    // Both fakes at once: each brings a file of definitions.
    const both = join(microphone.folder, 'both.conf');
    writeFileSync(both, `<${own}>\n<${join(process.env.ALSA_CONFIG_PATH ?? '', '..', 'asoundrc')}>\n`);
    home = join(microphone.folder, 'home');
    mkdirSync(home);
    red = await runNodeRed({ flows: flow(join(microphone.folder, 'kept.wav')), env: { ...watchedEnvironment(home), ALSA_CONFIG_PATH: both } });
    stopWatching = await watch(red.process.pid ?? 0, join(microphone.folder, 'watched'));
    if (stopWatching === undefined) skipFor(this, 'needs the permission to trace processes');
  });
  after(async () => {
    await stopWatching?.();
    await red?.stop();
    loudspeaker?.remove();
    microphone?.remove();
  });

  const logged = (word: string, times = 1): Promise<unknown> =>
    eventually(`${word}\n${red?.log()}`, () => Promise.resolve((red?.log().split(`] ${word}`).length ?? 0) > times || undefined));

  it('is recorded, spoken, played and scored, and no file is written and no connection made', async function () {
    assert.ok(red !== undefined && microphone !== undefined && stopWatching !== undefined);
    const types = flow('').map(({ type }) => type);
    // They are there to keep results and teachers' voices, to answer over the network or to share the work: privacy-network.release.test.ts looks at what they do.
    assert.deepEqual(OUR_NODES.filter((type) => !types.includes(type)), ['pron-class', 'pron-voice', 'pron-wyoming', 'pron-house', 'pron-satellite', 'pron-remote', 'pron-worker']);
    const before = readdirSync(red.userDir, { recursive: true, encoding: 'utf8' }).sort();
    await red.press('say');
    await logged('played');
    await red.press('record');
    await logged('scored');
    const { written, connected, started } = await stopWatching();
    stopWatching = undefined;

    const programs = started.map((path) => basename(path));
    for (const program of ['node', 'arecord', 'aplay', 'espeak-ng']) assert.ok(programs.includes(program), `${program} was watched`);
    const fake = (path: string): boolean => /heard\.raw$/.test(path); // what the fake loudspeaker hears
    assert.deepEqual(written.filter((path) => !keepsNothing(path) && !fake(path) && !isOfSoundServer(home, path)), []);
    assert.deepEqual(connected.filter((call) => !asksThisSystem(call)), []);
    assert.deepEqual(readdirSync(red.userDir, { recursive: true, encoding: 'utf8' }).sort(), before);
    const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    assert.deepEqual(files.map(({ name }) => name), []);
    assert.doesNotMatch(red.log(), /\] failed/);
    assert.doesNotMatch(red.log(), new RegExp(TEXT), 'the log holds no text');
  });

  it('is written where a node is told to, which is seen', async () => {
    assert.ok(red !== undefined && microphone !== undefined);
    stopWatching = await watch(red.process.pid ?? 0, join(microphone.folder, 'watched-again'));
    await red.press('allow');
    await logged('scored', 2);
    const { written } = (await stopWatching?.()) ?? { written: [] };
    stopWatching = undefined;
    assert.ok(written.some((path) => path.endsWith('kept.wav')), written.join('\n'));
  });
});
