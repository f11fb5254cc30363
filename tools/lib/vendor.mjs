import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inRoot } from './paths.mjs';

/** All that the WebAssembly inference needs to run; the whole package is ten times as large. */
const FILES = ['ort.node.min.js', 'ort-wasm-simd-threaded.mjs', 'ort-wasm-simd-threaded.wasm'];

// The npm package says "MIT" and carries no licence file, and the licence asks for its text.
const LICENCE = `MIT License

Copyright (c) Microsoft Corporation

Permission is hereby granted, free of charge, to any person obtaining a copy
of this software and associated documentation files (the "Software"), to deal
in the Software without restriction, including without limitation the rights
to use, copy, modify, merge, publish, distribute, sublicense, and/or sell
copies of the Software, and to permit persons to whom the Software is
furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all
copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,
OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE
SOFTWARE.
`;

/** What of each library runs. Its licence and its version go with it; `licence` where its package has none. */
const LIBRARIES = {
  'onnxruntime-web': { folder: 'dist', files: FILES, main: FILES[0], licence: LICENCE },
  hanja: { folder: 'lib', main: 'index.js' },
  'html-entities': { folder: 'dist/commonjs', main: 'index.js' },
};
const NOT_RUN = /\.(?:d\.ts|map|flow)$/;

/** Copies the running part of each library to vendor/. */
export function gatherLibraries() {
  for (const [library, part] of Object.entries(LIBRARIES)) gather(library, part);
}

function gather(library, { folder, files, main, licence }) {
  const from = (...parts) => inRoot('node_modules', library, ...parts);
  const to = (...parts) => inRoot('vendor', library, ...parts);
  const { name, version, license } = JSON.parse(readFileSync(from('package.json'), 'utf8'));
  // package.json is written last, so it stands for the whole folder; a rebuild leaves files in use alone.
  const label = `${JSON.stringify({ name, version, license, main, private: true }, null, 2)}\n`;
  if (existsSync(to('package.json')) && readFileSync(to('package.json'), 'utf8') === label) return;
  rmSync(to(), { recursive: true, force: true });
  mkdirSync(to(), { recursive: true });
  for (const file of files ?? readdirSync(from(folder))) {
    if (!NOT_RUN.test(file)) cpSync(from(folder, file), to(file), { recursive: true, filter: (path) => !NOT_RUN.test(path) });
  }
  writeFileSync(to('LICENSE'), licence ?? readFileSync(from('LICENSE')));
  writeFileSync(to('package.json'), label);
}
