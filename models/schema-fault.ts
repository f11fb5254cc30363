import * as v from 'valibot';
import { phrase, type Phrase } from '../base/errors';
import { NO_FILE_NAME } from '../pipeline/model-manifest';
import { MAX_KNOTS, NO_KNOTS, NO_SHA256 } from '../pipeline/siamese/calibration-file';

/** A key, as a path with dots, and what is wrong with it, as the end of a sentence: "KEY is ...". */
export interface SchemaFault {
  readonly key: string;
  readonly fault: Phrase;
}

/** The first fault of a value that a schema refuses; undefined where it accepts it. */
export function faultIn(schema: v.GenericSchema, value: unknown): SchemaFault | undefined {
  const [issue] = v.safeParse(schema, value, { abortEarly: true }).issues ?? [];
  if (issue === undefined) return undefined;
  const key = v.getDotPath(issue) ?? '';
  // A list of knots is told as one: nobody looks for the 17th.
  return /^knots\.\d/.test(key) ? { key: 'knots', fault: phrase('brokenKnot') } : { key, fault: faultOf(issue) };
}

function faultOf(issue: v.BaseIssue<unknown>): Phrase {
  if (issue.received === 'undefined') return phrase('missing');
  switch (issue.message) {
    case NO_FILE_NAME:
      return phrase('noFileName');
    case NO_SHA256:
      return phrase('noSha256');
    case NO_KNOTS:
      return phrase('noKnots', { max: MAX_KNOTS });
  }
  switch (issue.type) {
    case 'string':
      return phrase('noText');
    case 'boolean':
      return phrase('noFlag');
    case 'number':
    case 'finite':
      return phrase('noNumber');
    case 'integer':
      return phrase('noWhole', { value: String(issue.input) });
    case 'min_value':
    case 'max_value': {
      const value = String(issue.input);
      const [min = '', max] = issue.message.split(' to ');
      return max === undefined ? phrase('notAtLeast', { value, min: String(issue.requirement) }) : phrase('notFromTo', { value, min, max });
    }
    case 'picklist':
    case 'literal':
    case 'variant':
      return phrase('noneOf', { options: (issue.expected ?? '').replace(/[()"]/g, '').split(' | ').join(', ') });
    default:
      return phrase('noObject');
  }
}
