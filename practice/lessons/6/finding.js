const [row] = msg.payload;
const says = (value) => (typeof value === 'string' ? `refuses it (${value})` : `gives ${value}`);
msg.payload = `The default model ${says(row.default)}, gray pictures ${says(row['picture-gray'])}, colour pictures ${says(row['picture-colour'])}.`;
return msg;
