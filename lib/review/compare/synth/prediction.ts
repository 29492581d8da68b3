import { ChangeAction, type Difference, DifferenceKind, Unknown } from '../../model';
import { marked } from '../../read/marks';
import { forcingPaths, isSamePlace } from '../../read/replacement';
import { withoutSecrets } from '../../read/secrets';
import { listOf, memberOf, textOf } from '../../read/json-values';
import { differencesBetween } from '../differences';
import type { MarkedValue } from '../marked-value';
import type { DeclaredResource } from './declared-resource';
import { type Reference, referencesIn, unescaped } from './references';

/** What is expected to happen to a resource that is declared in either of two stacks, or in both. */
export class Prediction {
  public readonly before: MarkedValue;
  public readonly after: MarkedValue;
  /** Places that take values of other resources. */
  public readonly references: readonly Reference[];
  public differences: readonly Difference[];
  public forcedBy: readonly (readonly string[])[];
  public action: ChangeAction;

  public constructor(
    private readonly former: DeclaredResource | undefined,
    private readonly later: DeclaredResource | undefined,
    /** Either of them. */
    public readonly declared: DeclaredResource,
  ) {
    this.before = stateOf(former);
    this.after = stateOf(later);
    this.references = later === undefined ? [] : referencesIn(later.config);
    const isKept = former !== undefined && later !== undefined;
    this.differences = isKept
      ? differencesBetween(this.before, this.after).filter(
          (one) => !this.isIgnored(one.path) && !isSamePlace(one),
        )
      : [];
    this.forcedBy = forcingPaths(declared.type, this.differences, this.triggers());
    this.action = declared.mode === 'data' ? ChangeAction.NONE : this.ownAction();
  }

  /** Whether it is declared in both stacks. */
  public get isKept(): boolean {
    return this.former !== undefined && this.later !== undefined;
  }

  /** The address that it had before, where that was another. */
  public get movedFrom(): string | undefined {
    const source = this.later === undefined ? undefined : this.former?.address;
    return source === this.declared.address ? undefined : source;
  }

  /** Addresses whose change replaces it. */
  public get replaceTriggers(): readonly string[] {
    const triggers = memberOf(memberOf(this.later?.config, 'lifecycle'), 'replace_triggered_by');
    return listOf(triggers).map((one) => String(one).replace(/^\$\{|\}$/g, ''));
  }

  /** Whether an attribute is written out, and the same before and after. */
  public isSettled(attribute: string): boolean {
    const [before, after] = [this.former, this.later].map((one) =>
      memberOf(one?.config, attribute),
    );
    return typeof after === 'string' && before === after && !after.includes('${');
  }

  /** Something that it takes is known at apply only; says whether that changes what is expected. */
  public becomesUnknown(path: readonly string[]): boolean {
    if (this.declared.mode === 'data') return this.becomes(ChangeAction.READ);
    if (!this.isKept || this.isIgnored(path)) return false;
    if (!this.differences.some((one) => one.path.join('\n') === path.join('\n'))) {
      const difference = { path, kind: DifferenceKind.CHANGED, after: Unknown.VALUE };
      this.differences = [...this.differences, difference];
      const forced = forcingPaths(this.declared.type, [difference], this.triggers());
      this.forcedBy = [...this.forcedBy, ...forced];
    }
    return this.becomes(this.ownAction());
  }

  /** Says whether that is another action than expected so far. */
  public becomes(action: ChangeAction): boolean {
    if (this.action === action || this.action === ChangeAction.REPLACE) return false;
    this.action = action;
    return true;
  }

  private ownAction(): ChangeAction {
    if (this.later === undefined) return ChangeAction.DELETE;
    if (this.former === undefined) return ChangeAction.CREATE;
    if (this.forcedBy.length > 0) return ChangeAction.REPLACE;
    return this.differences.length > 0 ? ChangeAction.UPDATE : ChangeAction.NONE;
  }

  private isIgnored(path: readonly string[]): boolean {
    if (path[0] === 'lifecycle') return true;
    const ignored = memberOf(memberOf(this.later?.config, 'lifecycle'), 'ignore_changes');
    if (ignored === 'all') return true;
    const dotted = path.filter((key) => !/^\d+$/.test(key)).join('.');
    return listOf(ignored).some((one) => {
      const name = String(one).replace(/\[\d+\]/g, '');
      return name === 'all' || dotted === name || dotted.startsWith(`${name}.`);
    });
  }

  private triggers(): readonly string[] {
    return listOf(memberOf(this.later?.config, 'replace_triggers_refs')).flatMap(
      (one) => textOf(one) ?? [],
    );
  }
}

function stateOf(declared: DeclaredResource | undefined): MarkedValue {
  if (declared === undefined) return null;
  return withoutSecrets(declared.type, marked(unescaped(declared.config)));
}
