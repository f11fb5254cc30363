import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Tier } from '../../../pipeline/siamese/score';
import { resample } from '../../../pipeline/resample';
import { decodeWav, encodeWav } from '../../../pipeline/wav';
import { launchChromium } from '../../support/chromium';
import { needsProgram } from '../../support/programs';
import { ROOT, runNodeRed, type FlowNode, type RunningNodeRed } from '../support/node-red';
import { readyToListen } from './hands';

/** A folder for pictures of what the test sees; none are taken without it. */
const PICTURES = process.env.PRON_TEST_PICTURES;

/** The fake microphone begins to play when the page opens it; the page forgets all but the last 0.3 s of its countdown. */
const LEAD_SECONDS = 2.3;

export const recordingPath = (name: string): string => join(ROOT, 'practice', 'recordings', `${name}.wav`);

/** Samples of a bundled recording, mono, 16 kHz. */
export const recordingSamples = (name: string): Float32Array => decodeWav(readFileSync(recordingPath(name))).samples;

/** A learner's browser, its page open at the practice station. */
export interface Learner {
  readonly page: Page;
  /** Errors in the console and uncaught exceptions. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

export interface LearnerOptions {
  readonly locale?: string;
  readonly size?: readonly [width: number, height: number];
  readonly theme?: 'light' | 'dark';
  /** Where the page is, where it is not at Node-RED's own address. */
  readonly host?: string;
  /** Where the page is, where it is not at Node-RED's own port. */
  readonly port?: number;
  /** The page is opened by the link of the class. */
  readonly isInvited?: boolean;
}

/** The practice flow in a real Node-RED, and a Chromium whose microphone hears a bundled recording. */
export interface Station {
  readonly red: RunningNodeRed;
  readonly learner: (options?: LearnerOptions) => Promise<Learner>;
  /** The teacher's page of the class. */
  readonly teacher: (options?: LearnerOptions) => Promise<Learner>;
  readonly stop: () => Promise<void>;
}

export interface StationOptions {
  /** The WAV file that the browser's microphone hears. */
  readonly hears?: string;
  /** Further variables of Node-RED's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** The Node-RED machine's microphone, an ALSA name. */
  readonly device?: string;
  /** The tiers of the score node, where they are not the usual ones. */
  readonly tiers?: readonly Tier[];
  /** The teacher's PIN, of class, voices and list; the flow has none. */
  readonly pin?: string;
}

/** The practice flow as it is shipped, with another microphone or other tiers where there are any. */
export function practiceFlow({ device, tiers, pin }: Pick<StationOptions, 'device' | 'tiers' | 'pin'> = {}): FlowNode[] {
  const nodes = JSON.parse(readFileSync(join(ROOT, 'examples', 'dashboard', 'Practice station.json'), 'utf8')) as FlowNode[];
  return nodes.map((node) => ({
    ...node,
    ...(device !== undefined && node.type === 'pron-mic' && { device }),
    ...(pin !== undefined && node.type === 'tab' && { env: [{ name: 'PRONUNCIATION_PIN', value: pin, type: 'str' }] }),
    ...(tiers !== undefined && node.type === 'pron-score' && { tiers }),
  }));
}

/** For a group of tests: the station is opened before the first and stopped after the last. Skips them where there is no Chromium. */
export function stationOfTests(options: StationOptions = {}): Station {
  let opened: Station | undefined;
  const station = (): Station => opened as Station;
  before(async function () {
    needsProgram(this, 'chromium');
    opened = await openStation(options);
  });
  after(() => opened?.stop());
  return {
    get red() { return station().red; },
    learner: (as) => station().learner(as),
    teacher: (as) => station().teacher(as),
    stop: () => station().stop(),
  };
}

export async function openStation({ hears = recordingPath('ko-correct'), env = {}, ...changes }: StationOptions = {}): Promise<Station> {
  const folder = mkdtempSync(join(tmpdir(), 'pron-station-'));
  const file = join(folder, 'microphone.wav');
  const sampleRate = 16000;
  const heard = decodeWav(readFileSync(hears));
  const speech = resample(heard.samples, heard.sampleRate, sampleRate);
  const samples = new Float32Array(Math.round((LEAD_SECONDS + 20) * sampleRate));
  samples.set(speech, Math.round(LEAD_SECONDS * sampleRate));
  writeFileSync(file, encodeWav({ samples, sampleRate }).wav);
  const flows = practiceFlow(changes);
  const red = await runNodeRed({ flows, env });
  const browser = await launchChromium([
    '--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream', `--use-file-for-fake-audio-capture=${file}%noloop`,
    '--host-resolver-rules=MAP pi.example 127.0.0.1', '--autoplay-policy=no-user-gesture-required',
  ]);
  return {
    red,
    learner: async (options) => {
      const learner = await openPage(browser, red.address, options?.isInvited ? '/dashboard/practice?class' : '/dashboard/practice', options);
      await readyToListen(learner.page);
      return learner;
    },
    teacher: async (options) => {
      const teacher = await openPage(browser, red.address, '/dashboard/class', options);
      await teacher.page.waitForSelector('.pron-pin :is(input, .pron-alert)');
      return teacher;
    },
    stop: async () => {
      await browser.close();
      await red.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function openPage(browser: Browser, address: string, path: string, options: LearnerOptions = {}): Promise<Learner> {
  const { locale = 'en-US', size: [width, height] = [1280, 800], theme = 'light', host, port } = options;
  const context: BrowserContext = await browser.newContext({ locale, viewport: { width, height }, colorScheme: theme });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const at = new URL(path, address);
  if (host !== undefined) at.hostname = host;
  if (port !== undefined) at.port = String(port);
  // The page's own player, for a look at what it plays.
  await page.addInitScript('window.Audio = class extends Audio { constructor() { super(); window.played = this; } };');
  await page.goto(at.href);
  return { page, complaints, close: () => context.close() };
}

/** Keeps a picture of the page, where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES !== undefined) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
}
