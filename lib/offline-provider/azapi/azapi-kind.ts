import type { ArmService } from '../azure/arm-service';
import type { DiagnosticMessage } from '../protocol/messages';
import type { ApplyInput, PlanInput, PlanOutput, StateOutput } from '../provider';
import type { BlockSchema } from '../schema/provider-schema';
import type { ObjectValue } from '../wire/value';

/** What the offline azapi takes from its provider block. */
export interface AzapiConfiguration {
  readonly subscriptionId: string;
  readonly defaultName: string | undefined;
  readonly defaultLocation: string | undefined;
  /** Whether `output` stays empty where no export is asked for. */
  readonly disableDefaultOutput: boolean;
}

/** What a resource type of azapi works with. */
export interface AzapiContext {
  readonly service: ArmService;
  readonly configuration: AzapiConfiguration;
  readonly block: BlockSchema;
}

/** One resource type of azapi. */
export interface AzapiKind {
  validate(config: ObjectValue): readonly DiagnosticMessage[];
  plan(context: AzapiContext, input: PlanInput): PlanOutput;
  apply(context: AzapiContext, input: ApplyInput): StateOutput;
  read(context: AzapiContext, state: ObjectValue): ObjectValue | null;
  /** Absent where the real provider imports none. */
  importState?(context: AzapiContext, id: string): ObjectValue;
}
