import { AssumptionError } from '../../core/errors';
import { DEFAULT_SUBSCRIPTION_ID } from '../azure/fabricate';
import { Refusal } from '../protocol/diagnostics';
import type { DiagnosticMessage } from '../protocol/messages';
import type { ApplyInput, PlanInput, PlanOutput, ProviderInstance, StateOutput } from '../provider';
import { textOf, type ObjectValue } from '../wire/value';
import type { AzapiConfiguration, AzapiContext, AzapiKind } from './azapi-kind';
import type { AzapiOptions } from './azapi-provider';
import { AZAPI_RESOURCE } from './azapi-resource';
import { AZAPI_RESOURCE_ACTION } from './azapi-resource-action';
import { AZAPI_UPDATE_RESOURCE } from './azapi-update-resource';
import { readAzapiData } from './data-sources';

const KINDS: { readonly [type: string]: AzapiKind } = {
  azapi_resource: AZAPI_RESOURCE,
  azapi_update_resource: AZAPI_UPDATE_RESOURCE,
  azapi_resource_action: AZAPI_RESOURCE_ACTION,
};

/** One configured azapi. */
export class AzapiInstance implements ProviderInstance {
  private configuration: AzapiConfiguration | undefined;

  public constructor(private readonly options: AzapiOptions) {}

  public configure(config: ObjectValue): void {
    this.configuration = {
      subscriptionId: textOf(config['subscription_id']) ?? DEFAULT_SUBSCRIPTION_ID,
      defaultName: textOf(config['default_name']),
      defaultLocation: textOf(config['default_location']),
      disableDefaultOutput: config['disable_default_output'] === true,
    };
  }

  public validateResource(type: string, config: ObjectValue): readonly DiagnosticMessage[] {
    return kindOf(type).validate(config);
  }

  public plan(type: string, input: PlanInput): PlanOutput {
    return kindOf(type).plan(this.context(type), input);
  }

  public apply(type: string, input: ApplyInput): StateOutput {
    return kindOf(type).apply(this.context(type), input);
  }

  public read(type: string, state: ObjectValue): ObjectValue | null {
    return kindOf(type).read(this.context(type), state);
  }

  public importState(type: string, id: string): ObjectValue {
    const kind = kindOf(type);
    if (kind.importState === undefined) {
      throw new Refusal('Resource Import Not Implemented', `${type} does not support import`);
    }
    return kind.importState(this.context(type), id);
  }

  public readData(type: string, config: ObjectValue): ObjectValue {
    const { service } = this.options;
    return readAzapiData(type, config, { service, configuration: this.configured() });
  }

  private context(type: string): AzapiContext {
    const schema = this.options.schema.resource_schemas[type];
    if (schema === undefined) throw new AssumptionError(`${type} has no schema`);
    const { service } = this.options;
    return { service, configuration: this.configured(), block: schema.block };
  }

  private configured(): AzapiConfiguration {
    if (this.configuration === undefined) throw new Refusal('The provider is not configured');
    return this.configuration;
  }
}

function kindOf(type: string): AzapiKind {
  const kind = KINDS[type];
  if (kind === undefined) {
    throw new Refusal(`The offline provider does not know how to make ${type}`);
  }
  return kind;
}
