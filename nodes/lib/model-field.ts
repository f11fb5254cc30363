import { PLAIN_NAME } from '../../pipeline/model-manifest';
import { phrase } from '../../base/errors';
import { textField, type Shown } from './fields';

/** The name of a model: never a path. */
export const modelField = (shown: Shown) =>
  textField('default', { pattern: PLAIN_NAME, expected: phrase('aModelName'), sentence: 'validate.model', ...shown });
