import { choices, nearestFix } from '../../../../core/nearest';
import { type Finding, isUnresolved, type Rule } from '../../../../core/validation';
import { type Expression, expressionsIn } from './expressions';

/**
 * Rules on the `${{…}}` of a text: each is closed, and names something that there is.
 *
 * @param namesOf what can be named, such as `inputs.data`
 */
export function expressionRules<P>(
  property: string,
  textOf: (props: P) => string,
  namesOf: (props: P) => readonly string[],
): readonly Rule<P>[] {
  return [
    {
      code: 'StepExpressionUnclosed',
      check: (props) => unclosedFinding(property, textOf(props)),
    },
    {
      code: 'StepExpressionUnknown',
      check: (props) => strangeFinding(property, textOf(props), namesOf(props)),
    },
  ];
}

/** The first expression of a text that has no end. */
export function unclosedFinding(property: string, text: string): Finding | undefined {
  const open = expressionsIn(text).find(({ closed }) => !closed);
  return open === undefined
    ? undefined
    : {
        property,
        must: 'close each "${{" with "}}" and each "$[[" with "]]"',
        got: open.source,
      };
}

/** The first expression of a text that names nothing that there is. */
export function strangeFinding(
  property: string,
  text: string,
  names: readonly string[],
): Finding | undefined {
  const known = new Set(names);
  const unknown = expressionsIn(text).find(
    ({ reference, closed }) => closed && !isUnresolved(reference) && !known.has(reference),
  );
  return unknown === undefined ? undefined : unknownFinding(property, unknown, names);
}

/** The inputs and outputs of a step, as its texts name them. */
export function portNames(ports: {
  readonly inputs: object;
  readonly outputs: object;
}): readonly string[] {
  return [
    ...Object.keys(ports.inputs).map((name) => `inputs.${name}`),
    ...Object.keys(ports.outputs).map((name) => `outputs.${name}`),
  ];
}

function unknownFinding(
  property: string,
  { reference, source }: Expression,
  names: readonly string[],
): Finding {
  return {
    property,
    must: `name declared inputs and outputs only: ${choices(names)}`,
    got: source.replaceAll(/\s/g, ''),
    ...fixOf(reference, names),
  };
}

/** What holds a name of something that there is says too much; a folder is named without its files. */
function fixOf(reference: string, names: readonly string[]): { readonly fix?: string } {
  const [scope, name, ...rest] = reference.split('.');
  const prefix = `${String(scope)}.${String(name)}`;
  if (rest.length > 0 && names.includes(prefix)) {
    return { fix: `name it without ".${rest.join('.')}": \${{${prefix}}}` };
  }
  const ports = names.filter((known) => known.startsWith(`${String(scope)}.`));
  const { fix = declaring(scope, name) } = nearestFix(reference, ports);
  return fix === undefined ? {} : { fix };
}

function declaring(scope: string | undefined, name: string | undefined): string | undefined {
  return (scope === 'inputs' || scope === 'outputs') && name !== undefined && name !== ''
    ? `declare ${name} under ${scope}`
    : undefined;
}
