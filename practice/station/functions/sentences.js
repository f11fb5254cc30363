// A line such as [ko] starts a language, # starts a comment. Every other line is a sentence.
const sentences = {};
let language;
for (const line of String(msg.payload).split('\n').map((text) => text.trim())) {
    const heading = /^\[([A-Za-z-]+)\]$/.exec(line);
    if (heading) language = heading[1];
    else if (line && !line.startsWith('#') && language) (sentences[language] ??= []).push(line);
}
msg.topic = 'sentences';
msg.payload = sentences;
return msg;
