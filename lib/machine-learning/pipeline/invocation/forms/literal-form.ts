import { type Problem, shown, UnscopedValidationError } from '../../../../core/errors';
import { isUnresolved, problem } from '../../../../core/validation';
import { DataType } from '../../data-type';
import { isJobLiteral, JOB_LITERAL_FORM, LITERAL, literalText } from '../../private/literal';
import { isLiteral } from '../../private/literal-type';
import type { IInvocationHost } from '../invocation-host';
import type { JobInput, V1Assignment, V2Input } from '../rendered-argument';
import type { ArgumentForm } from './argument-form';

/** A string, a number or a boolean. */
export class LiteralForm implements ArgumentForm {
  public constructor(private readonly value: string | number | boolean) {
    if (!LITERAL.accepts(value)) {
      throw new UnscopedValidationError([
        problem('ArgumentLiteralInvalid', {
          property: 'value',
          must: `be ${LITERAL.name}`,
          got: value,
        }),
      ]);
    }
  }

  public get told(): string {
    return shown(this.value);
  }

  public fits(type: DataType): boolean {
    return literalFits(this.value, type);
  }

  public renderV1(_name: string, host: IInvocationHost): V1Assignment {
    return { parameter: host.escapeLiteral(String(this.value)) };
  }

  public renderV2(_name: string, host: IInvocationHost): V2Input {
    const value = typeof this.value === 'string' ? host.escapeLiteral(this.value) : this.value;
    return { JobInputType: 'Literal', Value: value };
  }

  public renderJobInput(name: string): JobInput | Problem {
    return isJobLiteral(this.value)
      ? { jobInputType: 'literal', value: literalText(this.value) }
      : problem('ScheduleLiteralInvalid', {
          property: `arguments.${name}`,
          must: `${JOB_LITERAL_FORM} in a schedule`,
          got: this.value,
          fix: 'leave it out where the input has a default or is optional',
        });
  }
}

function literalFits(value: string | number | boolean, type: DataType): boolean {
  if (isUnresolved(value) || type === DataType.STRING) return isLiteral(type);
  const text = String(value);
  if (type === DataType.BOOLEAN) return ['true', 'false'].includes(text.toLowerCase());
  if (type === DataType.INTEGER) return /^[+-]?\d+$/.test(text);
  return type === DataType.NUMBER && text.trim() !== '' && Number.isFinite(Number(text));
}
