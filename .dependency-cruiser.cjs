'use strict';

/** The rooms, from the lowest layer up: a room imports from its own layer and from those below it. */
const LAYERS = [
  ['base'],
  ['pipeline'],
  ['models', 'language'],
  ['devices', 'voices'],
  ['engine'],
  ['nodes', 'evaluation'],
  ['practice', 'cli', 'training', 'trials'],
];

const inRooms = (rooms) => `^(${rooms.join('|')})/`;

const arrows = LAYERS.slice(0, -1).map((rooms, i) => ({
  name: `${rooms.join('-and-')}-import-only-from-below`,
  comment: `${rooms.join(' and ')} must not import from a room above (DESIGN: the arrow of imports goes one way).`,
  severity: 'error',
  from: { path: inRooms(rooms) },
  to: { path: inRooms(LAYERS.slice(i + 1).flat()) },
}));

module.exports = {
  forbidden: [
    ...arrows,
    {
      name: 'pipeline-is-pure',
      comment: 'The pipeline is plain functions: no files, no processes, no network, no Node-RED.',
      severity: 'error',
      from: { path: '^pipeline/' },
      to: { path: '^(node:)?(fs|fs/promises|child_process|worker_threads|net|http|https|dgram|dns|tls|os|process|cluster)$|node-red' },
    },
    {
      name: 'page-in-a-browser',
      comment: 'The page runs in a browser: of this package it takes what needs nothing else.',
      severity: 'error',
      from: { path: '^page/' },
      to: { path: inRooms(['models', ...LAYERS.slice(3).flat()]) },
    },
    {
      name: 'node-red-only-in-nodes',
      comment: 'Only nodes/ knows Node-RED.',
      severity: 'error',
      from: { path: inRooms(LAYERS.flat()), pathNot: '^(nodes|practice|trials|training)/' },
      to: { path: 'node_modules/(@node-red|node-red|@types/node-red)' },
    },
    {
      name: 'product-imports-no-test',
      comment: 'What runs at a user does not import tests, trials or tools.',
      severity: 'error',
      from: { path: inRooms(LAYERS.slice(0, -1).flat()) },
      to: { path: '^(test|tools)/' },
    },
    {
      name: 'no-circle',
      comment: 'Two files that import each other are one file, or share a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'not-to-dev-dependency',
      comment: 'What is packed uses only dependencies that a user gets.',
      severity: 'error',
      from: { path: inRooms(LAYERS.slice(0, -1).flat()) },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/@types/' },
    },
    {
      name: 'not-unresolvable',
      comment: 'Every import is found.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default', 'types'] },
  },
};
