// A voice's file has its number, so that pressing again writes over it. A person's has the time, and neither name nor text.
const { speakers, number, voice } = msg;
const random = Math.floor(Math.random() * 36 ** 4).toString(36).padStart(4, '0');
const name = number ? `voice-${voice}-${number}` : `recording-${Date.now().toString(36)}-${random}`;
msg.filename = `${env.get('PRONUNCIATION_COLLECTION')}/lesson-12/${speakers}/${name}.wav`;
return msg;
