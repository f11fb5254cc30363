const [before, after] = msg.payload;
const change = (model) => `${after[model] - before[model] < 0 ? '' : '+'}${(after[model] - before[model]).toFixed(1)}`;
const points = (model) => (typeof before[model] === 'string' ? `${before[model]}, then ${after[model]}` : `${change(model)} points`);
const compared =
  typeof before.clean === 'string'
    ? `the filter changes the words a little, too (${after.clean} dB)`
    : `measured against the clean recording it is ${before.clean} dB before and ${after.clean} dB after`;
msg.payload =
  `In the pause the noise lies ${before.pause} dB below the speech, after the filter ${after.pause} dB; ${compared}. ` +
  `Default model: ${points('default')}. Gray pictures: ${points('picture-gray')}. Colour pictures: ${points('picture-colour')}.`;
return msg;
