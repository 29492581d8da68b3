import { OfflineProvider } from '../../lib/offline-provider';
import { describeTerraform, errorsOf, expectOk, TerraformWorkdir } from '../support/terraform';
import { stackOf } from './stack';

const GROUP = { azurerm_resource_group: { G: { name: 'rg', location: 'westeurope' } } };
const SUBSCRIPTION = '11111111-1111-1111-1111-111111111111';

interface Reattached {
  readonly [address: string]: { readonly Addr: { readonly Network: string } };
}

async function appliedBy(provider: OfflineProvider, provided: object): Promise<readonly string[]> {
  const workdir = await TerraformWorkdir.create(provider);
  try {
    await workdir.write({ ...stackOf(GROUP), provider: provided });
    expectOk(await workdir.init());
    return errorsOf(await workdir.apply());
  } finally {
    await workdir.dispose();
    await provider.stop();
  }
}

describeTerraform('the offline provider', () => {
  test('serves on ports of this machine where files cannot be sockets', async () => {
    const provider = await OfflineProvider.start({ ports: true });
    const reattached = Object.values(JSON.parse(provider.reattach) as Reattached);
    expect(reattached.map(({ Addr }) => Addr.Network)).toEqual(['tcp', 'tcp']);
    const azurerm = [{ features: [{}], subscription_id: SUBSCRIPTION }];
    expect(await appliedBy(provider, { azurerm, azapi: [{}] })).toEqual([]);
    expect(provider.store.ids()).toHaveLength(1);
  });

  test('takes the subscription that it is given where a stack names none', async () => {
    const provider = await OfflineProvider.start({ subscriptionId: SUBSCRIPTION });
    const provided = { azurerm: [{ features: [{}] }], azapi: [{}] };
    expect(await appliedBy(provider, provided)).toEqual([]);
    expect(provider.store.ids()).toEqual([`/subscriptions/${SUBSCRIPTION}/resourceGroups/rg`]);
  });

  test('refuses a stack that names none where it is given none', async () => {
    const provided = { azurerm: [{ features: [{}] }], azapi: [{}] };
    const errors = await appliedBy(await OfflineProvider.start(), provided);
    expect(errors.join()).toContain('`subscription_id` is a required provider property');
  });
});
