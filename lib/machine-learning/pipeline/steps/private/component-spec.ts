import type { ArmObject } from '../../../../azapi/azapi-types';
import { DataType } from '../../data-type';
import { isLiteral } from '../../private/literal-type';
import type { ComponentContext } from '../step';
import { renderPorts } from './component-ports';

/** What the specification of every kind of component starts with. */
export interface ComponentHead {
  readonly displayName?: string;
  readonly description?: string;
  readonly reuse?: boolean;
}

/** Kinds whose schema is spelt otherwise than their type. */
const SCHEMAS: Readonly<Record<string, string>> = { data_transfer: 'dataTransfer' };

/** Schema, names, type and reuse of a component. Pure. */
export function componentHead(
  type: string,
  stepName: string,
  { displayName, description, reuse }: ComponentHead,
  { name }: ComponentContext,
): ArmObject {
  return {
    $schema: `https://azuremlschemas.azureedge.net/latest/${SCHEMAS[type] ?? type}Component.schema.json`,
    name,
    display_name: displayName ?? stepName,
    ...(description === undefined ? {} : { description }),
    type,
    is_deterministic: reuse ?? true,
    _source: 'YAML.COMPONENT',
  };
}

/** Types that have no mode, as specifications spell them. */
const LITERALS: readonly string[] = Object.values(DataType).filter(isLiteral);

type Kind = 'inputs' | 'outputs';

/** How a component reads or writes a port, where it says so. */
type ModeOf = (kind: Kind, name: string) => string | undefined;

/** Inputs and outputs of a component, locations with the mode that they are read or written in. Pure. */
export function renderModedPorts(context: ComponentContext, modeOf: ModeOf): ArmObject {
  return Object.fromEntries(
    Object.entries(renderPorts(context)).map(([kind, ports]) => [
      kind,
      withModes(ports as Ports, (name) => modeOf(kind as Kind, name)),
    ]),
  );
}

interface Ports {
  readonly [name: string]: { readonly type: string };
}

function withModes(ports: Ports, modeOf: (name: string) => string | undefined): ArmObject {
  return Object.fromEntries(
    Object.entries(ports).map(([name, port]) => {
      const mode = LITERALS.includes(port.type) ? undefined : modeOf(name);
      return [name, mode === undefined ? port : { ...port, mode }];
    }),
  );
}
