import { flowFile } from '../../flow/files';
import type { Flow } from '../../flow/flow';
import { addLinkIn, addLinkOut } from '../../flow/links';
import { sharedCode } from '../../flow/shared-code';

/** The code of *for the page*, behind the voices. */
export function referenceCode(): string {
  return [sharedCode('language/sayings.ts'), flowFile('station/functions/keep-reference.js')].join('\n');
}

/** A voice says the sentence: to the page, to the score, or on the loudspeaker of this machine. */
export function addVoice(flow: Flow): void {
  flow.group('voice-group', '1. A voice says the sentence', () => {
    addLinkIn(flow, 'voice-in', 'say a sentence', [1000, 140], ['voice']);
    flow.add('voice', 'switch', {
      name: 'which voice', property: 'voice', rules: [{ t: 'eq', v: 'high', vt: 'str' }, { t: 'eq', v: 'low', vt: 'str' }, { t: 'else' }], outputs: 3,
      checkall: 'false', at: [1110, 140], to: [['high'], ['low'], ['teacher']],
    });
    const voice = { text: 'payload', textType: 'msg', to: ['what-for'] };
    flow.add('high', 'pron-tts', { name: 'higher voice', voice: '+f3', pitch: 60, ...voice, at: [1310, 80] });
    addLinkIn(flow, 'first-in', 'at the start', [1200, 180], ['low']);
    flow.add('low', 'pron-tts', { name: 'lower voice', ...voice, at: [1310, 140] });
    flow.add('teacher', 'pron-tts', { name: "teacher's recording", engine: 'recordings', takes: 'all', ...voice, at: [1320, 200], to: [['what-for'], ['to-compare']] });
    flow.add('to-compare', 'switch', {
      name: 'further takes, to compare', property: 'topic', rules: [{ t: 'eq', v: 'say', vt: 'str' }], outputs: 1, checkall: 'false',
      at: [1560, 210], to: ['reference-out'],
    });
    flow.add('what-for', 'switch', {
      name: 'for the page, or aloud', property: 'topic',
      rules: [{ t: 'eq', v: 'aloud', vt: 'str' }, { t: 'eq', v: 'preview', vt: 'str' }, { t: 'else' }], outputs: 3,
      checkall: 'false', at: [1560, 140], to: [['speed'], ['keep-reference'], ['keep-reference', 'reference-out']],
    });
    flow.add('speed', 'switch', {
      name: 'slowly?', property: 'slow', rules: [{ t: 'true' }, { t: 'else' }], outputs: 2, checkall: 'false', at: [1760, 80],
      to: [['slow'], ['loudspeaker']],
    });
    flow.add('slow', 'pron-time', { name: 'slower', mode: 'ratio', ratio: 1.4, at: [1900, 80], to: ['loudspeaker'] });
    flow.add('loudspeaker', 'pron-play', { name: 'loudspeaker', at: [2060, 100] });
    flow.add('keep-reference', 'function', { name: 'for the page', func: referenceCode(), outputs: 1, at: [1770, 140], to: ['heard-out'] });
    addLinkOut(flow, 'heard-out', 'to-page', [1870, 160], 'to the page');
    addLinkOut(flow, 'reference-out', 'reference-in', [1700, 210], 'to be compared');
  });
}
