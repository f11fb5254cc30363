import * as v from 'valibot';

import { phrase } from '../../base/errors';
import { DEFAULT_TIERS, ORIGINAL_TIERS, type Tier } from '../../pipeline/siamese/score';
import { numberSchema, type OtherField, type Shown } from '../lib/fields';

/** Colours of a tier, for LEDs as well as for the status. */
const TIER_COLOURS = ['green', 'yellow', 'orange', 'red'] as const;

const MAX_TIERS = 100;

const tier = v.object({
  from: numberSchema(0, 100),
  name: v.pipe(v.string(), v.check((name) => name.trim() !== '')),
  colour: v.picklist(TIER_COLOURS),
});

/** At least one tier, each with the score that it begins at, a name and a colour. */
export const tiersField = (shown: Shown): OtherField<readonly Tier[]> => ({
  kind: 'other',
  default: DEFAULT_TIERS,
  schema: v.pipe(v.array(tier), v.minLength(1), v.maxLength(MAX_TIERS)),
  expected: phrase('aListOfTiers', { colours: TIER_COLOURS.join(', ') }),
  sentence: 'invalid.tiers',
  dialogCheck: 'areTiers',
  lists: { colours: TIER_COLOURS, presets: { raters: DEFAULT_TIERS, original: ORIGINAL_TIERS } },
  ...shown,
});
