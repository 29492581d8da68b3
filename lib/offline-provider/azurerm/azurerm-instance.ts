import type { ArmService } from '../azure/arm-service';
import { AssumptionError } from '../../core/errors';
import type { BehaviourTable, TypeBehaviour } from '../behaviour/behaviour-table';
import { validateBehaviour } from '../behaviour/validate';
import { Refusal } from '../protocol/diagnostics';
import type { DiagnosticMessage } from '../protocol/messages';
import type { ApplyInput, PlanInput, PlanOutput, ProviderInstance, StateOutput } from '../provider';
import type { BlockSchema, ProviderSchema } from '../schema/provider-schema';
import type { ObjectValue } from '../wire/value';
import type { AzurermOptions } from './azurerm-provider';
import { configuredAzurerm, type AzurermConfiguration } from './configuration';
import { readDataSource } from './data-sources';
import { openedEphemeral } from './ephemeral';
import { planChange } from './plan';
import { create, destroy, update, type Change } from './apply';
import { imported, refreshed } from './refresh';
import { azurermType } from './types/all-types';

/** One configured azurerm. */
export class AzurermInstance implements ProviderInstance {
  private readonly service: ArmService;
  private readonly schema: ProviderSchema;
  private readonly behaviour: BehaviourTable;
  private configuration: AzurermConfiguration | undefined;
  private readonly subscriptionId: string | undefined;

  public constructor({ service, schema, behaviour, subscriptionId }: AzurermOptions) {
    this.subscriptionId = subscriptionId;
    this.service = service;
    this.schema = schema;
    this.behaviour = behaviour;
  }

  public configure(config: ObjectValue): void {
    this.configuration = configuredAzurerm(config, this.subscriptionId);
  }

  public validateResource(type: string, config: ObjectValue): readonly DiagnosticMessage[] {
    return validateBehaviour(config, this.block(type), this.behaviours(type));
  }

  public plan(type: string, input: PlanInput): PlanOutput {
    return planChange(input, azurermType(type), this.block(type), this.behaviours(type));
  }

  public apply(type: string, { prior, planned, privateData }: ApplyInput): StateOutput {
    const change: Change = {
      type,
      service: this.service,
      block: this.block(type),
      configuration: this.configured(),
    };
    if (planned === null) {
      if (prior !== null) destroy(change, prior);
      return { state: null, privateData };
    }
    const state = prior === null ? create(change, planned) : update(change, prior, planned);
    return { state, privateData };
  }

  public read(type: string, state: ObjectValue): ObjectValue | null {
    return refreshed(this.service, type, state);
  }

  public importState(type: string, id: string): ObjectValue {
    return imported(this.service, type, id, this.block(type));
  }

  public readData(type: string, config: ObjectValue): ObjectValue {
    const block = this.schema.data_source_schemas[type]?.block;
    if (block === undefined) throw new AssumptionError(`${type} has no schema`);
    return readDataSource({
      type,
      config,
      block,
      service: this.service,
      configuration: this.configured(),
    });
  }

  public openEphemeral(type: string, config: ObjectValue): ObjectValue {
    return openedEphemeral(type, config);
  }

  private configured(): AzurermConfiguration {
    if (this.configuration === undefined) throw new Refusal('The provider is not configured');
    return this.configuration;
  }

  private block(type: string): BlockSchema {
    const schema = this.schema.resource_schemas[type];
    if (schema === undefined) throw new AssumptionError(`${type} has no schema`);
    return schema.block;
  }

  private behaviours(type: string): TypeBehaviour {
    return this.behaviour[type] ?? {};
  }
}
