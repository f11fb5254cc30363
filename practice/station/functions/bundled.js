// Names only, so that no page can read another file.
const known = /^(ko-(correct|mispronounced|another-sentence)|en-(native|correct|mispronounced)|silence)$/.test(msg.recording);
if (!known) return null;
msg.filename = `${env.get('PRONUNCIATION_RECORDINGS')}/${msg.recording}.wav`;
delete msg.recording;
return msg;
