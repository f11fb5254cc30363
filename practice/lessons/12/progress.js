// What the command prints: the newest line is shown below the node and on the page. The model's place is of no use there.
const line = msg.payload.trim().split('\n').pop();
if (line.startsWith('Deleted')) flow.set('files', []);
const said = line.startsWith('Written') ? 'The model lesson-12 is trained: let somebody speak.' : line;
const epoch = /epoch \d+ of \d+/.exec(line);
node.status(epoch ? { fill: 'blue', shape: 'dot', text: epoch[0] } : { fill: 'green', shape: 'dot', text: 'done' });
return { said };
