export { listLoudspeakers, play } from './play';
export { createPlayQueue } from './queue';
