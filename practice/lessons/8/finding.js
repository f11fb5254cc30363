const [voice, teacher] = msg.payload;
const MODELS = [['default', 'Default model'], ['picture-gray', 'Gray pictures'], ['picture-colour', 'Colour pictures']];
msg.payload = MODELS.map(([model, name]) => `${name}: ${voice[model]} against the voice, ${teacher[model]} against the teacher.`).join(' ');
return msg;
