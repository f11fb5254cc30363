// Names only, so that no page can read another file.
const known = /^(ko|en)-(correct|mispronounced|another-sentence|silence)$/.test(msg.recording);
if (!known) return null;
msg.filename = `${env.get('PRONUNCIATION_RECORDINGS')}/${msg.recording}.wav`;
delete msg.recording;
return msg;
