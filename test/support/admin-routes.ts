/** What the dialogs ask Node-RED for below `pronunciation/`: of which node, by which method, and who may. */
export const ADMIN_ROUTES = [
  ['pron-mic', 'get', 'devices', 'pron-mic.read'],
  ['pron-mic', 'post', 'mic-test', 'pron-mic.write'],
  ['pron-play', 'get', 'loudspeakers', 'pron-play.read'],
  ['pron-tts', 'get', 'voices', 'pron-tts.read'],
  ['pron-tts', 'post', 'server-voices', 'pron-tts.write'],
  ['pron-tts', 'post', 'speak', 'pron-tts.write'],
  ['pron-score', 'get', 'models', 'pron-score.read'],
  ['pron-score', 'get', 'calibrations', 'pron-score.read'],
] as const;
