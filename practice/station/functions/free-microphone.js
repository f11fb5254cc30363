flow.set('recording', undefined);
return msg;
