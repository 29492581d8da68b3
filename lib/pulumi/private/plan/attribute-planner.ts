import type { Problem } from '../../../core/errors';
import { isObject, type JsonObject } from '../program/document';
import type { Schema, Shape } from '../schema/schema';
import { type Planned, type PlannedMember, plannedList, plannedObject } from './bound';
import { type Problems, quoted } from './problems';
import { withStagedFile } from './staged-file';
import type { ValuePlanner } from './value-planner';

/** Plans attributes and blocks of the provider, by the names that Pulumi has for them. */
export class AttributePlanner {
  public constructor(
    private readonly values: ValuePlanner,
    private readonly problems: Problems,
  ) {}

  /** Members of a block; what is `null` is not set, as in Terraform. */
  public members(attributes: JsonObject, schema: Schema, place: string): readonly PlannedMember[] {
    return Object.entries(attributes)
      .filter(([name, value]) => name !== '//' && value !== null && value !== undefined)
      .map(([name, value]) => {
        const { property, shape, isKnown } = schema.member(name);
        const at = `${place}.${name}`;
        if (!isKnown && typeof value === 'object') this.problems.add(unknownShape(at, value));
        return [property, this.shaped(value, shape, at)];
      });
  }

  private shaped(value: unknown, shape: Shape, place: string): Planned {
    switch (shape.kind) {
      case 'plain':
        return withStagedFile(this.values.value(value, place), this.values.folder);
      case 'list':
        return this.list(value, shape.of, place);
      case 'object': {
        const one: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
        return this.block(one, shape.of, place);
      }
    }
  }

  private list(value: unknown, of: Schema | undefined, place: string): Planned {
    if (of === undefined) return this.values.value(value, place);
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return plannedList(
      items.map((item, index) => this.block(item, of, `${place}[${String(index)}]`)),
    );
  }

  private block(value: unknown, schema: Schema, place: string): Planned {
    if (isObject(value)) return plannedObject(this.members(value, schema, place));
    this.problems.add(unknownShape(place, value));
    return { kind: 'plain', value: undefined };
  }
}

function unknownShape(place: string, value: unknown): Problem {
  return {
    code: 'PulumiShapeUnknown',
    property: place,
    must: 'be one whose names in Pulumi are known',
    got: quoted(value),
    fix: 'give blocks as props of their constructs, not as overrides or tokens',
  };
}
