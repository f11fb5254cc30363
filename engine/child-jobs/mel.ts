import { melSpectrogram } from '../../pipeline/mel';
import { pictureOf } from '../../pipeline/picture';
import { encodePng } from '../../pipeline/png';
import type { MelFeatures } from '../../pipeline/types';
import type { MelJob, MelResult, PictureRequest } from '../jobs';
import { takeIn } from './audio';

export function runMel({ wav, features, picture = ownPicture(features) }: MelJob): MelResult {
  const { audio, facts } = takeIn(wav);
  const mel = melSpectrogram(audio, features);
  if (picture === undefined) return { mel, facts };
  const { kind, height, width } = picture;
  return { mel, image: encodePng(pictureOf(mel, kind, height, width, features.topDb)), facts };
}

function ownPicture({ picture, pictureHeight, pictureWidth }: MelFeatures): PictureRequest | undefined {
  return picture === null ? undefined : { kind: picture, height: pictureHeight, width: pictureWidth };
}
