import { atEnd, edit, fromCdktf, type GoldenCase } from '../golden-case';

const OPERATORS = '5f0f1b52-6c1f-4d0e-9d6e-1a2b3c4d5e6f';

function operators(role: string) {
  return [
    edit(
      "import { App } from 'cdktf';",
      "import { RoleAssignment } from '@cdktf/provider-azurerm/lib/role-assignment';\nimport { App } from 'cdktf';",
    ),
    atEnd(
      "new RoleAssignment(stack, 'Operators', {",
      `  scope: resourceGroup.resourceGroupId, roleDefinitionName: '${role}', principalId: '${OPERATORS}',`,
      '});',
    ),
  ];
}

/** Changes that cost, open or lose something. */
export const STAKES: readonly GoldenCase[] = [
  {
    name: 'cluster-nodes',
    plans: [{ example: '01-quickstart', head: [edit('maxNodes: 4', 'maxNodes: 8')] }],
    verdict: 'Changes: 1 to update',
    says: [
      'update compute cluster cpu\n  - at most 4 to 8 nodes',
      'cpu can cost more: 0 to 96 → 0 to 192 node hours a day of STANDARD_DS3_V2',
    ],
    findings: [],
    changes: ['update azurerm_machine_learning_compute_cluster.Cpu'],
  },
  {
    name: 'minimum-nodes',
    plans: [{ example: '01-quickstart', head: [edit('maxNodes: 4', 'minNodes: 1, maxNodes: 4')] }],
    verdict: 'Changes: 1 to update',
    says: [
      'low cpu keeps 1 node running around the clock (minimum-nodes)',
      'at least 0 to 1 node',
      'cpu can cost more: 0 to 96 → 24 to 96 node hours a day of STANDARD_DS3_V2',
    ],
    findings: ['low minimum-nodes cpu'],
    changes: ['update azurerm_machine_learning_compute_cluster.Cpu'],
  },
  {
    name: 'cluster-replaced',
    plans: [{ example: '01-quickstart', head: [edit('STANDARD_DS3_V2', 'STANDARD_DS4_V2')] }],
    verdict: 'Dangerous: 1 dangerous change: 2 to update and 3 to replace',
    says: [
      '### Dangers\n\n- replace compute cluster cpu in churn',
      'replaced, forced by vm_size (STANDARD_DS3_V2 → STANDARD_DS4_V2)',
      'lost: jobs that run or wait on it',
      'cpu can cost more or less',
      'replace 2 role assignments cpu on stmlwchurna5b53d83, cpu on raw: replaced, forced by principal_id',
    ],
    findings: [],
    changes: [
      'replace azurerm_machine_learning_compute_cluster.Cpu',
      'replace azurerm_role_assignment.Cpu_StorageBlobDataContributorOnStorage-84905956',
      'replace azurerm_role_assignment.Cpu_StorageBlobDataReaderOnLanding-aa1a01e5',
      'update azapi_resource.Nightly',
      'update azapi_resource_action.Nightly_DisableBeforeDestroy',
    ],
  },
  {
    name: 'workspace-replaced',
    plans: [{ example: '01-quickstart', head: [edit("'mlw-churn'", "'mlw-retention'")] }],
    verdict:
      'Dangerous: 6 dangerous changes and 4 findings of high severity: 3 to create, 6 to update, 24 to replace, 3 to delete and 2 outputs changed',
    says: [
      '### Dangers',
      'replace workspace mlw-churn in churn\n  - replaced, forced by application_insights_id, key_vault_id, name (mlw-churn → mlw-retention) and storage_account_id\n  - lost: the workspace with its run history, models, registered assets, endpoints and computes',
      'lost: all data of the storage account',
      'lost: its address, which callers know, and its deployments',
      'replace schedule churn-nightly: replaced, forced by parent_id',
    ],
    findings: [
      'high data-loss appi-mlwchurn-a5b53d83-logs',
      'high data-loss kv-mlwchurn-a5b53d83',
      'high data-loss mlw-churn',
      'high data-loss stmlwchurna5b53d83',
    ],
  },
  {
    name: 'datastore-changed',
    plans: [
      {
        example: '01-quickstart',
        head: [edit("name: 'raw', storageAccount", "name: 'landing', storageAccount")],
      },
    ],
    verdict:
      'Dangerous: 1 dangerous change and 1 finding of high severity: 1 to update and 4 to replace',
    says: [
      'replace container raw in churn\n  - replaced, forced by name (raw → landing)\n  - lost: all blobs of the container',
      'replace datastore raw: replaced, forced by storage_container_id',
    ],
    findings: ['high data-loss raw'],
    changes: [
      'replace azurerm_machine_learning_datastore_blobstorage.Raw',
      'replace azurerm_role_assignment.Cpu_StorageBlobDataReaderOnLanding-aa1a01e5',
      'replace azurerm_role_assignment.OnNewData_Workflow_StorageBlobDataReaderOnLanding-8a06b8bf',
      'replace azurerm_storage_container.Landing',
      'update azapi_resource.OnNewData_Workflow',
    ],
  },
  {
    name: 'role-broadened',
    plans: [
      {
        example: '01-quickstart',
        head: [edit('raw.grantRead(cpu)', 'raw.grantReadWrite(cpu)')],
      },
    ],
    verdict: 'Dangerous: 1 dangerous change: 1 to create and 1 to delete',
    says: [
      '### Dangers\n\n- create role assignment cpu on raw in churn\n  - role of identity cpu on raw is broadened: Storage Blob Data Reader becomes Storage Blob Data Contributor',
    ],
    findings: [],
    changes: [
      'create azurerm_role_assignment.Cpu_StorageBlobDataContributorOnLanding-b08c7319',
      'delete azurerm_role_assignment.Cpu_StorageBlobDataReaderOnLanding-aa1a01e5',
    ],
  },
  {
    name: 'role-on-group-broadened',
    plans: [
      { example: '06-blob-trigger', base: operators('Reader'), head: operators('Contributor') },
    ],
    verdict: 'Dangerous: 1 dangerous change and 1 finding of high severity: 1 to replace',
    says: [
      `role of identity ${OPERATORS} on resource group rg-blob-trigger is broadened: Reader becomes Contributor`,
    ],
    findings: ['high broad-role Operators'],
    changes: ['replace azurerm_role_assignment.Operators'],
  },
  {
    name: 'public-network',
    plans: [
      {
        example: '01-quickstart',
        base: [edit('publicNetworkAccess: true', 'publicNetworkAccess: false')],
      },
    ],
    verdict: 'Changes: 2 to update',
    says: [
      'medium kv-mlwchurn-a5b53d83 can be reached from public networks (public-network-access)',
      'medium mlw-churn can be reached from public networks (public-network-access)',
      'update workspace mlw-churn\n  - public_network_access_enabled: false → true',
    ],
    findings: [
      'medium public-network-access kv-mlwchurn-a5b53d83',
      'medium public-network-access mlw-churn',
    ],
    changes: [
      'update azurerm_key_vault.Workspace_KeyVault',
      'update azurerm_machine_learning_workspace.Workspace',
    ],
  },
  {
    name: 'public-network-closed',
    plans: [
      {
        example: '07-event-grid',
        base: [edit('TRUSTED_SERVICES', 'ALL_NETWORKS')],
      },
    ],
    verdict: 'Changes: 1 to update',
    says: [
      'Findings resolved\n\n- resolved (medium) steventdata no longer can be reached from public networks (public-network-access)',
      'network_rules.0.default_action: Allow → Deny',
    ],
    findings: ['(medium public-network-access steventdata)'],
    changes: ['update azurerm_storage_account.Data'],
  },
  {
    name: 'shared-keys',
    plans: [
      {
        example: '06-blob-trigger',
        head: [
          fromCdktf('TerraformElement'),
          atEnd(
            "(storageAccount.node.findChild('Resource') as TerraformElement).addOverride('shared_access_key_enabled', true);",
          ),
        ],
      },
    ],
    verdict: 'Dangerous: 1 finding of high severity: 1 to update',
    says: [
      'high stblobtrigger can be read and written with an account key (shared-keys)',
      'shared_access_key_enabled: false → true',
    ],
    findings: ['high shared-keys stblobtrigger'],
    changes: ['update azurerm_storage_account.Data'],
  },
  {
    name: 'tags',
    plans: [
      { example: '03-train-and-publish', head: [edit("team: 'churn'", "team: 'retention'")] },
    ],
    verdict: 'Changes: 10 to update',
    says: ['update 10 resources', 'tags.team: churn → retention'],
    findings: [],
  },
];
