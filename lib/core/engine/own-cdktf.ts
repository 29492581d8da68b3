/** The engine that this source is compiled for; `own-cdktn` stands in for this module in `cdktn-azureml`. */
export { CDKTF as OWN_ENGINE } from './engines';
