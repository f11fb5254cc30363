export { calibrate } from './calibrate';
export { evaluate } from './evaluate';
