import type { Told } from './meaning/explain';
import type { ChangeAction, Difference, PlanValue, ResourceChange } from './model';

/** What people call a change, beside what it is. */
export interface ChangeNames {
  /** Everyday name of the type, such as `compute cluster`. */
  readonly kind: string;
  /** What people call it; of versions the name and the version. */
  readonly title: string;
  /** Construct that it belongs to, such as `Published`. */
  readonly construct: string;
}

/** A change with what it means. */
export interface ExplainedChange extends ResourceChange, Told, ChangeNames {}

/** A change with what it means; values, differences and words are found when it is asked for them. */
export function explained(change: ResourceChange, told: Told, names: ChangeNames): ExplainedChange {
  return new Explained(change, told, names);
}

class Explained implements ExplainedChange {
  public readonly stack: string;
  public readonly address: string;
  public readonly type: string;
  public readonly name: string;
  public readonly provider: string;
  public readonly mode: 'managed' | 'data';
  public readonly constructPath: string | undefined;
  public readonly armType: string | undefined;
  public readonly label: string;
  public readonly action: ChangeAction;
  public readonly reason: string | undefined;
  public readonly movedFrom: string | undefined;
  public readonly importedId: string | undefined;
  public readonly deferred: string | undefined;
  public readonly isDrift: boolean;
  public readonly forcedBy: readonly (readonly string[])[];
  public readonly danger: Told['danger'];
  public readonly lost: string | undefined;
  public readonly isMinor: boolean;
  public readonly kind: string;
  public readonly title: string;
  public readonly construct: string;

  readonly #change: ResourceChange;
  readonly #told: Told;

  public constructor(change: ResourceChange, told: Told, names: ChangeNames) {
    this.#change = change;
    this.#told = told;
    this.stack = change.stack;
    this.address = change.address;
    this.type = change.type;
    this.name = change.name;
    this.provider = change.provider;
    this.mode = change.mode;
    this.constructPath = change.constructPath;
    this.armType = change.armType;
    this.label = change.label;
    this.action = change.action;
    this.reason = change.reason;
    this.movedFrom = change.movedFrom;
    this.importedId = change.importedId;
    this.deferred = change.deferred;
    this.isDrift = change.isDrift;
    this.forcedBy = change.forcedBy;
    this.danger = told.danger;
    this.lost = told.lost;
    this.isMinor = told.isMinor;
    this.kind = names.kind;
    this.title = names.title;
    this.construct = names.construct;
  }

  public get meaning(): readonly string[] {
    return this.#told.meaning;
  }

  public get details(): readonly string[] {
    return this.#told.details;
  }

  public get before(): PlanValue | undefined {
    return this.#change.before;
  }

  public get after(): PlanValue | undefined {
    return this.#change.after;
  }

  public get differences(): readonly Difference[] {
    return this.#change.differences;
  }
}
