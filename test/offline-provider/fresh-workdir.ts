import { OfflineProvider } from '../support/offline-provider';
import {
  expectOk,
  TerraformWorkdir,
  type PlannedChange,
  type TerraformJson,
} from '../support/terraform';

/** A workdir that every test finds empty and initialized; the provider is shared. */
export interface FreshWorkdir {
  readonly workdir: TerraformWorkdir;
  readonly provider: OfflineProvider;
}

/** Sets the hooks that make and remove it. */
export function freshWorkdir(): FreshWorkdir {
  let provider: OfflineProvider | undefined;
  let workdir: TerraformWorkdir | undefined;
  beforeAll(async () => {
    provider = await OfflineProvider.start();
  });
  beforeEach(async () => {
    provider?.reset();
    workdir = await TerraformWorkdir.create(provider);
  });
  afterEach(async () => {
    await workdir?.dispose();
  });
  afterAll(async () => {
    await provider?.stop();
  });
  return {
    get workdir() {
      return made(workdir);
    },
    get provider() {
      return made(provider);
    },
  };
}

function made<T>(value: T | undefined): T {
  expect(value).toBeDefined();
  return value as T;
}

/** Writes and applies a stack, which must work. */
export async function applied(workdir: TerraformWorkdir, stack: TerraformJson): Promise<void> {
  await workdir.write(stack);
  expectOk(await workdir.init());
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
