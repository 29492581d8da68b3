import {
  all,
  CustomResource,
  type CustomResourceOptions,
  type Input,
  type Inputs,
  type Output,
  output,
  ProviderResource,
  type Resource,
  runtime,
  secret,
} from '@pulumi/pulumi';
import type { PulumiOutputs, PulumiRegisterOptions } from '../../pulumi-options';
import type { Planned } from '../plan/bound';
import type { ProgramPlan, Registration } from '../plan/registration';
import { assignmentName } from './assignment-name';
import { BridgedPackages } from './packages';
import { realize } from './realize';
import { Registry } from './registry';
import { optionsOf } from './resource-options';

class Registered extends CustomResource {}

class RegisteredProvider extends ProviderResource {}

/** Registers everything of a plan, in its order. */
export function registerProgram(plan: ProgramPlan, options: PulumiRegisterOptions): PulumiOutputs {
  return new ProgramRegistrar(plan, options).run();
}

class ProgramRegistrar {
  private readonly packages: BridgedPackages;
  private readonly registry: Registry;

  public constructor(
    private readonly plan: ProgramPlan,
    private readonly options: PulumiRegisterOptions,
  ) {
    this.packages = new BridgedPackages(options.bridgeVersion);
    this.registry = new Registry(plan.needs);
  }

  public run(): PulumiOutputs {
    for (const registration of this.plan.registrations) this.register(registration);
    const outputs: { [stack: string]: { [name: string]: Output<unknown> } } = {};
    for (const { stack, name, value, isSecret } of this.plan.outputs) {
      const input = this.realized(value);
      (outputs[stack] ??= {})[name] = isSecret ? secret(input) : output(input);
    }
    return outputs;
  }

  private register(registration: Registration): void {
    switch (registration.block.mode) {
      case 'provider':
        this.registerProvider(registration);
        break;
      case 'data':
        this.read(registration);
        break;
      case 'resource':
        this.registerResource(registration);
    }
  }

  /** Providers take everything but text as JSON. */
  private registerProvider({ block, token, name, members, bridged }: Registration): void {
    const inputs: Inputs = {};
    for (const [member, value] of members) {
      const input = this.realized(value);
      inputs[member] =
        value.kind === 'plain' && typeof value.value !== 'string'
          ? JSON.stringify(value.value)
          : all([input]).apply(([given]) =>
              typeof given === 'string' ? given : JSON.stringify(given),
            );
    }
    const options = { ...this.parent(), ...this.classicVersion(bridged) };
    const provider = new RegisteredProvider(
      token,
      name,
      inputs,
      options,
      false,
      this.packageOf(bridged),
    );
    this.registry.addProvider(block, provider);
  }

  private read({ block, instance, token, members, provider, after, bridged }: Registration): void {
    const waiting = after.flatMap((one) => this.registry.resourcesBehind(one));
    const result: Output<{ readonly [name: string]: unknown } | undefined> = runtime.invokeOutput(
      token,
      this.inputsOf(members),
      {
        ...this.parent(),
        ...this.classicVersion(bridged),
        ...this.registry.providerOf(provider),
        ...(waiting.length === 0 ? {} : { dependsOn: waiting }),
      },
      this.packageOf(bridged),
    );
    this.registry.addReading(block, instance.key, (property) =>
      result.apply((found) => found?.[property]),
    );
  }

  private registerResource(registration: Registration): void {
    const { block, instance, token, name, provider, after, bridged, lifecycle, members } =
      registration;
    const inputs = this.inputsOf(members);
    const guid = assignmentName(registration);
    if (guid !== undefined) inputs['name'] = guid;
    for (const property of this.plan.reads.get(block) ?? []) {
      if (property !== 'id' && !(property in inputs)) inputs[property] = undefined;
    }
    const trigger = lifecycle.replacementTrigger;
    const options: CustomResourceOptions = {
      ...this.parent(),
      ...this.classicVersion(bridged),
      ...this.registry.providerOf(provider),
      ...optionsOf(
        registration,
        after.flatMap((one) => this.registry.resourcesBehind(one)),
      ),
      ...(trigger === undefined ? {} : { replacementTrigger: this.realized(trigger) }),
    };
    const resource = new Registered(token, name, inputs, options, false, this.packageOf(bridged));
    const outputs = resource as unknown as { readonly [property: string]: Output<unknown> };
    this.registry.addReading(block, instance.key, (property) => outputs[property]);
    this.registry.addResource(block, resource);
  }

  private inputsOf(members: readonly (readonly [string, Planned])[]): Inputs {
    return Object.fromEntries(members.map(([name, value]) => [name, this.realized(value)]));
  }

  private realized(planned: Planned): Input<unknown> {
    return realize(planned, (source) => this.registry.valueOf(source));
  }

  private packageOf(bridged: Registration['bridged']): Promise<string> | undefined {
    return bridged === undefined ? undefined : this.packages.referenceTo(bridged);
  }

  private parent(): { readonly parent?: Resource } {
    const { parent } = this.options;
    return parent === undefined ? {} : { parent };
  }

  private classicVersion(bridged: Registration['bridged']): { readonly version?: string } {
    const { classicVersion } = this.options;
    return bridged !== undefined || classicVersion === undefined ? {} : { version: classicVersion };
  }
}
