import { PronError } from '../base/errors';
import { reasonOf, runVoice } from './run-voice';

const LIST_TIMEOUT_MS = 20_000;

/** How say lists the voices of a platform. */
interface VoiceLister {
  getVoices(): { command: string; args: readonly string[] };
}

interface ListCommand {
  readonly program: string;
  readonly args: readonly string[];
}

/** On Windows as say does it, without its shell; on macOS, where say can't, as the program `say` itself does. */
async function listCommand(platform: 'darwin' | 'win32'): Promise<ListCommand> {
  if (platform === 'darwin') return { program: 'say', args: ['-v', '?'] };
  const { Say } = (await import('say')).default as unknown as { Say: new (platform: string) => VoiceLister };
  const { command, args } = new Say(platform).getVoices();
  return { program: command, args: ['-NoProfile', '-NonInteractive', '-Command', ...args] };
}

/** The names in a listing: a line each on Windows; on macOS followed by the language and a sample. */
export function parseVoices(platform: 'darwin' | 'win32', listing: string): string[] {
  const lines = listing.split('\n').map((line) => line.trim()).filter((line) => line !== '');
  if (platform === 'win32') return lines;
  return lines.flatMap((line) => /^(.*?)\s+[a-z]{2,3}[_-]\w+\s+#/.exec(line)?.[1] ?? []);
}

/**
 * The names of the voices of macOS or Windows.
 * @throws PronError PRON_TTS_NO_SYSTEM_VOICE, PRON_TTS_FAILED, PRON_TTS_TIMEOUT
 */
export async function systemVoices(platform: string = process.platform): Promise<string[]> {
  if (platform !== 'darwin' && platform !== 'win32') throw new PronError('PRON_TTS_NO_SYSTEM_VOICE', { platform });
  const command = await listCommand(platform);
  const result = await runVoice({ ...command, timeoutMs: LIST_TIMEOUT_MS, install: 'the system settings' });
  if (result.code !== 0) throw new PronError('PRON_TTS_FAILED', { engine: 'system', reason: reasonOf(result) });
  return parseVoices(platform, result.stdout.toString('utf8'));
}
