// The name says nothing about who speaks: neither a label nor a speaker can lead out of the folder or be read from it.
const random = Math.floor(Math.random() * 36 ** 4).toString(36).padStart(4, '0');
msg.ask.file = `recording-${Date.now().toString(36)}-${random}.wav`;
msg.wav = msg.payload;
return msg;
