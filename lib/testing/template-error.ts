import { AzureMlError } from '../core/errors';

/**
 * An assertion of {@link Template} does not hold, or could not be made.
 *
 * Codes: `TemplateMismatch` (the configuration is not as expected), `TemplateUnreadable` (the text
 * or file is no Terraform JSON), `TemplateStackInvalid` (the stack carries error annotations) and
 * `TemplatePatternInvalid` (the pattern itself can never match).
 */
export class TemplateError extends AzureMlError {
  /** Whether a caught value is an error of the assertions, also when the package is installed twice. */
  public static isTemplateError(error: unknown): error is TemplateError {
    return AzureMlError.isAzureMlError(error) && error.name === 'TemplateError';
  }

  /** The stable code, listed in `docs/errors.md`. */
  public readonly code: string;

  public constructor(code: string, message: string) {
    super('TemplateError', `${message} [${code}]`);
    this.code = code;
  }
}
