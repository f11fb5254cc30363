// The times of the result belong to this part of the recording: the page plays words of it.
msg.scored = msg.payload;
return msg;
