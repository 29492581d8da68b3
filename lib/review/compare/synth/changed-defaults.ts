import { memberOf, recordOf, withTexts } from '../../read/json-values';

type Plain = string | number | boolean;

/** Values by the names of variables. */
type Defaults = ReadonlyMap<string, Plain>;

const EXPRESSION = /\$\{([^{}]*)\}/g;
const VARIABLE = /(?<![\w.-])var\.([A-Za-z_][\w-]*)/g;
const ALONE = /^\$\{([^{}]*)\}$/;

/**
 * Two versions of a stack with the defaults of variables in the place of the variables, where these defaults
 * differ: what takes them changes, unless a value is given at plan. Sensitive defaults stay out.
 */
export function withChangedDefaults(base: unknown, head: unknown): readonly [unknown, unknown] {
  const [former, later] = [defaultsIn(base), defaultsIn(head)];
  const changed = [...former.keys()].filter(
    (name) => later.has(name) && former.get(name) !== later.get(name),
  );
  if (changed.length === 0) return [base, head];
  const only = (defaults: Defaults) =>
    new Map([...defaults].filter(([name]) => changed.includes(name)));
  return [inserted(base, only(former)), inserted(head, only(later))];
}

/** Defaults that can stand in a text. */
function defaultsIn(document: unknown): Defaults {
  return new Map(
    Object.entries(recordOf(memberOf(document, 'variable'))).flatMap(([name, block]) => {
      const variable: unknown = Array.isArray(block) ? block[0] : block;
      const value = memberOf(variable, 'default');
      return isPlain(value) && memberOf(variable, 'sensitive') !== true
        ? [[name, value] as const]
        : [];
    }),
  );
}

function isPlain(value: unknown): value is Plain {
  return ['string', 'number', 'boolean'].includes(typeof value);
}

function inserted(value: unknown, defaults: Defaults): unknown {
  return withTexts(value, (text) =>
    text.includes('var.') ? insertedInText(text, defaults) : text,
  );
}

function insertedInText(text: string, defaults: Defaults): unknown {
  const alone = variableIn(ALONE.exec(text)?.[1]);
  if (alone !== undefined && defaults.has(alone)) return defaults.get(alone);
  return text.replace(EXPRESSION, (whole, expression: string) => {
    const name = variableIn(expression);
    if (name !== undefined && defaults.has(name)) return String(defaults.get(name));
    const literal = expression.replace(VARIABLE, (reference, one: string) =>
      defaults.has(one) ? JSON.stringify(defaults.get(one)) : reference,
    );
    return literal === expression ? whole : `\${${literal}}`;
  });
}

/** The variable that an expression is, where it is nothing else. */
function variableIn(expression: string | undefined): string | undefined {
  return /^\s*var\.([A-Za-z_][\w-]*)\s*$/.exec(expression ?? '')?.[1];
}
