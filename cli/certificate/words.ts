import type { Kept } from './keep';

const REASONS: Readonly<Record<NonNullable<Kept['made']>, string>> = {
  first: 'A certificate was made for this machine.',
  addresses: 'The addresses of this machine have changed, so a new certificate was made. Each phone asks once more.',
  ending: 'The certificate was about to end, so a new one was made. Each phone asks once more.',
  unreadable: 'The certificate could not be read, so a new one was made. Each phone asks once more.',
  wished: 'A new certificate was made. Each phone asks once more.',
};

/** Why the certificate is new; '' where it is not. */
export const whyNew = ({ made }: Pick<Kept, 'made'>): string => (made === undefined ? '' : REASONS[made]);

/** What a phone asks at its first visit, and what to answer. */
export const WHAT_THE_PHONE_ASKS = `The phone must be in the same network (Wi-Fi) as this machine.
The first time it says that the connection is not private or not secure. That is because the certificate was made here
and no company has signed it. What the phone sends to this machine is encrypted all the same.
  Android (Chrome): Advanced, then Proceed to ... (unsafe)
  iPhone, iPad (Safari): Show Details, then visit this website, then Visit Website
  Firefox: Advanced, then Accept the Risk and Continue
Then the page asks for the microphone: choose Allow.`;
