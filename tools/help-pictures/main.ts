import { TYPES, writePicture } from './lib/pictures';

/** Draws the flows in the help texts: `node tools/run.mjs tools/help-pictures`. */
for (const type of TYPES) console.log(writePicture(type));
