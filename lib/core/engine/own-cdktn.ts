/** The engine of `cdktn-azureml`, where this module stands in for `own-cdktf`. */
export { CDKTN as OWN_ENGINE } from './engines';
