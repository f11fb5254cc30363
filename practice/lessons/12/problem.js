// What the command says on stderr: what it left out, or why it could not do it.
flow.set('error', msg.payload.trim());
node.status({ fill: 'red', shape: 'ring', text: 'see the page' });
return msg;
