import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

/** Copies the running part of onnxruntime-web, its licence and its version to vendor/onnxruntime-web. */
export function gatherOnnxruntimeWeb() {
  const from = (...parts) => inRoot('node_modules', 'onnxruntime-web', ...parts);
  const to = (...parts) => inRoot('vendor', 'onnxruntime-web', ...parts);
  const { name, version, license } = JSON.parse(readFileSync(from('package.json'), 'utf8'));
  // package.json is written last, so it stands for the whole folder; a rebuild leaves files in use alone.
  const label = `${JSON.stringify({ name, version, license, main: FILES[0], private: true }, null, 2)}\n`;
  if (existsSync(to('package.json')) && readFileSync(to('package.json'), 'utf8') === label) return;
  rmSync(to(), { recursive: true, force: true });
  mkdirSync(to(), { recursive: true });
  for (const file of FILES) copyFileSync(from('dist', file), to(file));
  writeFileSync(to('LICENSE'), LICENCE);
  writeFileSync(to('package.json'), label);
}

/** What of a library's package runs; its LICENSE and its version go with it. */
const LIBRARIES = { hanja: { folder: 'lib', main: 'index.js' }, 'html-entities': { folder: 'dist/commonjs', main: 'index.js' } };

/** Copies small libraries to vendor/: the catalogue's scorecard counts dependencies. */
export function gatherLibraries() {
  for (const [library, { folder, main }] of Object.entries(LIBRARIES)) {
    const from = (...parts) => inRoot('node_modules', library, ...parts);
    const to = (...parts) => inRoot('vendor', library, ...parts);
    const { name, version, license } = JSON.parse(readFileSync(from('package.json'), 'utf8'));
    const label = `${JSON.stringify({ name, version, license, main, private: true }, null, 2)}\n`;
    if (existsSync(to('package.json')) && readFileSync(to('package.json'), 'utf8') === label) continue;
    rmSync(to(), { recursive: true, force: true });
    cpSync(from(folder), to(), { recursive: true, filter: (file) => !/\.(?:d\.ts|map|flow)$/.test(file) });
    copyFileSync(from('LICENSE'), to('LICENSE'));
    writeFileSync(to('package.json'), label);
  }
}
