/**
 * The functions of workflow expressions.
 *
 * @see https://learn.microsoft.com/azure/logic-apps/workflow-definition-language-functions-reference
 */
export const FUNCTION_NAMES: readonly string[] = `
  action actionBody actionOutputs actions add addDays addHours addMinutes addProperty addSeconds
  addToTime and appendSlash array base64 base64ToBinary base64ToString binary body bool chunk coalesce
  concat contains convertFromUtc convertTimeZone convertToUtc createArray dataUri dataUriToBinary
  dataUriToString dateDifference dayOfMonth dayOfWeek dayOfYear decimal decodeBase64 decodeDataUri
  decodeUriComponent div empty encodeUriComponent encodeXmlName encodeXmlValue endsWith equals first
  float formatDateTime formDataMultiValues formDataValue formatNumber getFutureTime
  getPastTime greater greaterOrEquals guid if indexOf int intersection isFloat isInt item items
  iterationIndexes join json last lastIndexOf length less lessOrEquals listCallbackUrl max min mod mul
  multipartBody newGuid not nthIndexOf null or outputs parameters parseDateTime rand range removeProperty
  replace result reverse setProperty skip slice sort split startOfDay startOfHour startOfMonth startsWith
  string sub subArray subtractFromTime substring sum take ticks toLower toUpper trigger triggerBody
  triggerFormDataMultiValues triggerFormDataValue triggerMultipartBody triggerOutputs trim union
  uriComponent uriComponentToBinary uriComponentToString uriHost uriPath uriPathAndQuery uriPort uriQuery
  uriScheme utcNow variables workflow xml xpath
`
  .trim()
  .split(/\s+/);

const FUNCTIONS = new Set(FUNCTION_NAMES.map((name) => name.toLowerCase()));

/** Whether there is a function of a name, cases ignored. */
export function isFunction(name: string): boolean {
  return FUNCTIONS.has(name.toLowerCase());
}
