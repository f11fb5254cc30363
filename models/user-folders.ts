/** A user's own models, in the user directory of Node-RED. */
export const USER_MODELS = 'pronunciation-models';

/** A user's calibrations, beside the models, where every .json is taken for a model. */
export const USER_CALIBRATIONS = 'pronunciation-calibrations';
