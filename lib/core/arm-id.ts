import { UnscopedValidationError } from './errors';
import { isUnresolved, problem } from './validation';

const FORM =
  'be an ARM id, such as /subscriptions/<id>/resourceGroups/<name>/providers/<namespace>/<type>/<name>';

/** One step of an ARM id: a type and a name below what stands before. */
interface Step {
  /** What this step adds to the text, such as `/providers/Microsoft.Storage/storageAccounts/st`. */
  readonly text: string;
  /** Namespace, where this step starts a provider section. */
  readonly namespace: string | undefined;
  readonly type: string;
  readonly name: string;
}

/**
 * An Azure Resource Manager id, taken apart.
 *
 * Reads `subscriptions`, `resourceGroups` and `providers` in any case and keeps the case given.
 */
export class ArmId {
  /**
   * Takes an id apart.
   *
   * @throws UnscopedValidationError ArmIdInvalid
   */
  public static parse(id: string): ArmId {
    const steps = stepsOf(id);
    if (steps !== undefined) return new ArmId(steps);
    throw new UnscopedValidationError([
      problem('ArmIdInvalid', {
        property: 'id',
        must: FORM,
        got: id,
        ...(isUnresolved(id) ? { fix: 'give an id that is known at synthesis' } : {}),
      }),
    ]);
  }

  /** The id taken apart; `undefined` where it is only known at apply, or is no ARM id. */
  public static tryParse(id: string): ArmId | undefined {
    const steps = stepsOf(id);
    return steps === undefined ? undefined : new ArmId(steps);
  }

  /** Whether this is an ARM id known at synthesis. */
  public static isArmId(id: string): boolean {
    return stepsOf(id) !== undefined;
  }

  /**
   * Whether this is an ARM id, known at synthesis, of a resource of a type.
   *
   * @param type such as `Microsoft.Storage/storageAccounts`, in any case
   */
  public static isOfType(id: string, type: string): boolean {
    const steps = stepsOf(id);
    return steps !== undefined && typeOf(steps).toLowerCase() === type.toLowerCase();
  }

  /** The id of a subscription. */
  public static ofSubscription(subscriptionId: string): ArmId {
    return ArmId.parse(`/subscriptions/${subscriptionId}`);
  }

  /** The id of a resource group. */
  public static ofResourceGroup(subscriptionId: string, resourceGroupName: string): ArmId {
    return ArmId.parse(`/subscriptions/${subscriptionId}/resourceGroups/${resourceGroupName}`);
  }

  /** The subscription; `undefined` for ids of the tenant, such as management groups. */
  public readonly subscriptionId: string | undefined;
  /** The resource group; `undefined` for what stands outside of one. */
  public readonly resourceGroupName: string | undefined;
  /** Namespace of the provider, such as `Microsoft.Storage`; `undefined` for subscriptions and resource groups. */
  public readonly provider: string | undefined;
  /** Types below the provider, from the outermost, such as `workspaces`, `datastores`. */
  public readonly types: string[];
  /** Names that belong to {@link types}. */
  public readonly names: string[];
  /** Full type, such as `Microsoft.MachineLearningServices/workspaces/datastores`. */
  public readonly type: string;
  /** The last name. */
  public readonly name: string;

  private constructor(private readonly steps: readonly [Step, ...Step[]]) {
    const section = sectionOf(steps);
    const last = steps.at(-1) ?? steps[0];
    this.subscriptionId = nameOfStep(steps[0], 'subscriptions');
    this.resourceGroupName =
      this.subscriptionId === undefined ? undefined : nameOfStep(steps[1], 'resourcegroups');
    this.provider = section[0]?.namespace;
    this.types = section.map(({ type }) => type);
    this.names = section.map(({ name }) => name);
    this.type = typeOf(steps);
    this.name = last.name;
  }

