import { phrase, PronError, type Phrase } from '../../base/errors';
import { describeEnd, isMissing, type ProcessEnd } from '../../base/run-process';
import { isOpenFaultName, lastComplaint, openFault, type OpenFault } from '../alsa/fault';

/** The setting `recorder` of a mic node. */
export const RECORDERS = ['automatic', 'arecord', 'sox'] as const;

export type RecorderSetting = (typeof RECORDERS)[number];

/** A program that records. */
export type RecorderName = 'arecord' | 'sox';

/** What records: `automatic` is arecord on Linux, and SoX, through node-record-lpcm16, on macOS and Windows. */
export function recorderFor(setting: RecorderSetting, platform: string = process.platform): RecorderName {
  if (setting !== 'automatic') return setting;
  return platform === 'linux' ? 'arecord' : 'sox';
}

/** What is asked of a recorder. */
export interface RunOptions {
  /** An ALSA device on Linux: `default`, `plughw:CARD=NAME,DEV=0`; else `default` or the system's name of a device. */
  readonly device: string;
  /** Hz, asked for: a device that lacks it may record at another rate. */
  readonly sampleRate: number;
  /** Without a sample for this long the device is given up. */
  readonly noDataMs: number;
  /** Gets whole samples, 16-bit mono, and the rate that they have. */
  readonly onData: (bytes: Buffer, rate: number) => void;
}

/** A recorder that runs. */
export interface Run {
  /** Asks it to end; what it has heard until now still comes. */
  stop(): void;
  /** Ends it at once; nothing more comes. */
  kill(): void;
  /** Resolves when the program has ended. */
  readonly ended: Promise<RunEnd>;
}

/** Why a recorder ended where nobody asked it to. */
export interface RunEnd {
  /** Whether a sample has come. */
  readonly heard: boolean;
  /** @param recordedMs audio that is lost with it */
  readonly failure: (recordedMs: number) => PronError;
}

const OTHER_SYSTEMS: Readonly<Record<string, { readonly system: string; readonly install: string }>> = {
  darwin: { system: 'macOS', install: 'brew install sox' },
  win32: { system: 'Windows', install: 'choco install sox.portable' },
};

/** The command that installs a recorder, and the system that it is for: this one, or Linux. */
export function installation(recorder: RecorderName, platform: string = process.platform): { readonly system: string; readonly install: string } {
  const other = recorder === 'sox' ? OTHER_SYSTEMS[platform] : undefined;
  return other ?? { system: 'Linux', install: recorder === 'sox' ? 'apt install sox libsox-fmt-alsa' : 'apt install alsa-utils' };
}

/** The error for a recorder that is not installed. */
export function missingRecorder(recorder: RecorderName, platform: string = process.platform): PronError {
  return new PronError('PRON_MIC_PROGRAM', { recorder, ...installation(recorder, platform) });
}

/** The error for an installation without the optional dependency that records with SoX. */
function missingPackage(): PronError {
  const name = 'node-record-lpcm16';
  return new PronError('PRON_MIC_PROGRAM', { recorder: name, system: installation('sox').system, install: `npm install ${name}` });
}

/** How SoX says on macOS, and wherever it finds no device, what ALSA says by an error number. */
const SOX_MISSING = /no default audio device configured|can not open audio device/;

/** A recorder that could not be started, or could not be asked for its devices. */
export function startFailure(recorder: RecorderName, device: string, end: ProcessEnd): PronError {
  if (end.how === 'not-started' && end.error.code === 'MODULE_NOT_FOUND') return missingPackage();
  if (end.how === 'not-started' && isMissing(end.error)) return missingRecorder(recorder);
  return failed(recorder, device, reasonOf(recorder, end));
}

/**
 * Why a recorder ended.
 * @param complaints what it wrote to stderr since the device was opened
 */
export function runEnd(recorder: RecorderName, { device, noDataMs }: RunOptions, end: ProcessEnd, heard: boolean, complaints: string): RunEnd {
  return {
    heard,
    failure: (recordedMs) => {
      if (end.how === 'idle') return new PronError('PRON_MIC_NO_DATA', { device, seconds: noDataMs / 1000 });
      if (heard) {
        const reason = reasonOf(recorder, { ...end, stderr: complaints });
        return new PronError('PRON_MIC_LOST', { device, reason, seconds: (recordedMs / 1000).toFixed(1) });
      }
      const fault = end.how === 'not-started' ? undefined : openFaultOf(end.stderr);
      return fault === undefined ? startFailure(recorder, device, end) : openFailure(fault, device);
    },
  };
}

function openFaultOf(stderr: string): OpenFault | undefined {
  return openFault(stderr) ?? (SOX_MISSING.test(stderr) ? 'MISSING' : undefined);
}

function openFailure(fault: OpenFault, device: string): PronError {
  const choice = process.platform === 'linux' ? phrase('oneThatIsListed', { command: fault === 'MISSING' ? 'arecord -L' : 'arecord -l' }) : phrase('systemsDefault');
  return new PronError(`PRON_MIC_${fault}`, { device, choice });
}

function failed(recorder: RecorderName, device: string, reason: string | Phrase): PronError {
  const command = recorder === 'arecord' ? `arecord -D ${device} test.wav` : 'sox -d test.wav';
  return new PronError('PRON_MIC_FAILED', { device, reason, command });
}

function reasonOf(recorder: RecorderName, end: ProcessEnd): string | Phrase {
  if (end.how === 'not-started') return end.error.message;
  return lastComplaint(end.stderr) || phrase('recorderEnded', { recorder, code: describeEnd(end) });
}

/** Whether the device could not be opened at all. */
export function isOpenFault({ code }: PronError): boolean {
  return isOpenFaultName(code.replace('PRON_MIC_', ''));
}
