import { compose, decompose, type Jamo } from '../jamo';
import { neutralise } from './codas';
import { simplifyCluster } from './clusters';
import { meltH } from './h';
import { lateralise } from './lateralisation';
import { sayLetterName } from './letter-names';
import { link } from './liaison';
import { insertN } from './n-insertion';
import { lateralToNasal, nasalise } from './nasalisation';
import { palatalise } from './palatalisation';
import { dropSaisiot } from './saisiot';
import { PLAIN, type Joint, type Rule, type Seam, type Variant } from './seam';
import { seamsOf } from './seams';
import { tensify } from './tensification';
import { sayVowel } from './vowels';

/** In this order: each rule finds what the ones before it left. */
const RULES: readonly Rule[] = [
  sayLetterName, insertN, dropSaisiot, palatalise, meltH, tensify, link, simplifyCluster, neutralise, lateralToNasal, nasalise,
  lateralise,
];

/** Nouns whose last syllable is 의. */
const ENDS_IN_UI =
  /^(?:.*주|강|.*회|협|동|정|문|편|합|상|결|의|논|토|창|호|신|유|고|건|항|모|명|선|악|성|열|예|임|적|질|제|심|한|이|불|부|거|전|민|사)의$/u;

interface Place {
  readonly written: Jamo;
  readonly seam: Seam;
  readonly isFirst: boolean;
  readonly isParticle: boolean;
}

/**
 * The words of a phrase as they are said. Every written syllable stays one syllable.
 * @param words Hangul syllables only
 */
export function sayPhrase(words: readonly string[], variant: Variant = {}): readonly string[] {
  const seams = seamsOf(words, variant);
  const places = words.flatMap((word, at) =>
    [...word].map((syllable, i): Place => ({
      written: decompose(syllable) as Jamo,
      seam: seams[at]?.[i] ?? PLAIN,
      isFirst: i === 0,
      isParticle: i > 0 && i === word.length - 1 && syllable === '의' && !ENDS_IN_UI.test(word),
    })),
  );
  const spoken = sayPlaces(places, variant);
  let from = 0;
  return words.map((word) => spoken.slice(from, (from += word.length)).join(''));
}

function sayPlaces(places: readonly Place[], variant: Variant): readonly string[] {
  const joints = places.map((place, at) => sayJoint(place.written, places[at + 1], variant));
  return places.map((place, at) => {
    const { written, isFirst, isParticle } = place;
    const onset = joints[at - 1]?.onset ?? written.onset;
    const coda = (joints[at] as Joint).coda;
    const before = isFirst ? undefined : places[at - 1]?.written;
    const vowel = {
      nucleus: written.nucleus, writtenOnset: written.onset, onset, coda: written.coda, before: before?.nucleus ?? '',
      beforeCoda: before?.coda ?? '', isFirst, isParticle,
    };
    return compose({ onset, nucleus: sayVowel(vowel, variant), coda });
  });
}

function sayJoint({ coda }: Jamo, right: Place | undefined, variant: Variant): Joint {
  const joint: Joint = {
    coda,
    onset: right?.written.onset ?? '',
    nucleus: right?.written.nucleus ?? '',
    nextCoda: right?.written.coda ?? '',
    seam: right?.seam ?? PLAIN,
  };
  return RULES.reduce((heard, rule) => rule(heard, variant), joint);
}
