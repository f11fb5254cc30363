import { UsageError } from '../../base/command-line/usage-error';
import { SERVED_ENGINES, VOICE_ENGINES, type SpeakRequest, type VoiceEngine } from '../../voices/request';

/** The voice that a command line chooses. */
export type VoiceChoice = Pick<SpeakRequest, 'voice' | 'address' | 'model' | 'key'> & { readonly engine: VoiceEngine };

/** Of every command that speaks. */
export const VOICE_OPTIONS = {
  'voice-engine': { type: 'string' },
  voice: { type: 'string' },
  'voice-address': { type: 'string' },
  'voice-model': { type: 'string' },
} as const;

/** Their lines in a command's help. */
export const VOICE_HELP = `  --voice-engine NAME   built-in, espeak-ng, piper, http, wyoming, system or recordings; default: built-in,
                    else espeak-ng
  --voice NAME      a voice of that engine; for piper its .onnx file, for recordings the teacher's folder
  --voice-address ADDRESS   of a voice server: http://127.0.0.1:8880 for http, host:port for wyoming. Texts are sent
                    there. Its key is read from the environment variable PRON_VOICE_KEY
  --voice-model NAME   the model that an http server takes`;

const CHOSEN: readonly VoiceEngine[] = VOICE_ENGINES.filter((engine) => engine !== 'command' && engine !== 'recording');

type VoiceValues = { readonly [option in keyof typeof VOICE_OPTIONS]?: string | undefined };

/** The voice that the options name; undefined where they name none. @throws UsageError where they do not fit one another */
export function voiceChoice(options: VoiceValues, environment = process.env): VoiceChoice | undefined {
  const { 'voice-engine': named, voice, 'voice-address': address, 'voice-model': model } = options;
  if (named === undefined) {
    const other = Object.keys(VOICE_OPTIONS).find((option) => options[option as keyof VoiceValues] !== undefined);
    if (other !== undefined) throw new UsageError(`--${other} needs --voice-engine.`);
    return undefined;
  }
  const engine = CHOSEN.find((one) => one === named);
  if (engine === undefined) throw new UsageError(`--voice-engine is "${named}"; it must be one of ${CHOSEN.join(', ')}.`);
  if (engine === 'recordings' && voice === undefined) throw new UsageError('--voice-engine recordings needs --voice, the folder of a teacher.');
  const isServed = SERVED_ENGINES.some((served) => served === engine);
  if (isServed && address === undefined) throw new UsageError(`--voice-engine ${engine} needs --voice-address.`);
  if (!isServed && address !== undefined) throw new UsageError(`--voice-address is for ${SERVED_ENGINES.join(' and ')}.`);
  if (engine !== 'http' && model !== undefined) throw new UsageError('--voice-model is for http.');
  const key = environment['PRON_VOICE_KEY'];
  return {
    engine,
    ...(voice !== undefined && { voice }),
    ...(address !== undefined && { address }),
    ...(model !== undefined && { model }),
    ...(engine === 'http' && key !== undefined && { key }),
  };
}
