import type { Problem } from '../../core/errors';
import { isUnresolved, problem } from '../../core/validation';
import { validateWorkflow } from '../definition/validate-workflow';

/** What only newer services than this library may know, so that it is no error of a workflow declared here. */
const TOLERATED = ['WorkflowTypeUnknown', 'WorkflowFunctionUnknown'];

/**
 * What is wrong with the body of a workflow that is declared here. Text that only Terraform will know is not
 * looked into.
 */
export function workflowProblems(body: unknown): readonly Problem[] {
  const known = withoutTokens(body);
  return [
    ...validateWorkflow(known).filter(({ code }) => !TOLERATED.includes(code)),
    ...responseProblems(known as Body),
  ];
}

interface Body {
  readonly properties: {
    readonly definition: { readonly triggers: Operations; readonly actions: Operations };
  };
}

interface Operations {
  readonly [name: string]: { readonly type?: unknown };
}

function responseProblems({ properties: { definition } }: Body): readonly Problem[] {
  const answers = JSON.stringify(definition.actions).includes('"type":"Response"');
  const asked = Object.values(definition.triggers).some(({ type }) => type === 'Request');
  return answers && !asked
    ? [
        problem('WorkflowResponseUnasked', {
          property: 'triggers',
          must: 'hold a HttpRequestTrigger where an action answers: nobody waits for it',
          got: Object.keys(definition.triggers).join(', '),
        }),
      ]
    : [];
}

/** Read as what Terraform puts in a place. */
const UNKNOWN = '${later}';

function withoutTokens(value: unknown): unknown {
  if (isUnresolved(value)) return UNKNOWN;
  if (Array.isArray(value)) return value.map(withoutTokens);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, withoutTokens(member)]),
  );
}
