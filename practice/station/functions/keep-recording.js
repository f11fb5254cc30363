// For the replay, before any filter.
msg.recording = msg.payload;
return msg;
