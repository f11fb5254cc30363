import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'mocha';
import { loadMedia } from '../../../evaluation/report-page/load-media';
import { referenceVoice } from '../../../engine/offline/reference-voice';
import { syllables, temporaryFolder, writeWav } from '../../cli/support';
import { reported } from './report-data';

describe('The recordings of a disagreement', () => {
  const folder = temporaryFolder();

  it('are read once more, both of them', async () => {
    const learner = writeWav(folder, 'a.wav', syllables(1.5, 1));
    const path = writeWav(folder, 'b.wav', syllables(1, 2), 8000);
    const media = await loadMedia(reported({ learner, reference: { path } }), referenceVoice());
    assert.ok('learner' in media);
    assert.deepEqual([media.learner.seconds, media.reference.seconds], [1.5, 2]);
  });

  it('that are gone meanwhile leave the sentence that says so', async () => {
    const media = await loadMedia(reported({ learner: join(folder, 'gone.wav') }), referenceVoice());
    assert.ok('fault' in media);
    assert.match(media.fault, /^There is no file .*gone\.wav\.$/);
  });
});
