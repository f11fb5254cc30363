import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../base/command-line/usage-error';
import { GROUPS, type Group } from './groups';

/**
 * The rows to measure. Without `only`, rows whose recordings are missing are left out, and `leftOut` names them.
 * @throws UsageError for an unknown name, and if the recordings of a requested row are missing
 */
export function chooseGroups(
  only: string | undefined,
  speech: string,
): { readonly groups: readonly (readonly [string, Group])[]; readonly leftOut: readonly string[] } {
  const groups = (only?.split(',') ?? Object.keys(GROUPS)).map((name): [string, Group] => {
    const group = Object.hasOwn(GROUPS, name) ? GROUPS[name] : undefined;
    if (group === undefined) throw new UsageError(`There are no rows "${name}"; there are ${Object.keys(GROUPS).join(', ')}.`);
    return [name, group];
  });
  const missingOf = ({ needs }: Group): string | undefined => needs.find((folder) => !existsSync(join(speech, folder)));
  const lacking = groups.filter(([, group]) => missingOf(group) !== undefined);
  const [first] = lacking;
  if (first !== undefined && (only !== undefined || !existsSync(speech))) throw new UsageError(missingSentence(first, speech, missingOf(first[1]) ?? ''));
  return { groups: groups.filter((each) => !lacking.includes(each)), leftOut: lacking.map(([name]) => name) };
}

function missingSentence([name]: readonly [string, Group], speech: string, folder: string): string {
  return (
    `The rows ${name} need the recordings ${join(speech, folder)}, which are not there. Name their folder with --speech DIR; ` +
    'to make one from a public copy of speechocean762: node tools/run.mjs training corpus --help'
  );
}
