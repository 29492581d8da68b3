import { AssumptionError } from '../../lib/core/errors';
import type { OfflineProvider } from '../../lib/offline-provider';
import {
  expectOk,
  TerraformWorkdir,
  type PlannedChange,
  type TerraformJson,
} from '../support/terraform';
import { stackOf } from './stack';

/** A workdir that every test finds empty and initialized. */
export interface FreshWorkdir {
  readonly workdir: TerraformWorkdir;
  readonly provider: OfflineProvider;
}

/** Sets the hooks that make, clear and remove it. */
export function freshWorkdir(): FreshWorkdir {
  let made: TerraformWorkdir | undefined;
  const workdir = (): TerraformWorkdir => {
    if (made === undefined) throw new AssumptionError('the workdir is used outside a test');
    return made;
  };
  beforeAll(async () => {
    made = await TerraformWorkdir.create();
    await made.write(stackOf({}));
    expectOk(await made.init());
  });
  beforeEach(async () => {
    await workdir().clear();
  });
  afterAll(async () => {
    await workdir().dispose();
  });
  return {
    get workdir() {
      return workdir();
    },
    get provider() {
      return workdir().provider;
    },
  };
}

/** Writes and applies a stack, which must work. */
export async function applied(workdir: TerraformWorkdir, stack: TerraformJson): Promise<void> {
  await workdir.write(stack);
  expectOk(await workdir.apply());
}

/** What another plan would do, without what stays. */
export async function changesOf(workdir: TerraformWorkdir): Promise<readonly PlannedChange[]> {
  const { plan } = expectOk(await workdir.plan());
  return (plan?.resource_changes ?? []).filter(
    ({ address, change }) => change.actions.join() !== 'no-op' && !address.startsWith('data.'),
  );
}

/** Address, actions and the attributes that force a replacement. */
export function summaryOf({ address, change }: PlannedChange): string {
  const paths = change.replace_paths?.map((path) => path.join('.')).join(' ');
  return [address, change.actions.join('+'), ...(paths === undefined ? [] : [paths])].join(' ');
}
