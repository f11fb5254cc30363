import { GAP, type Rule } from '../../normalisation/line';
import { cardinal } from './numbers';

const HALF = /(?<=\d|o.clock|[a-z])( ?)(?<![A-Za-z])([ap])\.?m(?![A-Za-z])\.?/giu;
const CLOCK = /(?<![\d:])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\d:])/gu;
const GAME = /\b(?:score|won|lost|beat|win|lose|game|match|final)\b[^.]*$/iu;

/** 3:30 is three thirty, 9:05 nine oh five, 7:00 seven o'clock, or seven p m. */
const clock: Rule = (line) =>
  line.replace(CLOCK, (part: string, hour: string, minute: string, second: string | undefined, at: number) => {
    const after = line.slice(at + part.length);
    if (Number(hour) > 24 || (GAME.test(line.slice(0, at)) && !/^ ?[ap]\.?m/iu.test(after) && !/\bat $/iu.test(line.slice(0, at)))) return part;
    const hours = cardinal(String(Number(hour)));
    if (second !== undefined) return [hours, minuteWords(minute), minuteWords(second)].join(GAP);
    if (minute !== '00') return `${hours}${GAP}${minuteWords(minute)}`;
    if (/^ ?[ap]\.?m/iu.test(after) || /^ ?o'?clock/iu.test(after)) return hours;
    return Number(hour) > 12 || hour === '0' || hour === '00' ? `${hours}${GAP}hundred` : `${hours}${GAP}o'clock`;
  });

function minuteWords(minute: string): string {
  return minute.startsWith('0') ? (minute === '00' ? `oh${GAP}oh` : `oh${GAP}${cardinal(minute.slice(1))}`) : cardinal(minute);
}

/** p.m. is p m. */
const halves: Rule = (line) => line.replace(HALF, (_, blank: string, half: string) => `${blank || GAP}${half.toLowerCase()}${GAP}m`);
const dottedHalves: Rule = (line) => line.replace(/(?<![A-Za-z.])([ap])\.m\.?(?![A-Za-z])/giu, (_, half: string) => `${half.toLowerCase()}${GAP}m`);

export const times: readonly Rule[] = [clock, halves, dottedHalves];
