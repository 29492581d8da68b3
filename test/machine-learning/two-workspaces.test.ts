import { Construct } from 'constructs';
import { ComputeCluster } from '../../lib/machine-learning/compute/compute-cluster';
import { VmSize } from '../../lib/machine-learning/compute/vm-size';
import { DataUri } from '../../lib/machine-learning/data/data-uri';
import { Datastore } from '../../lib/machine-learning/datastore/datastore';
import { DataLakeGen1Datastore } from '../../lib/machine-learning/datastore/data-lake-gen1-datastore';
import { Environment } from '../../lib/machine-learning/environment/environment';
import { Workspace } from '../../lib/machine-learning/workspace';
import type { IWorkspace } from '../../lib/machine-learning/workspace-types';
import { Template } from '../../lib/testing';
import { codesIn, declaredPlatform, freshStack, tokensIn, WORKSPACE_ID } from '../support/stack';
import { assetIn } from './data/setup';

const OTHER_GROUP = WORKSPACE_ID.replace('rg-before', 'rg-other');

function imported(scope: Construct, id: string, workspaceId: string): IWorkspace {
  return Workspace.fromWorkspaceAttributes(scope, id, { workspaceId });
}

/** One of everything that a workspace has by name, under the same names in each. */
function fill(scope: Construct, id: string, workspace: IWorkspace): void {
  new ComputeCluster(scope, `${id}-Compute`, {
    name: 'cpu',
    workspace,
    vmSize: VmSize.STANDARD_DS3_V2,
    maxNodes: 1,
  });
  new DataLakeGen1Datastore(scope, `${id}-Datastore`, { name: 'old', workspace, storeName: 'dl1' });
  new Environment(scope, `${id}-Environment`, { name: 'env', workspace, image: 'python:3.12' });
  const data = DataUri.of('https://st.blob.core.windows.net/raw/in');
  assetIn(scope, { workspace, data }, `${id}-Asset`);
}

describe('two workspaces of one stack', () => {
  test.each<[string, () => readonly [Construct, IWorkspace, IWorkspace]]>([
    [
      'that are declared',
      () => {
        const { stack, resourceGroup, workspace } = declaredPlatform();
        const other = new Workspace(stack, 'Other', {
          name: 'mlw-other',
          resourceGroup,
          publicNetworkAccess: true,
        });
        return [stack, workspace, other];
      },
    ],
    [
      'that exist in two resource groups under one name',
      () => {
        const stack = freshStack();
        const one = imported(stack, 'One', WORKSPACE_ID);
        return [stack, one, imported(stack, 'Two', OTHER_GROUP)];
      },
    ],
    [
      'that are known to Terraform alone',
      () => {
        const stack = freshStack();
        const later = (id: string) => tokensIn(new Construct(stack, id)).text;
        const one = imported(stack, 'One', later('First-Id'));
        return [stack, one, imported(stack, 'Two', later('Second-Id'))];
      },
    ],
  ])('%s may have computes, datastores, environments and data assets of one name', (_, make) => {
    const [scope, one, two] = make();
    expect(
      codesIn(() => {
        fill(scope, 'First', one);
        fill(scope, 'Second', two);
      }),
    ).toEqual([]);
  });

  test('of one name do not share the paths of their datastores', () => {
    const stack = freshStack();
    const workspace = imported(stack, 'One', WORKSPACE_ID);
    const other = imported(stack, 'Two', OTHER_GROUP);
    const data = Datastore.workspaceBlobStore(other).path('in/');
    expect(codesIn(() => assetIn(stack, { workspace, data }))).toEqual(['DataAssetOtherWorkspace']);
  });

  test('that are one in truth, imported twice, have each name once', () => {
    const stack = freshStack();
    fill(stack, 'First', imported(stack, 'One', WORKSPACE_ID));
    const again = imported(stack, 'Two', WORKSPACE_ID.toUpperCase());
    expect(
      codesIn(() => {
        fill(stack, 'Second', again);
      }),
    ).toEqual(['ComputeNameTaken']);
    Template.fromStack(stack).resourceCountIs('azurerm_machine_learning_compute_cluster', 1);
  });
});
