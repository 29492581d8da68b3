/** How the connections of a managed API say that they use a managed identity. */
export enum ManagedIdentityForm {
  /** The API takes several kinds of authentication, each a set of parameters: `parameterValueSet`. */
  PARAMETER_SET = 'parameter-set',
  /** The API takes one kind beside the managed identity: `parameterValueType: Alternative`. */
  ALTERNATIVE = 'alternative',
}
