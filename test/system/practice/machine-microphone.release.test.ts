import assert from 'node:assert/strict';
import { createWriteStream, type WriteStream } from 'node:fs';
import { microphoneOnFifo, type FakeMicrophone } from '../../support/fake-microphone';
import { needsProgram } from '../../support/programs';
import { record, scoreOn, useMachine } from './hands';
import { openStation, recordingSamples, type Station } from './station';

const BLOCK_BYTES = 4000;
const BLOCK_MS = 125;

/** Writes a recording into a microphone's FIFO in real time, after a silence and before an endless one. */
function speakInto(path: string, leadMs: number, samples: Float32Array): () => void {
  const fifo: WriteStream = createWriteStream(path);
  fifo.on('error', () => undefined); // its reader has gone: the recording is over
  const speech = Buffer.from(Int16Array.from(samples, (sample) => Math.round(sample * 32767)).buffer);
  const sound = Buffer.concat([Buffer.alloc(32 * leadMs), speech]);
  let at = 0;
  const timer = setInterval(() => {
    const block = Buffer.alloc(BLOCK_BYTES);
    if (at < sound.length) sound.copy(block, 0, at, at + BLOCK_BYTES);
    at += BLOCK_BYTES;
    fifo.write(block);
  }, BLOCK_MS);
  return () => {
    clearInterval(timer);
    fifo.destroy();
  };
}

describe('The microphone of the Node-RED machine at the practice station', function () {
  this.timeout(120_000);
  let station: Station;
  let microphone: FakeMicrophone & { readonly path: string };
  before(async function () {
    needsProgram(this, 'chromium');
    needsProgram(this, 'arecord');
    microphone = microphoneOnFifo();
    station = await openStation({ device: microphone.device });
  });
  after(async () => {
    await station?.stop();
    microphone?.remove();
  });

  it('records the learner, moves the meter, and tells another learner that it is taken', async () => {
    const { page, complaints, close } = await station.learner({ locale: 'ko-KR' });
    const other = await station.learner();
    await useMachine(page);
    await useMachine(other.page);
    const silence = speakInto(microphone.path, 2500, recordingSamples('ko-correct'));
    await record(page);
    await other.page.click('.pron-main');
    await other.page.waitForSelector('.pron-alert:has-text("Another learner")');
    const loudest = await page.evaluate(async () => {
      let level = -60;
      for (let i = 0; i < 40; i++) {
        level = Math.max(level, Number(document.querySelector('.pron-meter')?.getAttribute('aria-valuenow')));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      return level;
    });
    assert.ok(loudest > -45 && loudest < 0, `${loudest} dB`);
    await page.waitForSelector('.pron-score strong');
    silence();
    assert.ok((await scoreOn(page)) >= 85, String(await scoreOn(page)));
    assert.match((await page.textContent('.pron-score')) ?? '', /점/);
    assert.equal(await other.page.locator('.pron-score').count(), 0);

    const again = speakInto(microphone.path, 100, new Float32Array(16000));
    await record(other.page);
    await other.page.waitForTimeout(1000);
    await other.page.click('.pron-stop');
    await other.page.waitForSelector('.pron-result .pron-score');
    again();
    await close();
    await other.close();
    assert.deepEqual([complaints, other.complaints], [[], []]);
  });
});
