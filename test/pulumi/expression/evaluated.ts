import { evaluate } from '../../../lib/pulumi/private/expression/evaluate';
import { ExpressionFault } from '../../../lib/pulumi/private/expression/expression-fault';
import { parseTemplate } from '../../../lib/pulumi/private/expression/parse-template';
import { type Expression, mapParts } from '../../../lib/pulumi/private/expression/syntax';
import type { Value } from '../../../lib/pulumi/private/expression/values';
import { VARIABLES } from './generate';

/** What a template comes to; `undefined` where it is not evaluated. */
export function evaluated(template: string): Value | undefined {
  try {
    const expression = withVariables(parseTemplate(template));
    return evaluate(expression, { holes: [], readFile: () => Buffer.from('file') });
  } catch (error) {
    if (error instanceof ExpressionFault) return undefined;
    throw error;
  }
}

/** Why a template is not evaluated. */
export function faultOf(template: string): string | undefined {
  try {
    const expression = withVariables(parseTemplate(template));
    evaluate(expression, { holes: [], readFile: () => Buffer.from('file') });
  } catch (error) {
    if (error instanceof ExpressionFault) return error.must;
    throw error;
  }
  return undefined;
}

function withVariables(expression: Expression): Expression {
  if (expression.kind === 'member' && expression.of.kind === 'name') {
    const { name } = expression;
    if (expression.of.name === 'var' && name in VARIABLES) {
      return { kind: 'literal', value: VARIABLES[name] as Value };
    }
  }
  return mapParts(expression, withVariables);
}
