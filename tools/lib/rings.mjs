/** A test of the release ring says so in its name; all others are of the commit ring. */
export const RELEASE = 'test/**/*.release.test.ts';

/** The commit ring in parts of about the same length, for two rows. */
export const COMMIT_PARTS = [
  ['nodes', ['test/nodes/**/*.test.ts']],
  ['engine', ['test/engine/**/*.test.ts']],
  ['command line and evaluation', ['test/cli/**/*.test.ts', 'test/evaluation/**/*.test.ts', 'test/training/**/*.test.ts']],
  ['devices and voices', ['test/devices/**/*.test.ts', 'test/voices/**/*.test.ts']],
];

/** What is in none of the parts above. */
export const COMMIT_REST = ['test/**/*.test.ts', ...ignoring(...COMMIT_PARTS.flatMap(([, patterns]) => patterns))];

/** Files of the commit ring in which some tests need a program: the release ring runs them again, where all are there. */
export const MIXED = ['nodes/pron-tts', 'nodes/tts-routes', 'voices/built-in', 'training/features'].map((name) => `test/${name}.test.ts`);

/** What measures times has the machine to itself. */
export const EXACT = ['test/engine/event-loop.release.test.ts', 'test/trials/lateness.release.test.ts'];
export const LATENCY = 'test/system/practice/latency.release.test.ts';

/** What runs again on Node-RED 5: the nodes in their ordinary use, the editor and the package. */
export const ON_NODE_RED_5 = [
  'test/nodes/lib/*.test.ts',
  ...[
    'nodes/admin-routes', 'nodes/clone', 'nodes/pron-class', 'nodes/pron-class-teacher', 'nodes/editor', 'nodes/life-cycle', 'nodes/pron-gain', 'nodes/pron-hear', 'nodes/pron-mel', 'nodes/pron-mic.release',
    'nodes/pron-noise', 'nodes/pron-play.release', 'nodes/pron-remote', 'nodes/pron-score', 'nodes/pron-time', 'nodes/pron-tts', 'nodes/pron-vad', 'nodes/pron-voice',
    'system/admin-routes.release', 'system/editor.release', 'system/editor-use.release', 'system/examples.release',
    'system/node-red.release',
  ].map((name) => `test/${name}.test.ts`),
];

/** Mocha's options that leave files or patterns out. */
export function ignoring(...patterns) {
  return patterns.flatMap((pattern) => ['--ignore', pattern]);
}
