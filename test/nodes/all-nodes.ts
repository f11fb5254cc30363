import mel from '../../nodes/pron-mel';
import mic from '../../nodes/pron-mic';
import noise from '../../nodes/pron-noise';
import score from '../../nodes/pron-score';
import tts from '../../nodes/pron-tts';
import vad from '../../nodes/pron-vad';
import type { NodeUnderTest } from '../support/node-red';

export const MIC: NodeUnderTest = { type: 'pron-mic', register: mic };
export const TTS: NodeUnderTest = { type: 'pron-tts', register: tts };
export const NOISE: NodeUnderTest = { type: 'pron-noise', register: noise };
export const VAD: NodeUnderTest = { type: 'pron-vad', register: vad };
export const MEL: NodeUnderTest = { type: 'pron-mel', register: mel };
export const SCORE: NodeUnderTest = { type: 'pron-score', register: score };
