export { daysLeft } from './certificate';
export { ensureCertificate, readCertificate, RENEWED_DAYS } from './keep';
export { inUrl, machineNames } from './machine-names';
export { qrCode } from './qr-code';
export { WHAT_THE_PHONE_ASKS, whyNew } from './words';
