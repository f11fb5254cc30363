/** Hz: the models' rate. A higher one would only use more bandwidth. */
const SENT_RATE = 16000;

/** Collects what an input node hears and posts it in pieces of 128 samples. */
const COLLECTOR = 'registerProcessor("pron-collector", class extends AudioWorkletProcessor {' +
  ' process(inputs) { const heard = inputs[0][0]; if (heard) this.port.postMessage(heard.slice()); return true; } });';

/** Level of samples, dBFS, never below -60. */
function levelDb(samples) {
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  return Math.max(-60, 10 * Math.log10(energy / Math.max(1, samples.length) + 1e-12));
}

/** A WAV file, mono, 16-bit PCM, of float samples. */
function wavOf(samples, sampleRate) {
  const view = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const text = (at, letters) => [...letters].forEach((letter, i) => view.setUint8(at + i, letter.charCodeAt(0)));
  text(0, 'RIFF');
  view.setUint32(4, 36 + 2 * samples.length, true);
  text(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, 2 * sampleRate, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  text(36, 'data');
  view.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, i) => view.setInt16(44 + 2 * i, Math.round(Math.max(-1, Math.min(1, sample)) * 32767), true));
  return view.buffer;
}

/** The same sound at `SENT_RATE`, by the browser's own resampler. */
async function resampled(samples, sampleRate) {
  if (sampleRate === SENT_RATE || samples.length === 0) return samples;
  const context = new OfflineAudioContext(1, Math.ceil((samples.length * SENT_RATE) / sampleRate), SENT_RATE);
  const buffer = context.createBuffer(1, samples.length, sampleRate);
  buffer.copyToChannel(samples, 0);
  const source = context.createBufferSource();
  source.buffer = buffer;
  source.connect(context.destination);
  source.start();
  return (await context.startRendering()).getChannelData(0);
}

function joined(pieces) {
  const all = new Float32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/**
 * Opens the browser's microphone without the browser's noise and level control: the nodes measure both. `onLevel(dB)` is called some ten times a second. Rejects with the browser's error (NotAllowedError,
 * NotFoundError, ...).
 */
async function openMicrophone(onLevel) {
  const constraints = { echoCancellation: false, noiseSuppression: false, autoGainControl: false, channelCount: 1 };
  const stream = await navigator.mediaDevices.getUserMedia({ audio: constraints });
  const context = new AudioContext();
  const address = URL.createObjectURL(new Blob([COLLECTOR], { type: 'text/javascript' }));
  await context.audioWorklet.addModule(address);
  URL.revokeObjectURL(address);
  const collector = new AudioWorkletNode(context, 'pron-collector', { numberOfOutputs: 0 });
  context.createMediaStreamSource(stream).connect(collector);
  await context.resume();
  const pieces = [];
  let newest = [];
  collector.port.onmessage = ({ data }) => {
    pieces.push(data);
    newest.push(data);
    if (newest.length * data.length < context.sampleRate / 10) return;
    onLevel(levelDb(joined(newest)));
    newest = [];
  };
  const close = () => {
    collector.port.onmessage = null;
    for (const track of stream.getTracks()) track.stop();
    void context.close();
  };
  return {
    /** Drops what was heard so far except the last `ms`: the speaker may have started early. */
    begin: (ms) => {
      const kept = Math.ceil(((ms / 1000) * context.sampleRate) / 128);
      pieces.splice(0, Math.max(0, pieces.length - kept));
    },
    /** Ends the recording. Resolves to its WAV file. */
    finish: async () => {
      close();
      return wavOf(await resampled(joined(pieces), context.sampleRate), SENT_RATE);
    },
    close,
  };
}

this.tools = { openMicrophone, levelDb };
