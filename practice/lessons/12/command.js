// What the command of training is told. It runs in a process of its own, so that everything else goes on; one at a time.
if (flow.get('training')) {
  flow.set('error', 'Wait until the training has ended.');
  return null;
}
flow.set('training', true);
flow.set('error', '');
const folder = env.get('PRONUNCIATION_COLLECTION');
const quoted = (path) => `"${path}"`;
const what = msg.topic === 'delete' ? ['--delete'] : ['--learners', quoted(folder)];
msg.payload = ['train-pictures', '--data', quoted(`${folder}/lesson-12`), '--out', quoted(env.get('PRONUNCIATION_OWN_MODELS')), '--name', 'lesson-12', ...what].join(' ');
return msg;
