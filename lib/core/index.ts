export { ArmId } from './arm-id';
export { AzureCloud } from './cloud';
export { Duration } from './duration';
export {
  AssumptionError,
  AzureMlError,
  type Problem,
  UnscopedValidationError,
  ValidationError,
} from './errors';
export { toTerraformJson } from './terraform-json';
export { escapeTemplates, escapeText } from './terraform-text';
export { TimeZone } from './time-zone';
