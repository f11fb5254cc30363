import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { findFreePort } from '../lib/ports.mjs';
import { inRoot } from '../lib/paths.mjs';
import { recordFigures } from '../lib/record.mjs';
import { startNodeRed, stopNodeRed, waitUntilUp } from '../lib/node-red.mjs';
import { judge } from './judge.mjs';
import { TAP, tapped } from './tap.mjs';

const FLOW = inRoot('examples', 'dashboard', 'Practice station.json');
const RESULT_LIMIT_MS = 60_000;
const START_LIMIT_MS = 60_000;
const POLL_MS = 50;

/** The flow's buttons that play a bundled recording: their topic is the recording's name. */
function recordingButtons(nodes) {
  return nodes
    .filter((node) => node.type === 'inject' && /^(ko|en)-/.test(node.topic))
    .map(({ id, topic }) => ({ id, name: topic, language: topic.slice(0, 2) }));
}

/** Node-RED answers before its flows have started; what `tapped` adds is one of them. */
async function waitForFlow(address) {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    if ((await fetch(address + TAP)).ok) return;
    await pause(POLL_MS);
  }
  throw new Error('The practice flow did not start.');
}

/** Presses a button in the running flow and waits for the message's score. */
async function press(address, button) {
  const read = async () => (await fetch(address + TAP)).json();
  const before = (await read()).count;
  const pressed = await fetch(`${address}/inject/${button.id}`, { method: 'POST' });
  if (!pressed.ok) throw new Error(`The button ${button.name} answers ${pressed.status}.`);
  const end = Date.now() + RESULT_LIMIT_MS;
  while (Date.now() < end) {
    const { count, name, score, error } = await read();
    if (count > before && error) throw new Error(`${button.name}: ${error}`);
    if (count > before && name === button.name) return score;
    await pause(POLL_MS);
  }
  throw new Error(`${button.name}: no result within ${RESULT_LIMIT_MS / 1000} s.`);
}

/** As `press`, but a failure becomes a result that is never right, so that the others still run. */
async function pressOrFail(address, button) {
  try {
    return await press(address, button);
  } catch (error) {
    console.error(error.message);
    return { verdict: 'error', value: null, ms: 0 };
  }
}

function printResult({ name, language, score }) {
  const value = score.value === null ? '-' : String(Math.round(score.value * 10) / 10);
  console.log([name, language, score.verdict, value, Math.round(score.ms ?? 0)].join('\t'));
}

/**
 * Runs the bundled recordings through the practice flow in a Node-RED of its own, whose user directory is removed
 * afterwards. Prints a line for each and the count of right ones; `isRecorded` also writes it to docs/figures.
 * Resolves to the exit code.
 */
export async function runOnce(isRecorded) {
  const userDir = mkdtempSync(join(tmpdir(), 'pron-once-'));
  const nodes = JSON.parse(readFileSync(FLOW, 'utf8'));
  writeFileSync(join(userDir, 'flows.json'), JSON.stringify(tapped(nodes)));
  const port = await findFreePort(0);
  const child = startNodeRed({ userDir, port, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (log += text));
  const interrupted = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort());
  const results = [];
  try {
    const address = await waitUntilUp(child, port);
    await waitForFlow(address);
    for (const button of recordingButtons(nodes)) {
      interrupted.signal.throwIfAborted();
      const result = { ...button, score: await pressOrFail(address, button) };
      results.push(result);
      printResult(result);
    }
  } catch (error) {
    console.error(error.message);
    console.error(log);
    return 1;
  } finally {
    await stopNodeRed(child);
    rmSync(userDir, { recursive: true, force: true, maxRetries: 5 });
  }
  const { right, wrong } = judge(results);
  for (const reason of wrong) console.error(reason);
  console.log(`${right} right, ${wrong.length} wrong`);
  if (isRecorded) {
    recordFigures('once', 'npm start -- --once', [
      { name: 'bundled recordings that get the right verdict and score', value: right, target: String(results.length) },
      { name: 'bundled recordings that do not', value: wrong.length, target: '0' },
    ]);
  }
  return wrong.length === 0 ? 0 : 1;
}
