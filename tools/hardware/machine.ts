import { BOARD_NAMES, boardOf, thisModel } from '../../trials/bench/budget';
import { jsonOf } from './commands';
import type { Step } from './step';

/** The name that `npm run bench -- --budget` knows this board by; undefined where this is no such Raspberry Pi. */
export const boardHere = (): string | undefined => BOARD_NAMES.find((name) => boardOf(name).models.some((start) => thisModel().startsWith(start)));

export const isRaspberryPi = (): boolean => thisModel().startsWith('Raspberry Pi');

interface Finding {
  readonly subject: string;
  readonly condition: string;
  readonly says: string;
  readonly fix: string | null;
}

/** As `pronunciation doctor --json` documents it. */
interface DoctorReport {
  readonly counts: Readonly<Record<'ok' | 'warning' | 'problem' | 'notHere', number>>;
  readonly checks: readonly { readonly findings: readonly Finding[] }[];
}

export const doctor: Step = {
  title: 'What the doctor finds',
  run: () => {
    const { counts, checks } = jsonOf('bin/pronunciation.js', 'doctor', '--json') as DoctorReport;
    const bad = checks.flatMap(({ findings }) => findings).filter(({ condition }) => condition === 'problem' || condition === 'warning');
    for (const { condition, subject, says, fix } of bad) console.log(`  ${condition}: ${subject}: ${says}${fix === null ? '' : ` ${fix}`}`);
    const missing = isRaspberryPi() ? [] : ['This is no Raspberry Pi: run the script on one.'];
    return Promise.resolve({
      figures: [
        { name: 'doctor: ok', value: counts.ok },
        { name: 'doctor: warnings', value: counts.warning },
        { name: 'doctor: problems', value: counts.problem, target: '0' },
      ],
      missing,
    });
  },
};
