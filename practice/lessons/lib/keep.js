// Keeps the page's sentence for each recording.
flow.set('findings', { ...flow.get('findings'), [msg.topic]: msg.payload });
return msg;
