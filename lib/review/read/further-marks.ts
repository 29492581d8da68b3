import { Hidden, isMarkedList, isMarkedObject, type MarkedValue } from '../compare/marked-value';
import { turnedItems, turnedMembers } from '../compare/shared-copies';
import { memberOf, textOf } from './json-values';
import type { PlanDocument } from './plan-document';
import { digitsOf, resourcesIn, SensitiveTexts, sensitiveIn } from './sensitive-texts';

/** Shorter secrets are hidden where they are the whole text: parts of other texts are like them by chance. */
const LEAST_PART = 8;

/**
 * What a plan marks as sensitive beside its changes. Plans of old formats mark there only, so that it is looked for
 * where a change has no marks of its own, and read when it is first asked for.
 */
export class FurtherMarks {
  private planned: ReadonlyMap<string, unknown> | undefined;
  private prior: ReadonlyMap<string, unknown> | undefined;
  private outputNames: ReadonlySet<string> | undefined;
  private texts: readonly string[] | undefined;

  public constructor(private readonly document: PlanDocument) {}

  /** Marks of a resource after the change, as `after_sensitive` has them. */
  public after(address: string): unknown {
    this.planned ??= marksIn(memberOf(this.document.member('planned_values'), 'root_module'));
    return this.planned.get(address);
  }

  /** Marks of a resource before the change, as `before_sensitive` has them. */
  public before(address: string): unknown {
    this.prior ??= marksIn(memberOf(this.priorValues(), 'root_module'));
    return this.prior.get(address);
  }

  /** Whether an output is declared as sensitive, or was. */
  public isSensitiveOutput(name: string): boolean {
    this.outputNames ??= this.sensitiveOutputs();
    return this.outputNames.has(name);
  }

  /** Without what sensitive variables hold, wherever it went. */
  public withoutVariables(value: MarkedValue): MarkedValue {
    const texts = (this.texts ??= this.sensitiveTexts());
    if (texts.length === 0) return value;
    // The keys of a resource are of its schema.
    return isMarkedObject(value)
      ? turnedMembers(value, (one) => withoutTexts(one, texts))
      : withoutTexts(value, texts);
  }

  private priorValues(): unknown {
    return memberOf(this.document.member('prior_state'), 'values');
  }

  private sensitiveOutputs(): ReadonlySet<string> {
    const places = [
      this.document.member('planned_values'),
      this.priorValues(),
      memberOf(this.document.member('configuration'), 'root_module'),
    ];
    return new Set(places.flatMap((place) => sensitiveIn(memberOf(place, 'outputs'))));
  }

  private sensitiveTexts(): readonly string[] {
    return new SensitiveTexts({
      root: memberOf(this.document.member('configuration'), 'root_module'),
      variables: this.document.member('variables'),
      states: [this.document.member('planned_values'), this.priorValues()].map((values) =>
        memberOf(values, 'root_module'),
      ),
    }).found();
  }
}

function marksIn(root: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  for (const resource of resourcesIn(root)) {
    const address = textOf(memberOf(resource, 'address'));
    const marks = memberOf(resource, 'sensitive_values');
    if (address !== undefined && marks !== undefined) found.set(address, marks);
  }
  return found;
}

function withoutTexts(value: MarkedValue, texts: readonly string[]): MarkedValue {
  if (typeof value === 'string') {
    const isSecret = texts.includes(value) || holdsOne(value, texts);
    return isSecret ? new Hidden(JSON.stringify(value)) : value;
  }
  if (texts.includes(digitsOf(value))) return new Hidden(JSON.stringify(value));
  if (isMarkedList(value)) return turnedItems(value, (item) => withoutTexts(item, texts));
  if (!isMarkedObject(value)) return value;
  if (Object.keys(value).some((key) => holdsOne(key, texts))) {
    return new Hidden(JSON.stringify(value));
  }
  return turnedMembers(value, (one) => withoutTexts(one, texts));
}

function holdsOne(text: string, texts: readonly string[]): boolean {
  return texts.some((one) => one.length >= LEAST_PART && text.includes(one));
}
