import manifest from '../../package.json';

/** The types of the package's nodes, as the palette has them. */
export const OUR_NODES: readonly string[] = Object.keys(manifest['node-red'].nodes);
