/** A user's own models, in the user directory of Node-RED. */
export const USER_MODELS = 'pronunciation-models';

/** A school's own phone probe: see the command train-phones. */
export const USER_PHONES = 'pronunciation-phones';

/** A user's calibrations. They have a folder of their own, because every .json among the models is taken for a model. */
export const USER_CALIBRATIONS = 'pronunciation-calibrations';
