import { AzureMlError } from '../../core/errors';
import type { AttributePathMessage, DiagnosticMessage } from './messages';

/** Names and indices from the root of a resource to one of its values. */
export type ValuePath = readonly (string | number)[];

/** What a real provider or the service would answer with an error. */
export class Refusal extends AzureMlError {
  public readonly code = 'OfflineProviderRefused';

  public constructor(
    public readonly summary: string,
    public readonly detail = '',
    public readonly path: ValuePath = [],
  ) {
    super('Refusal', detail === '' ? summary : `${summary}: ${detail}`);
  }
}

/** An error diagnostic. */
export function errorDiagnostic(
  summary: string,
  detail: string,
  path: ValuePath = [],
): DiagnosticMessage {
  return {
    severity: 1,
    summary,
    detail,
    ...(path.length === 0 ? {} : { attribute: pathMessage(path) }),
  };
}

/** A caught error as the diagnostic that Terraform prints. */
export function diagnosticOf(error: unknown): DiagnosticMessage {
  if (error instanceof Refusal) return errorDiagnostic(error.summary, error.detail, error.path);
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return errorDiagnostic('The offline provider failed', text);
}

/** A path in the form of the plugin protocol. */
export function pathMessage(path: ValuePath): AttributePathMessage {
  return {
    steps: path.map((step) =>
      typeof step === 'number' ? { element_key_int: step } : { attribute_name: step },
    ),
  };
}

/** A path as providers print it, such as `filter.0.tag`. */
export function pathText(path: ValuePath): string {
  return path.join('.');
}
