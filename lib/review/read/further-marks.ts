import { Hidden, isMarkedList, isMarkedObject, type MarkedValue } from '../compare/marked-value';
import { turnedItems, turnedMembers } from '../compare/shared-copies';
import { isRecord, listOf, memberOf, recordOf, textOf } from './json-values';
import type { PlanDocument } from './plan-document';

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
    const state = () => memberOf(this.document.member('prior_state'), 'values');
    this.prior ??= marksIn(memberOf(state(), 'root_module'));
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
    return texts.length === 0 ? value : withoutTexts(value, texts);
  }

  private sensitiveOutputs(): ReadonlySet<string> {
    const places = [
      this.document.member('planned_values'),
      memberOf(this.document.member('prior_state'), 'values'),
      memberOf(this.document.member('configuration'), 'root_module'),
    ];
    return new Set(places.flatMap((place) => sensitiveIn(memberOf(place, 'outputs'))));
  }

  private sensitiveTexts(): readonly string[] {
    const root = memberOf(this.document.member('configuration'), 'root_module');
    const values = this.document.member('variables');
    return sensitiveIn(memberOf(root, 'variables')).flatMap((name) =>
      textsIn(memberOf(memberOf(values, name), 'value')),
    );
  }
}

function sensitiveIn(declared: unknown): readonly string[] {
  return Object.entries(recordOf(declared))
    .filter(([, one]) => memberOf(one, 'sensitive') === true)
    .map(([name]) => name);
}

function marksIn(root: unknown): ReadonlyMap<string, unknown> {
  const found = new Map<string, unknown>();
  const modules: unknown[] = [root];
  for (const module of modules) {
    for (const resource of listOf(memberOf(module, 'resources'))) {
      const address = textOf(memberOf(resource, 'address'));
      const marks = memberOf(resource, 'sensitive_values');
      if (address !== undefined && marks !== undefined) found.set(address, marks);
    }
    modules.push(...listOf(memberOf(module, 'child_modules')));
  }
  return found;
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  return isRecord(value) ? Object.values(value).flatMap(textsIn) : [];
}

function withoutTexts(value: MarkedValue, texts: readonly string[]): MarkedValue {
  if (typeof value === 'string') {
    const isSecret = texts.some(
      (text) => value === text || (text.length >= LEAST_PART && value.includes(text)),
    );
    return isSecret ? new Hidden(JSON.stringify(value)) : value;
  }
  if (isMarkedList(value)) return turnedItems(value, (item) => withoutTexts(item, texts));
  if (isMarkedObject(value)) return turnedMembers(value, (one) => withoutTexts(one, texts));
  return value;
}
