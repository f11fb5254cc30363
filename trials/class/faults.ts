import type { ClassFigures, ClassPlan } from './class-run';

/** What a run has missed; empty where it is good. */
export function faultsOf(figures: ClassFigures, { learners, tries }: Pick<ClassPlan, 'learners' | 'tries'>): string[] {
  const { confirmed, dropped, lost, doubled, wrongName, stolen, notBack, notShown, faults } = figures;
  const zero = { lost, doubled, 'under another name': wrongName, 'names stolen': stolen, 'names not given back': notBack, 'not in the overview': notShown };
  return [
    ...Object.entries(zero).flatMap(([name, count]) => (count === 0 ? [] : [`${name}: ${count}`])),
    ...(confirmed < learners * tries ? [`only ${confirmed} tries were confirmed`] : []),
    ...(dropped === 0 ? ['no connection broke off'] : []),
    ...faults.slice(0, 5),
  ];
}
