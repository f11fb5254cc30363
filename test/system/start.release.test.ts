import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { FlowNode } from './support/node-red';
import { eventually, ROOT, temporaryFolder } from './support/node-red';

const HEADERS = { 'Content-Type': 'application/json', 'Node-RED-API-Version': 'v2' };

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
}

/** Runs tools/start.mjs as `npm start` does, as the leader of a process group as in a terminal. */
function start(home: string, args: readonly string[] = [], env: NodeJS.ProcessEnv = {}): Started {
  const child = spawn(process.execPath, [join(ROOT, 'tools', 'start.mjs'), ...args], {
    cwd: ROOT,
    detached: true,
    env: { ...process.env, PORT: undefined, HOME: home, USERPROFILE: home, PRON_PRACTICE_DIR: join(home, 'practice'), ...env },
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  return { child, output: () => output, ended };
}

/** Node-RED's address, from the page's. */
const addressIn = (output: string): string | undefined => /^ {2}(http:\S+)\/dashboard\/practice$/m.exec(output)?.[1];

/** What Ctrl-C does: the signal goes to every process of the group. */
function pressCtrlC({ child }: Started): void {
  if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGINT');
}

async function openPort(port: number): Promise<Server | null> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => resolve(null));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });
}

describe('npm start', function () {
  this.timeout(120_000);
  let home: string;
  let running: Started | undefined;
  beforeEach(() => {
    home = temporaryFolder();
  });
  afterEach(async () => {
    if (running) {
      pressCtrlC(running);
      await running.ended;
    }
    running = undefined;
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });

  async function startHere(env: NodeJS.ProcessEnv = {}): Promise<{ started: Started; address: string }> {
    const started = start(home, [], env);
    running = started;
    const gone = started.ended.then(() => assert.fail(`It ended:\n${started.output()}`));
    const address = eventually('the address', () => Promise.resolve(addressIn(started.output())), 90_000);
    return { started, address: await Promise.race([address, gone]) };
  }

  /** On a busy machine Node-RED answers a little earlier than it has read its flows. */
  const readFlows = (address: string): Promise<{ flows: FlowNode[] }> =>
    eventually('the flows', async () => {
      const answer = await fetch(`${address}/flows`, { headers: HEADERS });
      return ((await answer.json()) as { flows: FlowNode[] } | null) ?? undefined;
    });

  it('opens the practice flow on another port where 1880 is in use, and says so in one line', async () => {
    const occupied = await openPort(1880); // Somebody else may have it already; that is as good.
    try {
      const { started, address } = await startHere();
      assert.notEqual(address, 'http://127.0.0.1:1880');
      const said = started.output().split('\n').filter((line) => line.includes('1880 is in use'));
      assert.equal(said.length, 1);
      assert.ok(said[0]?.includes(new URL(address).port), said[0]);
      const { flows } = await readFlows(address);
      assert.equal(flows.find(({ type }) => type === 'tab')?.label, 'Practice');
    } finally {
      occupied?.close();
    }
  });

  it('ends with one sentence where PORT names no port, or one that is in use', async () => {
    const occupied = await openPort(0);
    assert.ok(occupied);
    const { port } = occupied.address() as AddressInfo;
    try {
      for (const [wanted, sentence] of [
        ['http', /^PORT is "http"; it must be a whole number from 1 to 65535, or 0 for any free port\.$/],
        ['65536', /^PORT is "65536"; it must be/],
        ['-1', /^PORT is "-1"; it must be/],
        [String(port), new RegExp(`^Port ${port} is in use by another program\\. Choose another one`)],
      ] as const) {
        const started = start(home, [], { PORT: wanted });
        assert.equal(await started.ended, 1);
        assert.match(started.output().trim(), sentence);
        assert.equal(started.output().trim().split('\n').length, 1);
      }
    } finally {
      occupied.close();
    }
  });

  it('serves on the port that PORT names, on this machine only, and asks nothing at first sight', async () => {
    const { findFreePort } = await import('../../tools/lib/ports.mjs');
    const port = await findFreePort(0);
    const { address } = await startHere({ PORT: String(port) });
    assert.equal(address, `http://127.0.0.1:${port}`);
    const settings = (await (await fetch(`${address}/settings`)).json()) as Record<string, Record<string, unknown>>;
    assert.equal(settings.editorTheme?.tours, false);
    assert.equal(settings.telemetryEnabled ?? false, false);
  });

  it('says one address, how to stop and where the log is, and nothing else of Node-RED', async () => {
    const { started, address } = await startHere({ PORT: '0' });
    await eventually('the last line', () => Promise.resolve(/The log is in/.exec(started.output()) ?? undefined));
    const log = join(home, 'practice', 'node-red.log');
    const said = started.output().trim().split('\n').filter((line) => line !== '');
    assert.deepEqual(said, [
      'Starting Node-RED ...',
      'Open this address in a browser on this machine:',
      `  ${address}/dashboard/practice`,
      'Without /dashboard/practice the address opens the flow behind the page.',
      'To use phones, start it by: npm start -- --https',
      `To stop, press Ctrl+C. The log is in ${log}.`,
    ]);
    assert.match(readFileSync(log, 'utf8'), /Welcome to Node-RED/);
  });

  it('shows the end of the log where Node-RED ends by itself', async () => {
    mkdirSync(join(home, 'practice'));
    writeFileSync(join(home, 'practice', 'node_modules'), 'where a folder should be');
    const started = start(home, [], { PORT: '0' });
    assert.equal(await started.ended, 1, started.output());
    assert.match(started.output(), /Node-RED has ended\. The end of its log, [\s\S]*Failed to start server/);
  });

  it('ends with exit code 0 on Ctrl-C, and leaves neither a listener nor anything in the home folder', async () => {
    const { started, address } = await startHere();
    pressCtrlC(started);
    assert.equal(await started.ended, 0, started.output());
    await assert.rejects(fetch(`${address}/settings`));
    // The client of a sound server, which ALSA tries, makes an empty folder of its own.
    const left = readdirSync(home, { recursive: true, encoding: 'utf8' }).filter((path) => !/^practice\/|^\.config(\/pulse(\/[\w-]+-runtime)?)?$/.test(path));
    assert.deepEqual(left, ['practice']);
  });

  it('keeps what the user has changed in the practice flow', async () => {
    const first = await startHere();
    const { flows } = await readFlows(first.address);
    const changed = flows.map((node) => (node.type === 'tab' ? { ...node, label: 'Mine' } : node));
    const answer = await fetch(`${first.address}/flows`, {
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify({ flows: changed }),
    });
    assert.equal(answer.status, 200);
    pressCtrlC(first.started);
    await first.started.ended;

    const second = await startHere();
    const tab = (await readFlows(second.address)).flows.find(({ type }) => type === 'tab');
    assert.equal(tab?.label, 'Mine');
  });

  it('refuses arguments that it does not know, or that do not go together', async () => {
    for (const [args, says] of [[['--twice'], /Unknown: --twice/], [['--once', '--https'], /do not go together/], [['--record'], /do not go together/]] as const) {
      const started = start(home, args);
      assert.equal(await started.ended, 1);
      assert.match(started.output(), says);
    }
  });

  it('with --once judges the nine recordings and ends with exit code 0', async function () {
    this.timeout(300_000);
    const started = start(home, ['--once']);
    const code = await started.ended;
    const lines = started.output().trimEnd().split('\n');
    assert.equal(code, 0, started.output());
    assert.equal(lines.at(-1), '9 right, 0 wrong');
    const results = lines.slice(-10, -1).map((line) => line.split('\t'));
    assert.equal(results.length, 9);
    for (const [name, language, verdict, score, ms, ...more] of results) {
      assert.match(name ?? '', /^(ko|en)-/);
      assert.match(language ?? '', /^(ko|en)$/);
      assert.match(score ?? '', verdict === 'scored' ? /^\d+(\.\d)?$/ : /^-$/);
      assert.match(ms ?? '', /^\d+$/);
      assert.deepEqual(more, []);
    }
    assert.equal(existsSync(join(home, '.node-red')), false);
  });
});

describe('the search for a free port', () => {
  it('passes over a port that is in use', async () => {
    const { findFreePort } = await import('../../tools/lib/ports.mjs');
    const server = await openPort(0);
    assert.ok(server);
    const { port } = server.address() as AddressInfo;
    try {
      assert.ok((await findFreePort(port)) > port);
    } finally {
      server.close();
    }
  });
});
