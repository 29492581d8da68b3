import type { Problem } from '../../../core/errors';
import { choices, nearestFix } from '../../../core/nearest';
import { problem } from '../../../core/validation';
import { type Expression, parseText, partsOf } from './expression-parser';
import { FUNCTION_NAMES, isFunction } from './functions';
import { at, isTemplateExpression, objectOf, spelling, textsIn } from './json';
import type { ReadWorkflow } from './workflow-reader';

type Call = Extract<Expression, { readonly kind: 'call' }>;

/** Whether this one is declared is looked at where connections are used. */
const CONNECTIONS = '$connections';

/** What a function may name in its first argument. */
interface Names {
  readonly what: string;
  readonly code: string;
  readonly names: readonly string[];
}

/** That expressions can be read, call functions that there are, and name what is declared. */
export function expressionProblems(workflow: ReadWorkflow): readonly Problem[] {
  const { definition, path } = workflow;
  const references = referencesOf(workflow);
  return ['triggers', 'actions', 'outputs']
    .flatMap((part) => [...textsIn(definition[part], `${path}${part}`)])
    .flatMap(([place, text]) => textProblems(place, text, references));
}

function textProblems(
  path: string,
  text: string,
  references: ReadonlyMap<string, Names>,
): readonly Problem[] {
  if (isTemplateExpression(text)) return [];
  const { expressions, fault } = parseText(text);
  if (fault !== undefined) {
    return [
      problem('WorkflowExpressionInvalid', {
        property: path,
        must: `be a readable expression: it ${fault}`,
        got: text,
      }),
    ];
  }
  return expressions
    .flatMap((expression) => [...partsOf(expression)])
    .filter((part) => part.kind === 'call')
    .flatMap((call) => callProblems(path, call, references));
}

function callProblems(
  path: string,
  { name, args: [first] }: Call,
  references: ReadonlyMap<string, Names>,
): readonly Problem[] {
  if (!isFunction(name)) {
    return [
      problem('WorkflowFunctionUnknown', {
        property: path,
        must: 'call functions of the workflow definition language',
        got: name,
        ...nearestFix(name, FUNCTION_NAMES),
      }),
    ];
  }
  const reference = references.get(name.toLowerCase());
  if (reference === undefined || first?.kind !== 'value') return [];
  const given = String(first.value);
  if (reference.names.some((known) => known.toLowerCase() === given.toLowerCase())) return [];
  return [
    problem(reference.code, {
      property: path,
      must: `name ${reference.what}: ${choices(reference.names)}`,
      got: given,
      ...nearestFix(given, reference.names),
    }),
  ];
}

function referencesOf({ definition, actions }: ReadWorkflow): ReadonlyMap<string, Names> {
  const namesOfType = (type: string) =>
    actions
      .filter(({ json }) => spelling([type], json['type']) !== undefined)
      .map(({ name }) => name);
  const variables = actions.flatMap(({ json }) => {
    const declared = at(json, 'inputs.variables');
    return Array.isArray(declared) ? declared.map((one) => String(objectOf(one)?.['name'])) : [];
  });
  const action: Names = {
    what: 'an action of the workflow',
    code: 'WorkflowReferenceUnknown',
    names: actions.map(({ name }) => name),
  };
  return new Map<string, Names>([
    [
      'parameters',
      {
        what: 'a parameter that the definition declares',
        code: 'WorkflowParameterUndeclared',
        names: [...Object.keys(objectOf(definition['parameters']) ?? {}), CONNECTIONS],
      },
    ],
    ['variables', { ...action, what: 'a variable that is initialized', names: variables }],
    ['items', { ...action, what: 'a Foreach of the workflow', names: namesOfType('Foreach') }],
    [
      'iterationindexes',
      { ...action, what: 'an Until of the workflow', names: namesOfType('Until') },
    ],
    ...['actions', 'actionbody', 'actionoutputs', 'body', 'outputs', 'result'].map(
      (name) => [name, action] as const,
    ),
  ]);
}
