import type { Block, Instance } from '../program/block';
import type { PlannedMember, Planned } from './bound';
import type { Lifecycle } from './lifecycle';
import type { ProviderPackage } from './provider-version';

/** One resource, data source or provider, ready to be registered. */
export interface Registration {
  readonly block: Block;
  readonly instance: Instance;
  /** Name in Pulumi, unique in the Pulumi stack for its type. */
  readonly name: string;
  /** Type, function, or name of the provider's package. */
  readonly token: string;
  /** The bridged package, `undefined` where the token is one of Pulumi's own packages. */
  readonly bridged: ProviderPackage | undefined;
  readonly members: readonly PlannedMember[];
  readonly provider: Block | undefined;
  /** Blocks that it waits for without referring to them. */
  readonly after: readonly Block[];
  readonly lifecycle: Lifecycle;
  /** Whether what is no longer declared stays as it is. */
  readonly isKept: boolean;
  /** What it is imported by, if it is. */
  readonly importId: string | undefined;
  /** Names that it had before. */
  readonly formerNames: readonly string[];
}

/** An output of a stack. */
export interface PlannedOutput {
  readonly stack: string;
  readonly name: string;
  readonly value: Planned;
  readonly isSecret: boolean;
}

/** Everything that a program comes to in Pulumi. */
export interface ProgramPlan {
  /** Each stands after everything that it refers to. */
  readonly registrations: readonly Registration[];
  readonly outputs: readonly PlannedOutput[];
  /** Blocks that a block refers to or waits for. */
  readonly needs: ReadonlyMap<Block, ReadonlySet<Block>>;
  /** Properties that others read, by block. */
  readonly reads: ReadonlyMap<Block, ReadonlySet<string>>;
}
