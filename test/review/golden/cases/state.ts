import { atEnd, edit, fromCdktf, type GoldenCase } from '../golden-case';

const GROUP = '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups';
const NIGHTLY = `${GROUP}/rg-churn/providers/Microsoft.MachineLearningServices/workspaces/mlw-churn/schedules/churn-nightly`;
const NIGHTLY_SOURCE = `new Schedule(stack, 'Nightly', {
  pipeline: published,
  trigger: Recurrence.daily({ at: '04:30', timeZone: 'Europe/Berlin' }),
  arguments: history,
});
`;

/** Changes of what Terraform has and knows. */
export const STATE: readonly GoldenCase[] = [
  {
    name: 'nothing',
    plans: [{ example: '03-train-and-publish' }],
    verdict: 'Nothing to do: No changes',
    says: ['1 stack reviewed, by plan.'],
    findings: [],
    changes: [],
  },
  {
    name: 'output',
    plans: [
      {
        example: '03-train-and-publish',
        base: [
          fromCdktf('TerraformOutput'),
          atEnd("new TerraformOutput(stack, 'owner', { value: 'churn' });"),
        ],
        head: [
          fromCdktf('TerraformOutput'),
          atEnd("new TerraformOutput(stack, 'owner', { value: 'retention' });"),
        ],
      },
    ],
    verdict: 'Changes: 1 output changed',
    says: ['update owner of train: churn → retention'],
    findings: [],
    changes: [],
  },
  {
    name: 'schedule-deleted',
    plans: [{ example: '01-quickstart', head: [edit(NIGHTLY_SOURCE, '')] }],
    verdict: 'Changes: 2 to delete and 1 output changed',
    says: ['delete schedule churn-nightly\n  - no longer runs every day at 04:30, Europe/Berlin'],
    findings: [],
    changes: [
      'delete azapi_resource.Nightly',
      'delete azapi_resource_action.Nightly_DisableBeforeDestroy',
    ],
  },
  {
    name: 'everything-deleted',
    plans: [{ example: '06-blob-trigger', head: 'nothing' }],
    verdict: 'Dangerous: 4 dangerous changes and 4 findings of high severity: 15 to delete',
    says: [
      'delete resource group rg-blob-trigger in blob-trigger\n  - lost: everything in the resource group',
      'delete storage account stblobtrigger in blob-trigger\n  - lost: all data of the storage account',
      'resolved (medium) la-on-change-trigger-d869ce52 no longer calls a pipeline of the v1 SDK',
    ],
    findings: [
      'high data-loss inbox',
      'high data-loss results',
      'high data-loss rg-blob-trigger',
      'high data-loss stblobtrigger',
      '(medium public-network-access stblobtrigger)',
      '(medium retired-object la-on-change-trigger-d869ce52)',
    ],
  },
  {
    name: 'moved',
    plans: [
      {
        example: '06-blob-trigger',
        head: [
          fromCdktf('TerraformResource'),
          edit("new ResourceGroup(stack, 'Group'", "new ResourceGroup(stack, 'Triggers'"),
          atEnd(
            "(resourceGroup.node.findChild('Resource') as TerraformResource).moveFromId('azurerm_resource_group.Group_C77FDACD');",
          ),
        ],
      },
    ],
    verdict: 'Changes: 1 moved',
    says: [
      'move resource group rg-blob-trigger\n  - moved in the state from azurerm_resource_group.Group_C77FDACD',
    ],
    findings: [],
    changes: ['move azurerm_resource_group.Triggers'],
  },
  {
    name: 'imported',
    plans: [
      {
        example: '06-blob-trigger',
        unmanaged: ['azurerm_resource_group.Group_C77FDACD'],
        head: [
          fromCdktf('TerraformResource'),
          atEnd(
            `(resourceGroup.node.findChild('Resource') as TerraformResource).importFrom('${GROUP}/rg-blob-trigger');`,
          ),
        ],
      },
    ],
    verdict: 'Changes: 1 imported',
    says: [`import resource group rg-blob-trigger\n  - imported: ${GROUP}/rg-blob-trigger`],
    findings: [],
    changes: ['import azurerm_resource_group.Group'],
  },
  {
    name: 'forgotten',
    plans: [
      {
        example: '01-quickstart',
        head: [
          edit(
            NIGHTLY_SOURCE,
            `stack.addOverride('removed', [
  { from: 'azapi_resource.Nightly_C44EE0A7', lifecycle: { destroy: false } },
  { from: 'azapi_resource_action.Nightly_DisableBeforeDestroy_AB539A7C', lifecycle: { destroy: false } },
]);
`,
          ),
        ],
      },
    ],
    verdict: 'Changes: 2 to forget and 1 output changed',
    says: ['forget schedule churn-nightly\n  - stays in Azure, Terraform forgets it'],
    findings: [],
    changes: [
      'forget azapi_resource.Nightly',
      'forget azapi_resource_action.Nightly_DisableBeforeDestroy',
    ],
  },
  {
    name: 'drift-undone',
    plans: [
      {
        example: '01-quickstart',
        outside: ({ store }) => {
          store.patchBody(NIGHTLY, { properties: { isEnabled: false } });
        },
      },
    ],
    verdict: 'Changes: 1 to update and 1 changed outside Terraform',
    says: [
      'drift schedule churn-nightly\n  - outside Terraform: is disabled: it no longer fires',
      'update schedule churn-nightly\n  - is enabled: it fires again',
    ],
    findings: [],
    changes: ['drift azapi_resource.Nightly', 'update azapi_resource.Nightly'],
  },
  {
    name: 'drift-deleted',
    plans: [
      {
        example: '01-quickstart',
        outside: ({ store }) => {
          store.delete(NIGHTLY);
        },
      },
    ],
    verdict: 'Changes: 1 to create, 1 to replace and 1 changed outside Terraform',
    says: [
      'drift schedule churn-nightly\n  - deleted outside Terraform',
      'create schedule churn-nightly\n  - runs every day at 04:30, Europe/Berlin',
    ],
    findings: [],
    changes: [
      'create azapi_resource.Nightly',
      'drift azapi_resource.Nightly',
      'replace azapi_resource_action.Nightly_DisableBeforeDestroy',
    ],
  },
];
