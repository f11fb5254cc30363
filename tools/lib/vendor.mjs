import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { bundle } from './bundle.mjs';
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

/**
 * What of each library runs: files of a folder, or its `entry` with all that it imports, in one file. Its licence and its
 * version go with it; `licence` where its package has none.
 */
const LIBRARIES = {
  'onnxruntime-web': { folder: 'dist', files: FILES, main: FILES[0], licence: LICENCE },
  hanja: { folder: 'lib', files: ['translate.js', 'data/hanjaeum.json'], main: 'translate.js' },
  'html-entities': { folder: 'dist/commonjs', main: 'index.js' },
  mqtt: { entry: 'build/index.js', main: 'index.js' },
  pbf: { entry: 'index.js', main: 'index.js' },
  qrcode: { entry: 'lib/core/qrcode.js', main: 'index.js' },
  selfsigned: { entry: 'index.js', main: 'index.js' },
};
const NOT_RUN = /\.(?:d\.ts|map|flow)$/;

/** The libraries that vendor/ holds. */
export const VENDORED = Object.keys(LIBRARIES);

/** Copies the running part of each library to vendor/. */
export async function gatherLibraries() {
  for (const [library, part] of Object.entries(LIBRARIES)) await gather(library, part);
}

async function gather(library, { folder, files, entry, main, licence }) {
  const from = (...parts) => inRoot('node_modules', library, ...parts);
  const to = (...parts) => inRoot('vendor', library, ...parts);
  const { name, version, license } = JSON.parse(readFileSync(from('package.json'), 'utf8'));
  // package.json is written last, so it stands for the whole folder; a rebuild leaves files in use alone.
  const label = `${JSON.stringify({ name, version, license, main, private: true }, null, 2)}\n`;
  if (existsSync(to('package.json')) && readFileSync(to('package.json'), 'utf8') === label) return;
  rmSync(to(), { recursive: true, force: true });
  mkdirSync(to(), { recursive: true });
  if (entry === undefined) {
    for (const file of files ?? readdirSync(from(folder))) {
      if (!NOT_RUN.test(file)) cpSync(from(folder, file), to(file), { recursive: true, filter: (path) => !NOT_RUN.test(path) });
    }
    writeFileSync(to('LICENSE'), licence ?? readFileSync(from('LICENSE')));
  } else {
    const { code, licences } = await bundle(from(entry));
    writeFileSync(to(main), code);
    writeFileSync(to('LICENSE'), licences);
  }
  writeFileSync(to('package.json'), label);
}
