/** Names by which only the machine itself is reached. */
const OWN = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/;

/** Where learners join. */
export interface JoinAddress {
  readonly url: string;
  /** Whether other devices can open it, and give the page their microphone. */
  readonly isForPhones: boolean;
}

/**
 * @param learners the practice page's address as the maker wrote it, from the teacher's page on; '' for `practice` beside it
 * @param here the teacher's page
 */
export function joinAddress(learners: string, here: string): JoinAddress {
  const url = new URL(learners.trim() === '' ? 'practice' : learners.trim(), here);
  url.searchParams.set('class', '');
  url.hash = '';
  return { url: url.href.replace('class=', 'class'), isForPhones: url.protocol === 'https:' && !OWN.test(url.hostname) };
}
