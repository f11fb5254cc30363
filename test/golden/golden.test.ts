import assert from 'node:assert/strict';
import { FULL_GOLDEN, openGolden, SMALL_GOLDEN } from './manifest';
import { report, walk } from './walk';

describe('golden numbers of librosa, noisereduce, OpenCV, PIL and matplotlib', () => {
  it('agree with the pipeline for the part that is in the repository', function () {
    this.timeout(120000);
    const golden = openGolden(SMALL_GOLDEN);
    assert.ok(golden, 'test/fixtures/golden is missing');
    const result = walk(golden);
    assert.deepEqual(result.failures, []);
    assert.ok(result.compared >= 40, `only ${result.compared} entries`);
  });

  it('agree with the pipeline for every entry of the whole manifest', function () {
    this.timeout(120000);
    const golden = openGolden(FULL_GOLDEN);
    if (golden === undefined) {
      console.log(`      skipped: there is no ${FULL_GOLDEN}`);
      this.skip();
    }
    const result = walk(golden);
    console.log(report(result));
    assert.deepEqual(result.failures, []);
    assert.equal(result.compared, golden.manifest.entries.length);
    assert.equal(result.skipped, 0);
  });
});
