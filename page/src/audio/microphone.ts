import { levelDb } from './levels';
import { joined, wavOf } from './wav';

/** Hz: the models' rate. A higher one would only use more bandwidth. */
const SENT_RATE = 16000;

/** Collects what an input node hears and posts it in pieces of 128 samples. */
const COLLECTOR = `registerProcessor("pron-collector", class extends AudioWorkletProcessor {
  process(inputs) { const heard = inputs[0][0]; if (heard) this.port.postMessage(heard.slice()); return true; }
});`;

/** A microphone that is open. */
export interface Microphone {
  /** Drops what was heard so far except the last `ms`: the speaker may have started early. */
  readonly begin: (ms: number) => void;
  /** Ends the recording. Resolves to its WAV file. */
  readonly finish: () => Promise<ArrayBuffer>;
  readonly close: () => void;
}

/** Whether the browser lets this page hear a microphone. */
export function canHear(): boolean {
  return window.isSecureContext && 'mediaDevices' in navigator && 'AudioWorkletNode' in window;
}

/** The same sound at `SENT_RATE`, by the browser's own resampler. */
async function resampled(samples: Float32Array, sampleRate: number): Promise<Float32Array> {
  if (sampleRate === SENT_RATE || samples.length === 0) return samples;
  const context = new OfflineAudioContext(1, Math.ceil((samples.length * SENT_RATE) / sampleRate), SENT_RATE);
  const buffer = context.createBuffer(1, samples.length, sampleRate);
  buffer.getChannelData(0).set(samples);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.start();
  return (await context.startRendering()).getChannelData(0);
}

/**
 * Opens the browser's microphone without the browser's noise and level control: the nodes measure both.
 * @param onLevel gets a level (dBFS) some ten times a second
 * @param onLost is called where the microphone is taken away
 * @throws the browser's error (NotAllowedError, NotFoundError, ...)
 */
export async function openMicrophone(onLevel: (levelDb: number) => void, onLost: () => void): Promise<Microphone> {
  const constraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: constraints });
  const context = new AudioContext();
  const address = URL.createObjectURL(new Blob([COLLECTOR], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(address);
  URL.revokeObjectURL(address);
  const collector = new AudioWorkletNode(context, 'pron-collector', { numberOfOutputs: 0 });
  context.createMediaStreamSource(stream).connect(collector);
  await context.resume();
  const pieces: Float32Array[] = [];
  let newest: Float32Array[] = [];
  collector.port.onmessage = ({ data }: MessageEvent<Float32Array>) => {
    pieces.push(data);
    newest.push(data);
    if (newest.length * data.length < context.sampleRate / 10) return;
    onLevel(levelDb(joined(newest)));
    newest = [];
  };
  for (const track of stream.getTracks()) track.addEventListener('ended', onLost);
  const close = (): void => {
    collector.port.onmessage = null;
    for (const track of stream.getTracks()) {
      track.removeEventListener('ended', onLost);
      track.stop();
    }
    void context.close();
  };
  return {
    begin: (ms) => {
      const kept = Math.ceil(((ms / 1000) * context.sampleRate) / 128);
      pieces.splice(0, Math.max(0, pieces.length - kept));
    },
    finish: async () => {
      close();
      return wavOf(await resampled(joined(pieces), context.sampleRate), SENT_RATE);
    },
    close,
  };
}
