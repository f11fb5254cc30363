// The list names the file before it is written, so every voice on disk can be deleted through the list.
msg.filename = `${env.get('PRONUNCIATION_COLLECTION')}/${msg.ask.file}`;
msg.payload = msg.wav;
delete msg.wav;
return msg;
