import { ExpressionFault } from '../expression/expression-fault';
import { evaluate } from '../expression/evaluate';
import { type Expression, isStatic } from '../expression/syntax';
import { isObject, type JsonObject } from '../program/document';
import { Binder } from './binder';
import { type Planned, type PlannedMember, plannedList, plannedObject } from './bound';
import type { Problems } from './problems';
import type { Scope } from './scope';
import { fileReader } from './staged-file';

const NOTHING: Planned = { kind: 'plain', value: undefined };

/** Plans the values of one block: its literals stay, its expressions are bound. */
export class ValuePlanner {
  public constructor(
    private readonly scope: Scope,
    private readonly problems: Problems,
    private readonly notes: (binder: Binder) => void,
  ) {}

  /** The folder of the document, which expressions read files from. */
  public get folder(): string {
    return this.scope.stack.folder;
  }

  /** A value whose keys are its own, not the provider's. */
  public value(value: unknown, place: string): Planned {
    if (isLiteral(value)) return { kind: 'plain', value };
    if (typeof value === 'string') return this.text(value, place);
    if (Array.isArray(value)) {
      return plannedList(
        value.map((item, index) => this.value(item, `${place}[${String(index)}]`)),
      );
    }
    return isObject(value) ? this.object(value, place) : { kind: 'plain', value };
  }

  /** A value that must be known before anything is registered. */
  public known(value: unknown, place: string): unknown {
    const planned = this.value(value, place);
    if (planned.kind === 'plain') return planned.value;
    this.problems.during(place, value, () => {
      throw new ExpressionFault(
        'be known before anything is registered, since it decides what is registered',
      );
    });
    return undefined;
  }

  private text(text: string, place: string): Planned {
    return this.bound(text, place, (binder) => binder.template(text));
  }

  private object(value: JsonObject, place: string): Planned {
    const entries = Object.entries(value);
    if (entries.some(([key]) => isTemplate(key))) {
      return this.bound(value, place, (binder) => binder.json(value));
    }
    const members = entries.map(([key, member]): PlannedMember => [
      key,
      this.value(member, `${place}.${key}`),
    ]);
    return plannedObject(members);
  }

  private bound(source: unknown, place: string, bind: (binder: Binder) => Expression): Planned {
    const planned = this.problems.during(place, source, () => {
      const binder = new Binder(this.scope);
      const expression = bind(binder);
      this.notes(binder);
      const bound = this.withPlace(expression, binder, source, place);
      const { isSecret } = binder;
      return isSecret ? ({ kind: 'secret', of: bound } as const) : bound;
    });
    return planned ?? NOTHING;
  }

  private withPlace(
    expression: Expression,
    { sources }: Binder,
    source: unknown,
    place: string,
  ): Planned {
    const { folder } = this.scope.stack;
    if (!isStatic(expression)) {
      const text = typeof source === 'string' ? source : JSON.stringify(source);
      return { kind: 'expression', bound: { expression, sources, text, place, folder } };
    }
    const value = evaluate(expression, { holes: [], readFile: fileReader(folder) });
    return { kind: 'plain', value };
  }
}

function isTemplate(text: string): boolean {
  return text.includes('${') || text.includes('%{');
}

/** Whether a value stands for itself; most do, so this is asked before anything is made of one. */
function isLiteral(value: unknown): boolean {
  if (typeof value === 'string') return !isTemplate(value);
  if (Array.isArray(value)) return value.every(isLiteral);
  if (!isObject(value)) return true;
  for (const key in value) if (isTemplate(key) || !isLiteral(value[key])) return false;
  return true;
}
