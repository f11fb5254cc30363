import { TYPES, writePicture } from './lib/pictures';

/** Draws the flows in the help texts: `node scripts/run.mjs scripts/help-pictures`. */
for (const type of TYPES) console.log(writePicture(type));
