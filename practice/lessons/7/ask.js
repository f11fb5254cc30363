// Checks a request of a button or of the page before anything is recorded or read.
// First output: an accepted request. Second output: a refused one, with the reason.
const CONSENTS = ['speaker', 'parent'];
const COMMANDS = ['save', 'delete', 'delete speaker', 'list'];
const refuse = (said) => [null, { said }];

// Another site's page can't send JSON to this one without asking the browser first.
if (msg.req && !String(msg.req.headers['content-type']).startsWith('application/json')) return refuse('Not done: the page must send JSON.');
const asked = msg.req ? msg.payload : msg.ask;
const text = (name) => String(asked?.[name] ?? '').replace(/[\t\r\n]+/g, ' ').trim();
const command = text('command');
if (!COMMANDS.includes(command)) return refuse(`Not done: there is no command "${command}".`);

const ask = { command, file: text('file'), speaker: text('speaker') };
if (command === 'delete speaker' && ask.speaker === '') return refuse('Not deleted: whose recordings?');
if (command !== 'save') return [{ ask, filename: '' }, null];

ask.consent = text('consent');
if (!CONSENTS.includes(ask.consent)) return refuse('Not saved: the speaker must agree, for a child a parent.');
if (ask.speaker === '') return refuse('Not saved: who speaks? A code will do, no name is needed.');
for (const name of ['text', 'language', 'human', 'same', 'source']) ask[name] = text(name);
if (ask.text === '' || !/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/.test(ask.language)) return refuse('Not saved: what is said, and in which language?');
if (ask.human !== '' && !Number.isFinite(Number(ask.human))) return refuse('Not saved: the rating must be a number, or empty.');
if (!['0', '1'].includes(ask.same)) return refuse('Not saved: same must be 1 (the sentence was said) or 0 (another).');
if (!/^[a-z-]+$/.test(ask.source)) return refuse('Not saved: the source is "microphone" or a bundled recording.');
return [{ ask, filename: `${env.get('PRONUNCIATION_LESSON_RECORDINGS')}/${ask.source}.wav`, payload: true }, null];
