import { GAP, type Rule } from '../../normalisation/line';

const CLOCK = String.raw`(?<![\d:])(\d{1,2}):([0-5]\d)(?::([0-5]\d))?(?![\d:])`;
const WON = /^(?:으?로)?\s?(?:이[기겼긴]|졌|지고|승리|패|비[기겼긴]|앞서|앞섰|완승|역전)|^\s?(?:동점|스코어)/u;
const GAME = /(?:경기|스코어|점수|세트|전반|후반|결과)(?:는|가|을|를|에서|이)?\s?$/u;

/** AM and PM go before the hour, as 오전 and 오후. */
const halves: Rule = (line) =>
  line
    .replace(/(\d{1,2}(?::\d\d)?(?:시)?)( ?)([ap])\.?m\.?(?![A-Za-z])/giu, (_, time: string, blank: string, half: string) =>
      halfOf(half) + GAP + time + blank,
    )
    .replace(/(?<![A-Za-z])([ap])\.?m\.? ?(?=\d{1,2}(?::|시))/giu, (part: string, half: string) => halfOf(half) + (part.endsWith(' ') ? ' ' : GAP));

function halfOf(half: string): string {
  return half.toLowerCase() === 'a' ? '오전' : '오후';
}

/** 7:30 becomes 7시 30분; 1:05:10 becomes 1시 5분 10초. The result of a game stays. */
const clock: Rule = (line) =>
  line.replace(new RegExp(CLOCK, 'gu'), (part: string, hour: string, minute: string, second: string | undefined, at: number) => {
    if (Number(hour) > 24 || WON.test(line.slice(at + part.length)) || GAME.test(line.slice(0, at))) return part;
    const minutes = minute === '00' && second === undefined ? '' : `${GAP}${Number(minute)}분`;
    return `${Number(hour)}시${minutes}${second === undefined ? '' : `${GAP}${Number(second)}초`}`;
  });

export const times: readonly Rule[] = [halves, clock];
