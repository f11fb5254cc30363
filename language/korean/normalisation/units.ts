import { GAP, type Rule } from '../../normalisation/line';
import { sino } from './numbers';

/** As NFKC writes them: ㎡ is m2. */
const NAMES: Readonly<Record<string, string>> = {
  mm: '밀리미터', cm: '센티미터', m: '미터', km: '킬로미터', 'μm': '마이크로미터', nm: '나노미터',
  mg: '밀리그램', g: '그램', kg: '킬로그램', t: '톤', lb: '파운드', lbs: '파운드', oz: '온스',
  ml: '밀리리터', mL: '밀리리터', dl: '데시리터', dL: '데시리터', cl: '센티리터', l: '리터', L: '리터', kl: '킬로리터', kL: '킬로리터', cc: '시시',
  m2: '제곱미터', 'm²': '제곱미터', cm2: '제곱센티미터', km2: '제곱킬로미터', m3: '세제곱미터', cm3: '세제곱센티미터', ha: '헥타르',
  '°C': '도', '℃': '도', '°F': '도', '℉': '도', '°': '도', '%': '퍼센트', '%p': '퍼센트포인트', '‰': '퍼밀',
  kcal: '킬로칼로리', cal: '칼로리', kJ: '킬로줄', J: '줄', Hz: '헤르츠', kHz: '킬로헤르츠', MHz: '메가헤르츠', GHz: '기가헤르츠',
  W: '와트', kW: '킬로와트', kWh: '킬로와트시', MW: '메가와트', V: '볼트', mA: '밀리암페어', mAh: '밀리암페어시', dB: '데시벨', hPa: '헥토파스칼', mmHg: '밀리미터에이치지',
  KB: '킬로바이트', kB: '킬로바이트', MB: '메가바이트', GB: '기가바이트', TB: '테라바이트', Mbps: '메가비피에스', Gbps: '기가비피에스',
  ft: '피트', in: '인치', '"': '인치', mi: '마일', px: '픽셀', ppm: '피피엠', rpm: '알피엠', 'μg': '마이크로그램', min: '분', sec: '초', hr: '시간', h: '시간', s: '초',
};
/** The speed goes before the number. */
const SPEEDS: Readonly<Record<string, readonly [string, string]>> = {
  'km/h': ['시속', '킬로미터'], kmh: ['시속', '킬로미터'], 'm/s': ['초속', '미터'], mph: ['시속', '마일'], 'km/s': ['초속', '킬로미터'], 'm/min': ['분속', '미터'],
};

const pattern = (names: Readonly<Record<string, unknown>>): string =>
  Object.keys(names).sort((a, b) => b.length - a.length).map((name) => name.replace(/[/]/gu, '\\$&')).join('|');
const NUMBER = String.raw`(?<![\d.,A-Za-z])([-+]?)(\d[\d,]*(?:\.\d+)?)`;
const SPEED = new RegExp(`(시속|초속|분속)?( ?)${NUMBER}( ?)(${pattern(SPEEDS)})(?![A-Za-z])`, 'gu');
const UNIT = new RegExp(`${NUMBER}( ?)(${pattern(NAMES)})(?![A-Za-z\\d])`, 'gu');
const PER = /(?<=[가-힣])\/(kg|g|L|l|m2|km|h|min|s|일|월|년|명|인|개|kWh)(?![A-Za-z])/gu;

const speeds: Rule = (line) =>
  line.replace(SPEED, (_, said: string | undefined, before: string, _sign, number: string, blank: string, unit: string) => {
    const [speed, name] = SPEEDS[unit] ?? ['', ''];
    return `${said === undefined ? before + speed + GAP : said + before}${sino(number)}${blank || GAP}${name}`;
  });

/** Temperatures below zero are 영하. */
const withNames: Rule = (line) =>
  line.replace(UNIT, (_, sign: string, number: string, blank: string, unit: string, at: number) => {
    const isTemperature = /[°℃℉]/u.test(unit);
    const scale = /F|℉/u.test(unit) && !/화씨 ?$/u.test(line.slice(0, at)) ? `화씨${GAP}` : '';
    const below = sign === '-' ? `${isTemperature ? '영하' : '마이너스'}${GAP}` : sign === '+' ? `${isTemperature ? '영상' : '플러스'}${GAP}` : '';
    return `${scale}${below}${sino(number)}${blank || GAP}${NAMES[unit] ?? unit}`;
  });

const perUnit: Rule = (line) => line.replace(PER, (_, unit: string) => `${GAP}퍼${GAP}${NAMES[unit] ?? unit}`);

export const units: readonly Rule[] = [speeds, withNames, perUnit];
