import assert from 'node:assert/strict';

import { measureLevel } from '../../pipeline/level';
import { decodeWav } from '../../pipeline/wav';
import { startFlow, stopFlow, type RunningFlow } from '../support/node-red';
import { syntheticWav } from '../support/synthetic-speech';
import { GAIN } from './all-nodes';

describe('The gain node', function () {
  this.timeout(60000);
  let flow: RunningFlow;
  const start = async (settings = {}): Promise<void> => {
    flow = await startFlow([GAIN], [{ id: 'n', type: 'pron-gain', ...settings, wires: [['out']] }, { id: 'out', type: 'helper' }]);
  };
  const amplified = async (payload: Buffer, more = {}) => {
    flow.send('n', { payload, ...more });
    return flow.next('out');
  };
  const levelOf = (wav: unknown) => measureLevel(decodeWav(wav as Buffer).samples);
  afterEach(stopFlow);

  it('makes a recording louder by the dB of its setting and says so', async () => {
    await start({ gainDb: '9' });
    const wav = syntheticWav({ peak: 0.2 });
    const out = await amplified(wav, { topic: 't' });
    assert.ok(Math.abs(levelOf(out.payload).rmsDb - levelOf(wav).rmsDb - 9) < 0.1);
    assert.equal(out.topic, 't');
    assert.equal(out.pronunciation.saturatedShare, 0);
    assert.equal(flow.statuses('n').at(-1)?.text, '+9.0 dB');
  });

  for (const [mode, level] of [['rms', 'rmsDb'], ['peak', 'peakDb']] as const) {
    it(`brings any recording to a ${mode} level`, async () => {
      await start({ mode, targetDb: -30 });
      for (const peak of [0.01, 0.5]) {
        assert.ok(Math.abs(levelOf((await amplified(syntheticWav({ peak }))).payload)[level] + 30) < 0.3);
      }
    });
  }

  it('counts what does not fit into 16 bits, and warns', async () => {
    await start({ gainDb: 30 });
    const { pronunciation } = await amplified(syntheticWav({ peak: 0.3 }));
    assert.ok(Number(pronunciation.saturatedShare) > 0.05, String(pronunciation.saturatedShare));
    const status = flow.statuses('n').at(-1);
    assert.deepEqual([status?.fill, status?.text], ['yellow', '+30.0 dB, clipped']);
  });

  it('leaves the level as recorded and writes the level of now', async () => {
    await start({ gainDb: -6 });
    const level = { peakDb: -3, rmsDb: -20, clippedShare: 0 };
    const { pronunciation } = await amplified(syntheticWav(), { pronunciation: { level } });
    assert.deepEqual(pronunciation.level, level);
    assert.ok(Math.abs(Number(pronunciation.levelNow?.peakDb) - 20 * Math.log10(0.3) + 6) < 2);
  });
});
