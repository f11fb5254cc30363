/** A user's own models, in the user directory of Node-RED. */
export const USER_MODELS = 'pronunciation-models';

/** A user's calibrations. They have a folder of their own, because every .json among the models is taken for a model. */
export const USER_CALIBRATIONS = 'pronunciation-calibrations';
