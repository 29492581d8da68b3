import { TemplateError } from 'cdktf-azureml/testing';

/** The error that an assertion throws. */
export function failureOf(assertion: () => unknown): TemplateError {
  try {
    assertion();
  } catch (error) {
    if (TemplateError.isTemplateError(error)) return error;
    throw error;
  }
  throw new TemplateError('TemplateMismatch', 'the assertion was expected to fail');
}