  /** What this stands below: the parent resource, the resource an extension belongs to, the group, the subscription. */
  public get parent(): ArmId | undefined {
    const [first, ...rest] = this.steps.slice(0, -1);
    return first === undefined ? undefined : new ArmId([first, ...rest]);
  }

  /**
   * The id of a child resource.
   *
   * @param type such as `datastores`, below this one
   * @throws UnscopedValidationError ArmIdInvalid
   */
  public child(type: string, name: string): ArmId {
    return ArmId.parse(`${this.toString()}/${type}/${name}`);
  }

  /**
   * The id of a resource of a provider in this scope, or of an extension of this resource.
   *
   * @param type with the namespace, such as `Microsoft.Authorization/roleAssignments`
   * @throws UnscopedValidationError ArmIdInvalid
   */
  public resource(type: string, name: string): ArmId {
    return ArmId.parse(`${this.toString()}/providers/${type}/${name}`);
  }

  /** Whether both name the same resource; Azure does not tell cases apart. */
  public isSameAs(other: ArmId): boolean {
    return this.toString().toLowerCase() === other.toString().toLowerCase();
  }

  /** The id, spelled as it was given. */
  public toString(): string {
    return this.steps.map(({ text }) => text).join('');
  }
}

/** The steps from the last provider on; none for subscriptions and resource groups. */
function sectionOf(steps: readonly Step[]): readonly Step[] {
  let start = steps.length - 1;
  while (start >= 0 && steps[start]?.namespace === undefined) start -= 1;
  return start === -1 ? [] : steps.slice(start);
}

function typeOf(steps: readonly [Step, ...Step[]]): string {
  const [first, ...rest] = sectionOf(steps);
  if (first === undefined) return `Microsoft.Resources/${(steps.at(-1) ?? steps[0]).type}`;
  return rest.reduce(
    (type, step) => `${type}/${step.type}`,
    `${first.namespace ?? ''}/${first.type}`,
  );
}

function nameOfStep(step: Step | undefined, type: string): string | undefined {
  return step?.namespace === undefined && step?.type.toLowerCase() === type ? step.name : undefined;
}

function stepsOf(id: string): readonly [Step, ...Step[]] | undefined {
  if (isUnresolved(id) || !/^(?:\/[^/?#\s](?:[^/?#\p{Cc}]*[^/?#\s])?)+$/u.test(id))
    return undefined;
  const [first, ...rest] = stepsOfSegments(id.slice(1).split('/')) ?? [];
  return first === undefined ? undefined : [first, ...rest];
}

function stepsOfSegments(segments: readonly string[]): readonly Step[] | undefined {
  const steps: Step[] = [];
  let index = 0;
  while (index < segments.length) {
    const step = isNamed(segments[index], 'providers')
      ? providerStep(segments.slice(index, index + 4))
      : pairStep(segments.slice(index, index + 2), steps);
    if (step === undefined) return undefined;
    steps.push(step);
    index += step.namespace === undefined ? 2 : 4;
  }
  return steps;
}

function providerStep([word, namespace, type, name]: readonly string[]): Step | undefined {
  if (word === undefined || namespace === undefined || type === undefined || name === undefined) {
    return undefined;
  }
  if (!/^\w+(?:\.\w+)+$/.test(namespace)) return undefined;
  return { text: `/${word}/${namespace}/${type}/${name}`, namespace, type, name };
}

/** A type with a name: a subscription first, a resource group second, child resources below a provider. */
function pairStep([type, name]: readonly string[], before: readonly Step[]): Step | undefined {
  if (type === undefined || name === undefined) return undefined;
  const belowProvider = before.some(({ namespace }) => namespace !== undefined);
  const expected = ['subscriptions', 'resourcegroups'][before.length];
  const fits = belowProvider || (expected !== undefined && isNamed(type, expected));
  return fits ? { text: `/${type}/${name}`, namespace: undefined, type, name } : undefined;
}

function isNamed(segment: string | undefined, word: string): boolean {
  return segment?.toLowerCase() === word;
}
