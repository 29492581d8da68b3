/** What a plan only knows once it is applied. */
export class Unknown {
  /** The only one. */
  public static readonly VALUE = new Unknown();

  private constructor() {}
}

/** What a plan marks as sensitive: that it differs may be told, what it is never. */
export class Sensitive {
  /** The only one. */
  public static readonly VALUE = new Sensitive();

  private constructor() {}
}

/** A number that JavaScript's numbers would round, such as an integer beyond 2^53. */
export class ExactNumber {
  public constructor(
    /** As the plan writes it. */
    public readonly digits: string,
  ) {}
}

/** An object of values. */
export interface PlanObject {
  readonly [key: string]: PlanValue;
}

/** JSON, or what a plan does not tell. */
export type PlanValue =
  | string
  | number
  | boolean
  | null
  | ExactNumber
  | Unknown
  | Sensitive
  | readonly PlanValue[]
  | PlanObject;

/** What Terraform will do to a resource. */
export enum ChangeAction {
  CREATE = 'create',
  DELETE = 'delete',
  /** It is left alone, and no longer managed. */
  FORGET = 'forget',
  NONE = 'no-op',
  READ = 'read',
  REPLACE = 'replace',
  UPDATE = 'update',
}

/** How a value differs. */
export enum DifferenceKind {
  ADDED = 'added',
  CHANGED = 'changed',
  REMOVED = 'removed',
}

/** One value that differs. */
export interface Difference {
  /** Where, key by key; items of lists of named things by their name, others by their index. */
  readonly path: readonly string[];
  readonly kind: DifferenceKind;
  readonly before?: PlanValue;
  readonly after?: PlanValue;
}

/** A resource and what happens to it. */
export interface ResourceChange {
  /** Name of the stack or of the file. */
  readonly stack: string;
  /** Address, as Terraform writes it. */
  readonly address: string;
  readonly type: string;
  readonly name: string;
  readonly provider: string;
  readonly mode: 'managed' | 'data';
  /** Path of the construct, where the synthesized JSON is given. */
  readonly constructPath?: string;
  /** ARM type of azapi resources, without the api-version. */
  readonly armType?: string;
  /** What people call it: its name in Azure where known, else the id of its construct. */
  readonly label: string;
  readonly action: ChangeAction;
  /** Why, in words. */
  readonly reason?: string;
  /** The address it had before. */
  readonly movedFrom?: string;
  /** Id that it is imported by. */
  readonly importedId?: string;
  /** Why it is put off, in words. */
  readonly deferred?: string;
  /** Whether it was changed outside Terraform. */
  readonly isDrift: boolean;
  /** Paths that force a replacement. */
  readonly forcedBy: readonly (readonly string[])[];
  /** Text that holds JSON decoded, unknown and sensitive values marked. */
  readonly before?: PlanValue;
  readonly after?: PlanValue;
  readonly differences: readonly Difference[];
}

/** An output and what happens to it. */
export interface OutputChange {
  readonly name: string;
  readonly action: ChangeAction;
  readonly before?: PlanValue;
  readonly after?: PlanValue;
}

/** A stack and what happens to it. */
export interface ReviewedStack {
  readonly name: string;
  /** Resources to which something happens, drift among them. */
  readonly changes: readonly ResourceChange[];
  /** All resources, also those that stay as they are. */
  readonly resources: readonly ResourceChange[];
  readonly outputs: readonly OutputChange[];
  /** Checks that failed or are unknown, in words. */
  readonly checks: readonly string[];
  /** What else the reader should know, such as that the plan was made with targets. */
  readonly notes: readonly string[];
  /** Whether planning ended with an error, so that there is more to do than the plan tells; by default it did not. */
  readonly hasErrors?: boolean;
  /** How many actions of providers it invokes; by default none. */
  readonly invocations?: number;
}

/** Where a review looks. */
export enum ReviewSource {
  PLAN = 'plan',
  SYNTH = 'synth',
}

/** What is reviewed. */
export interface ReviewInput {
  readonly stacks: readonly ReviewedStack[];
  readonly source: ReviewSource;
  /** Whether states hold the `lifecycle` of the configuration, where there is one; by default they do not. */
  readonly tellsLifecycle?: boolean;
}
