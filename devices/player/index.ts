export { listLoudspeakers } from './devices';
export { play } from './play';
export { createPlayQueue } from './queue';
