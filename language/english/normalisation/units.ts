import { GAP, type Rule } from '../../normalisation/line';
import { isAttribute } from './money';
import { cardinal } from './numbers';

/** Of one and of several. */
const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  mm: ['millimeter', 'millimeters'], cm: ['centimeter', 'centimeters'], m: ['meter', 'meters'], km: ['kilometer', 'kilometers'],
  mg: ['milligram', 'milligrams'], g: ['gram', 'grams'], kg: ['kilogram', 'kilograms'], kgs: ['kilogram', 'kilograms'], lb: ['pound', 'pounds'], lbs: ['pound', 'pounds'], oz: ['ounce', 'ounces'],
  ml: ['milliliter', 'milliliters'], mL: ['milliliter', 'milliliters'], l: ['liter', 'liters'], L: ['liter', 'liters'], cc: ['c c', 'c c'],
  m2: ['square meter', 'square meters'], km2: ['square kilometer', 'square kilometers'], m3: ['cubic meter', 'cubic meters'],
  ft: ['foot', 'feet'], 'ft.': ['foot', 'feet'], 'in.': ['inch', 'inches'], '"': ['inch', 'inches'], yd: ['yard', 'yards'], mi: ['mile', 'miles'],
  '°C': ['degree Celsius', 'degrees Celsius'], '°F': ['degree Fahrenheit', 'degrees Fahrenheit'], '°': ['degree', 'degrees'],
  '%': ['percent', 'percent'], mph: ['mile per hour', 'miles per hour'], 'km/h': ['kilometer per hour', 'kilometers per hour'], kmh: ['kilometer per hour', 'kilometers per hour'], kph: ['kilometer per hour', 'kilometers per hour'],
  'm/s': ['meter per second', 'meters per second'], hr: ['hour', 'hours'], hrs: ['hour', 'hours'], 'hr.': ['hour', 'hours'], min: ['minute', 'minutes'], 'min.': ['minute', 'minutes'], mins: ['minute', 'minutes'],
  sec: ['second', 'seconds'], 'sec.': ['second', 'seconds'], secs: ['second', 'seconds'], ms: ['millisecond', 'milliseconds'], h: ['hour', 'hours'], s: ['second', 'seconds'],
  KB: ['kilobyte', 'kilobytes'], MB: ['megabyte', 'megabytes'], GB: ['gigabyte', 'gigabytes'], TB: ['terabyte', 'terabytes'], Mbps: ['megabit per second', 'megabits per second'],
  Hz: ['hertz', 'hertz'], kHz: ['kilohertz', 'kilohertz'], MHz: ['megahertz', 'megahertz'], GHz: ['gigahertz', 'gigahertz'], W: ['watt', 'watts'], kW: ['kilowatt', 'kilowatts'], kWh: ['kilowatt hour', 'kilowatt hours'], V: ['volt', 'volts'], mAh: ['milliamp hour', 'milliamp hours'],
  cal: ['calorie', 'calories'], kcal: ['kilocalorie', 'kilocalories'], dB: ['decibel', 'decibels'], tsp: ['teaspoon', 'teaspoons'], 'tsp.': ['teaspoon', 'teaspoons'], tbsp: ['tablespoon', 'tablespoons'], 'tbsp.': ['tablespoon', 'tablespoons'], pt: ['pint', 'pints'], ha: ['hectare', 'hectares'],
};
const pattern = Object.keys(NAMES).sort((a, b) => b.length - a.length).map((name) => name.replace(/[/.]/gu, '\\$&')).join('|');
const UNIT = new RegExp(`(?<![\\d.,A-Za-z])([-+]?)(\\d[\\d,]*(?:\\.\\d+)?|(?:\\d+[\ue01f ])?\\d+/\\d+)( ?)-?(${pattern})(?![A-Za-z\\d])`, 'gu');
const HEIGHT = /(?<!\d)(\d{1,2})'(?: ?)(\d{1,2})(?:"|(?!\d))/gu;
const SIGNS: Readonly<Record<string, string>> = { '-': `minus${GAP}`, '+': `plus${GAP}`, '': '' };

const isMixed = (number: string): boolean => /[\ue01f ]/u.test(number);

/** 5km: five kilometers; a 5km run: a five kilometer run. */
export const units: Rule = (line) =>
  line
    .replace(HEIGHT, (_, feet: string, inches: string) => `${cardinal(feet)}${GAP}foot${GAP}${cardinal(inches)}`)
    .replace(UNIT, (part: string, sign: string, number: string, blank: string, unit: string, at: number, line: string) => {
      const [one, many] = NAMES[unit] ?? [unit, unit];
      const isOne = number === '1' || (number.includes('/') && !isMixed(number)) || isAttribute(line.slice(0, at), line.slice(at + part.length));
      const of = number.includes('/') && !isMixed(number) ? `${GAP}of${GAP}${/^[aeiou]/u.test(one) ? 'an' : 'a'}` : '';
      const amount = number.includes('/') ? number : cardinal(number);
      return `${SIGNS[sign] ?? ''}${amount}${of}${blank || GAP}${(isOne ? one : many).replaceAll(' ', GAP)}`;
    });
