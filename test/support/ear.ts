import { existsSync } from 'node:fs';
import os from 'node:os';
import { join } from 'node:path';
import { after, before } from 'mocha';
import { packageRoot } from '../../base/package-root';
import { acquireEngine, type Engine } from '../../engine/engine';
import { referenceVoice, type ReferenceVoice } from '../../engine/offline/reference-voice';
import type { HearResult } from '../../engine/jobs';
import { skipFor } from './programs';

/** Skips a test or a whole suite that needs the ear's weights, where the checkout lacks them. */
export function needsEar(test: Mocha.Context): void {
  const isThere = ['encoder.onnx', 'decoder.onnx'].every((file) => existsSync(join(packageRoot(), 'ear', file)));
  if (!isThere) skipFor(test, 'needs the weights of the ear, ear/encoder.onnx and ear/decoder.onnx');
}

/** Lets this process believe that the machine has too little memory for the ear, until the returned function is called. */
export function onSmallMachine(): () => void {
  const { totalmem } = os;
  os.totalmem = () => 500e6;
  return () => {
    os.totalmem = totalmem;
  };
}

interface HeardVoice {
  readonly voice: ReferenceVoice;
  /** What the built-in voice says, as a WAV file. */
  readonly say: (text: string, language?: string) => Promise<Uint8Array>;
  /** What the ear hears. @param text that is expected */
  readonly hear: (wav: Uint8Array, text?: string, language?: string) => Promise<HearResult['heard']>;
}

/** An ear for all tests of a suite, which is skipped where the checkout lacks the weights, and a voice for it. */
export function heardVoice(): HeardVoice {
  const voice = referenceVoice();
  let engine: Engine | undefined;
  before(function () {
    needsEar(this);
    engine = acquireEngine();
  });
  after(() => engine?.release());
  return {
    voice,
    say: async (text, language = 'en-US') => (await voice.sayWithWords(text, language)).wav,
    hear: async (wav, text, language = 'en-US') => {
      if (engine === undefined) throw new Error('the suite has not begun');
      return (await engine.run({ kind: 'hear', wav, language, text })).heard;
    },
  };
}
