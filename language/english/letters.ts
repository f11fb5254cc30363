import { syllablePlaces } from './syllables';

/** How each sound is spelled in English words. */
const SPELLINGS: Readonly<Record<string, string>> = {
  AA: 'a o ah au aw e ea ow oh',
  AE: 'a ai au e',
  AH: 'a e i o u ou oo ea ai ia io eo iou y oe eou au ie ei ue oi uo',
  AO: 'o a au aw oa ou ough augh oo ao',
  AW: 'ou ow ough au',
  AY: 'i y ie igh eigh uy ye eye ai ei ay is ig',
  B: 'b bb pb',
  CH: 'ch tch t c ti te',
  D: 'd dd ed ld de',
  DH: 'th the',
  EH: 'e ea a ai ie eo u ay ei ae',
  ER: 'er ir ur or ear our yr re ar err urr irr orr eur ure ier ro',
  EY: 'a ai ay ea ey eigh ei au e aigh et ae ee',
  F: 'f ff ph gh lf ft pph fe',
  G: 'g gg gh gu gue',
  HH: 'h wh j',
  IH: 'i y e ui u o ie a ee ea ei ai ey ia ehi',
  IY: 'e ee ea ie ei y i ey eo ay ae oe',
  JH: 'j g dg dge d gg ge di dj',
  K: 'c k ck ch cc q qu cq que lk kh x ke kk cch',
  L: 'l ll le lle el al il sl ln',
  M: 'm mm mb mn lm me',
  N: 'n nn kn gn pn ne mn nd en on',
  NG: 'ng n ngue nd',
  OW: 'o oa ow oe ough ou ew oo eau ol oh au',
  OY: 'oi oy oye uoy',
  P: 'p pp pe ph',
  R: 'r rr wr rh re l',
  S: 's ss c sc ps st sw ce se z sce tz cs',
  SH: 'sh s ch t ti ci si ssi ss sci c ce xi sch che',
  T: 't tt ed pt bt th te ct cht d tte ght z',
  TH: 'th tth h',
  UH: 'oo u ou o',
  UW: 'oo u ew ue ui ou o oe ough wo eu ieu ooh',
  V: 'v f ve vv ph',
  W: 'w wh u o ju',
  Y: 'y i j u e ll gn',
  Z: 'z s zz ss x se ze cz sth',
  ZH: 's si g z ge ti j',
};

const WAYS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(SPELLINGS).map(([phone, ways]) => [phone, ways.split(' ')]));

/** What a letter without a sound costs, and a sound without a letter: that of a sound with a rare spelling is 1. */
const SILENT_LETTER = 1.5;
const NO_LETTER = 2.5;
const RARE = 0.1;
/** A word whose letters fit its sounds worse is not parted. */
const MOST_COST = 8;
const LETTER = /[a-z]/;

interface Way {
  readonly cost: number;
  /** Where the letters of each phone begin. */
  readonly starts: readonly number[];
}

/**
 * The letters of each syllable of a word; together they are the word. A letter that is written twice is parted: hap-py.
 * @param word as it is written
 * @param phones its pronunciation, ARPAbet without stress
 * @returns undefined where the letters do not fit the sounds
 */
export function letterSyllables(word: string, phones: readonly string[]): string[] | undefined {
  const places = syllablePlaces(phones);
  const count = (places.at(-1) ?? 0) + 1;
  if (count === 1) return [word];
  const letters = word.toLowerCase();
  if (letters.length !== word.length) return undefined;
  const { starts, cost } = cheapest(letters, phones);
  if (cost > MOST_COST) return undefined;
  const cuts = Array.from({ length: count }, (_, syllable) => (syllable === 0 ? 0 : cutBefore(letters, starts, places.indexOf(syllable))));
  const parts = cuts.map((cut, i) => word.slice(cut, cuts[i + 1] ?? word.length));
  return parts.every((part) => LETTER.test(part.toLowerCase())) ? parts : undefined;
}

/** No English word begins with these: they stay with what is before them, quick-ly. */
const NEVER_FIRST = ['ck', 'tch', 'dg', 'x', 'ld', 'lk', 'mb', 'mn'];

function cutBefore(letters: string, starts: readonly number[], phone: number): number {
  const start = starts[phone] as number;
  const kept = NEVER_FIRST.find((spelling) => letters.startsWith(spelling, start));
  if (kept !== undefined) return start + kept.length;
  const isTwice = letters[start] === letters[start + 1] && (starts[phone + 1] ?? letters.length) >= start + 2;
  return isTwice && !/[aeiou]/.test(letters[start] as string) ? start + 1 : start;
}

/** The cheapest way to spell the phones with the letters, in order. */
function cheapest(letters: string, phones: readonly string[]): Way {
  let ways: (Way | undefined)[] = silentAfter(letters, [{ cost: 0, starts: [] }]);
  for (const phone of phones) {
    const next: (Way | undefined)[] = [];
    const put = (at: number, cost: number, starts: readonly number[]): void => {
      if (cost < (next[at]?.cost ?? Infinity)) next[at] = { cost, starts };
    };
    ways.forEach((way, at) => {
      if (way === undefined) return;
      const starts = [...way.starts, at];
      put(at, way.cost + NO_LETTER, starts);
      WAYS.get(phone)?.forEach((spelling, rank) => {
        if (letters.startsWith(spelling, at)) put(at + spelling.length, way.cost + RARE * rank - 0.2 * (spelling.length - 1), starts);
      });
    });
    ways = silentAfter(letters, next);
  }
  return ways[letters.length] ?? { cost: Infinity, starts: [] };
}

/** Letters without a sound belong to the sound before them. */
function silentAfter(letters: string, ways: readonly (Way | undefined)[]): (Way | undefined)[] {
  const out = [...ways];
  for (let at = 0; at < letters.length; at++) {
    const way = out[at];
    if (way === undefined) continue;
    const cost = way.cost + (LETTER.test(letters[at] as string) ? SILENT_LETTER : 0);
    if (cost < (out[at + 1]?.cost ?? Infinity)) out[at + 1] = { cost, starts: way.starts };
  }
  return out;
}
