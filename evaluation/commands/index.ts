export { calibrate } from './calibrate';
export { evaluate } from './evaluate';
export { trainPhones } from './train-phones';
