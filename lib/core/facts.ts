import type { IConstruct } from 'constructs';

/** Something that starts a pipeline, as a summary tells it. */
export interface TriggerFact {
  /** What happens, such as `every day at 04:30, Europe/Berlin`. */
  readonly when: string;
  /** How it reaches the pipeline: `schedule`, `Logic App`, `Data Factory`. */
  readonly through: string;
  /** Name of the pipeline. */
  readonly pipeline: string;
  /** Whether it does not fire, since it or the pipeline is disabled. */
  readonly paused?: boolean;
  /** The next times at which it fires, seen from the moment of asking; `undefined` where they are not known. */
  readonly next?: string | undefined;
}

/** Somebody who may do something, as a summary tells it. */
export interface GrantFact {
  /** Who, such as `Logic App la-churn`. */
  readonly principal: string;
  /** Name of the role. */
  readonly role: string;
  /** On what, such as `container raw`. */
  readonly target: string;
  /** Whether Terraform assigns the role, or the deployer must have it assigned. */
  readonly assigned: boolean;
}

/** What can be called from outside, as a summary tells it. */
export interface EndpointFact {
  /** Name of the pipeline. */
  readonly pipeline: string;
  /** Where it is called, such as `batch endpoint churn-train`. */
  readonly endpoint: string;
  /** Whether it is disabled. */
  readonly paused?: boolean;
  /** A shell command that runs it, with names in angle brackets for what must be filled in. */
  readonly command?: string;
}

/** A page of the studio, as a summary tells it. */
export interface StudioFact {
  /** What it shows, such as `schedule churn-nightly`. */
  readonly shows: string;
  readonly url: string;
}

/** Something that was assumed where nobody said it, as a summary tells it. */
export interface NoteFact {
  /** Of what, such as `workspace mlw-churn`. */
  readonly about: string;
  /** What was assumed, and how to say it. */
  readonly text: string;
}

/** How many instances a resource with `for_each` stands for. */
export interface InstancesFact {
  readonly count: number;
}

/** A resource that is an immutable version, named by its content or by hand. */
export interface VersionFact {
  /**
   * ARM id that says whether the version exists, of parts that are known when Terraform plans, also before
   * the workspace is made.
   */
  readonly armId: string;
  /** Type and api-version of that id. */
  readonly armType: string;
  /** For a resource with `for_each`: by key, what its provider imports an instance by. */
  readonly instances?: { readonly [key: string]: string };
  /** For a resource with `for_each`: the URL that all instances start with. */
  readonly instancesAt?: string;
}

/** Kinds of facts with their contents. */
export interface Facts {
  readonly trigger: TriggerFact;
  readonly grant: GrantFact;
  readonly endpoint: EndpointFact;
  readonly studio: StudioFact;
  readonly note: NoteFact;
  readonly instances: InstancesFact;
  readonly version: VersionFact;
}

const KEY = Symbol.for('cdktf-azureml.facts');

interface Recorded {
  [KEY]?: [keyof Facts, Facts[keyof Facts] | (() => Facts[keyof Facts])][];
}

/**
 * Notes a fact on a construct, for summaries; nothing of it is synthesized.
 *
 * @param fact a function for what costs something to tell or may still change
 */
export function recordFact<K extends keyof Facts>(
  scope: IConstruct,
  kind: K,
  fact: Facts[K] | (() => Facts[K]),
): void {
  const recorded = scope as IConstruct & Recorded;
  if (recorded[KEY] === undefined) recorded[KEY] = [[kind, fact]];
  else recorded[KEY].push([kind, fact]);
}

/** All facts of one kind below a construct, each with the construct that noted it, in tree order. */
export function factsOf<K extends keyof Facts>(
  root: IConstruct,
  kind: K,
): readonly { readonly scope: IConstruct; readonly fact: Facts[K] }[] {
  return root.node.findAll().flatMap((scope) => {
    const recorded = scope as IConstruct & Recorded;
    return (recorded[KEY] ?? [])
      .filter((entry): entry is [K, Facts[K] | (() => Facts[K])] => entry[0] === kind)
      .map(([, fact]) => ({ scope, fact: typeof fact === 'function' ? fact() : fact }));
  });
}
