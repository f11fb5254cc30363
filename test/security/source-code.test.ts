import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { packageRoot } from '../../base/package-root';

/** The files below some folders of the checkout, relative to it. */
const filesIn = (folders: readonly string[], ending: RegExp): string[] =>
  folders.flatMap((folder) =>
    readdirSync(join(packageRoot(), folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => ending.test(file))
      .map((file) => `${folder}/${file}`));

const FILES = filesIn(['bin', 'base', 'pipeline', 'language', 'models', 'voices', 'devices', 'engine', 'nodes', 'evaluation', 'practice', 'cli', 'tools', 'training', 'trials/bench'], /\.[cm]?[jt]s$/);

/** What of child_process takes a command line; the others take a program and a list of arguments. */
const THROUGH_SHELL = new Set(['exec', 'execSync']);

/** The one exception: npm is a script on Windows, and its arguments are fixed. Only a checkout has this file. */
const SHELL_ALLOWED = ['tools/lib/install.mjs'];

/** What a source file does that could run a text as a command or as code. */
function dangersIn(name: string, text: string): string[] {
  const dangers: string[] = [];
  const fromChildProcess = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && /^(node:)?child_process$/.test((node.moduleSpecifier as ts.StringLiteral).text)) {
      const named = node.importClause?.namedBindings;
      if (named === undefined || !ts.isNamedImports(named)) dangers.push('imports child_process as a whole');
      else for (const { name: local, propertyName } of named.elements) fromChildProcess.add((propertyName ?? local).text);
    }
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText();
      const [first] = node.arguments;
      if (/^(eval|Function)$/.test(called)) dangers.push(`calls ${called}`);
      const isImport = called === 'require' || node.expression.kind === ts.SyntaxKind.ImportKeyword;
      if (isImport && first !== undefined && ts.isStringLiteral(first) && first.text.endsWith('child_process')) {
        dangers.push('requires child_process');
      }
      const hasList = node.arguments.length < 2 || !ts.isStringLiteralLike(node.arguments[1] as ts.Expression);
      if (/^(spawn|spawnSync|fork|execFile|execFileSync)$/.test(called) && (ts.isTemplateExpression(first as ts.Node) || !hasList)) {
        dangers.push(`${called} gets its program or its arguments as one text`);
      }
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'Function') dangers.push('makes a Function');
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'shell' && node.initializer.getText() !== 'false') {
      dangers.push('asks for a shell');
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return [...dangers, ...[...fromChildProcess].filter((used) => THROUGH_SHELL.has(used)).map((used) => `imports ${used}`)];
}

describe('The source code', () => {
  it('starts programs with lists of arguments only, never through a shell, and runs no text as code', () => {
    assert.ok(FILES.length > 300, String(FILES.length));
    const dangers = FILES.flatMap((file) => {
      const text = readFileSync(join(packageRoot(), file), 'utf8');
      if (!/child_process|eval|Function|shell|import\(|require/.test(text)) return []; // parsing takes time
      const found = dangersIn(file, text);
      return found.filter((danger) => danger !== 'asks for a shell' || !SHELL_ALLOWED.includes(file)).map((danger) => `${file} ${danger}`);
    });
    assert.deepEqual(dangers, []);
  });

  it('would be caught if it did', () => {
    const cases: readonly (readonly [string, string])[] = [
      ["import { exec } from 'node:child_process';", 'imports exec'],
      ["import { execSync as run } from 'child_process';", 'imports execSync'],
      ["import * as child from 'node:child_process';", 'imports child_process as a whole'],
      ["const { exec } = require('child_process');", 'requires child_process'],
      ["const child = await import('node:child_process');", 'requires child_process'],
      ["spawn('aplay', ['-'], { shell: true });", 'asks for a shell'],
      ["spawn('aplay', [], { shell: process.platform === 'win32' });", 'asks for a shell'],
      ['spawn(`aplay ${device}`);', 'spawn gets its program or its arguments as one text'],
      ['eval(text);', 'calls eval'],
      ['new Function(text);', 'makes a Function'],
    ];
    for (const [text, danger] of cases) assert.deepEqual(dangersIn('case.ts', text), [danger], text);
  });

  it('opens no connection but to a voice server or a satellite that the user has named, and no port but for the Wyoming server', () => {
    const shipped = FILES.filter((file) => !/^(tools|training|trials)\//.test(file));
    const network = shipped.filter((file) =>
      /from '(?:node:)?(?:net|tls|http2?|https|dgram|dns|undici)(?:\/\w+)?'|\bfetch\(|\bWebSocket\b|XMLHttpRequest/.test(
        readFileSync(join(packageRoot(), file), 'utf8')));
    const server = ['conversation', 'pron-wyoming', 'server', 'write'].map((name) => `nodes/wyoming/${name}.ts`);
    assert.deepEqual(network, ['voices/http.ts', 'voices/wyoming/conversation.ts', 'nodes/satellite/link.ts', ...server]);
    const listening = shipped.filter((file) => /\bcreateServer\b/.test(readFileSync(join(packageRoot(), file), 'utf8')));
    assert.deepEqual(listening, ['nodes/wyoming/server.ts']);
  });

  it('lets an example flow run no program but the command line of this package', () => {
    for (const file of filesIn(['examples'], /\.json$/)) {
      const flow = JSON.parse(readFileSync(join(packageRoot(), file), 'utf8')) as readonly { readonly type: string; readonly command?: string; readonly func?: string }[];
      assert.deepEqual(flow.filter(({ type, command }) => type === 'exec' && command !== '${PRONUNCIATION_COMMAND}'), [], file);
      assert.deepEqual(flow.filter(({ func = '' }) => /child_process|\beval\(|new Function/.test(func)), [], file);
    }
  });
});
