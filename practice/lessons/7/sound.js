// The list knows of the file before there is one: no voice is ever kept that the list could not delete.
msg.filename = `${env.get('PRONUNCIATION_COLLECTION')}/${msg.ask.file}`;
msg.payload = msg.wav;
delete msg.wav;
return msg;
