flow.set('recordingSession', undefined);
return msg;
