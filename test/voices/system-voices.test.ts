import assert from 'node:assert/strict';
import { parseVoices, systemVoices } from '../../voices/system-voices';

describe('systemVoices', () => {
  it('are the names that macOS lists, whatever they are made of', () => {
    const listing = [
      'Alex                en_US    # Most people recognize me by my voice.',
      'Bad News            en_US    # The light you see at the end of the tunnel',
      'Eddy (한국어(대한민국)) ko_KR    # 안녕하세요.',
      'Majed               ar_001   # مرحبًا',
      '',
    ].join('\n');
    assert.deepEqual(parseVoices('darwin', listing), ['Alex', 'Bad News', 'Eddy (한국어(대한민국))', 'Majed']);
  });

  it('are a line each on Windows', () => {
    assert.deepEqual(parseVoices('win32', 'Microsoft Heami Desktop\r\nMicrosoft Zira Desktop\r\n'), ['Microsoft Heami Desktop', 'Microsoft Zira Desktop']);
  });

  it('are none on other systems, which is said', async () => {
    await assert.rejects(systemVoices('linux'), { code: 'PRON_TTS_NO_SYSTEM_VOICE' });
  });
});
