import { contourOf } from '../../pipeline/prosody/contour';
import { recordingMel } from '../../pipeline/recording-mel';
import { pictureOf } from '../../pipeline/picture';
import { encodePng } from '../../pipeline/png';
import type { MelJob, MelResult } from '../jobs';
import { readRecording } from './audio';

export function runMel({ wav, features, filters, noise, contour = false }: MelJob): MelResult {
  const { audio, facts } = readRecording(wav, noise);
  const mel = recordingMel(audio, features, filters);
  const measured = { mel, facts, ...(contour ? { contour: contourOf(audio) } : {}) };
  const { picture, pictureHeight, pictureWidth, topDb } = features;
  if (picture === null) return measured;
  return { ...measured, image: encodePng(pictureOf(mel, picture, pictureHeight, pictureWidth, topDb)) };
}
