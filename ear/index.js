'use strict';

const { Tokenizer } = require('@huggingface/tokenizers');

/** Where the ear's files lie, and the library that reads its vocabulary. */
module.exports = { folder: __dirname, Tokenizer };
