import assert from 'node:assert/strict';
import type { NodeAPI } from 'node-red';

import { rebuildError, serialiseError } from '../../../engine/protocol';
import { localised } from '../../../nodes/lib/errors';
import { phrase, PronError, type ErrorDetails } from '../../../base/errors';
import { catalogueOf, translator } from '../../support/catalogue';

const korean = { _: translator(catalogueOf('pron-mel', 'ko')) } as unknown as NodeAPI;

/** The sentence of an error that comes from another process, as a Korean Node-RED tells it. */
const told = (code: PronError['code'], details: ErrorDetails): string =>
  localised(korean, rebuildError(structuredClone(serialiseError(new PronError(code, details))))).message;

describe('An error in the language of the runtime', () => {
  it('translates the reasons inside of its sentence, and what these name', () => {
    const fault = phrase('notFromTo', { value: 9, min: 1, max: 5 });
    const reason = phrase('manifestKey', { key: 'score.margin', fault });
    assert.equal(
      told('PRON_MODEL_BROKEN', { model: 'mine', reason }),
      '모델 mine을(를) 불러올 수 없습니다: 매니페스트의 score.margin: 9, 1에서 5 사이가 아님. 다시 설치하세요.',
    );
  });

  it('translates each of several reasons', () => {
    const differences = ['bands', 'fMax'].map((key) => phrase('featureMissing', { key, wanted: '80' }));
    assert.match(told('PRON_FEATURES_DIFFER', { model: 'm', differences }), /: bands 없음\(80이어야 함\), fMax 없음\(80이어야 함\)\. /);
  });

  it('leaves another program\'s own words as they are, and cuts them where they are long', () => {
    const reason = phrase('graphDoesNotRun', { graph: 'head', reason: `bad node ${'x'.repeat(200)}` });
    const sentence = told('PRON_MODEL_BROKEN', { model: 'm', reason });
    assert.match(sentence, /head이\(가\) 실행되지 않습니다: bad node x+…\. 다시/);
    assert.ok(sentence.length < 200);
  });
});
