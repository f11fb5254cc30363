// First output: the sentence for the voice, which each score node needs. Then the recording: from a file, or from the microphone.
const { pronunciation } = msg;
const sentence = { topic: 'the voice', payload: pronunciation.text, pronunciation: { ...pronunciation } };
const isMicrophone = msg.filename === 'microphone';
return [sentence, isMicrophone ? null : msg, isMicrophone ? { ...msg, payload: true } : null];
