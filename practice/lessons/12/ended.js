flow.set('training', false);
return msg;
