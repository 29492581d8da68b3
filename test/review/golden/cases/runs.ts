import { atEnd, edit, type GoldenCase } from '../golden-case';

/** Changes of what runs, and of when. */
export const RUNS: readonly GoldenCase[] = [
  {
    name: 'schedule-time',
    plans: [
      {
        example: '01-quickstart',
        base: [edit("at: '04:30'", "at: '02:30'")],
        head: [edit("at: '04:30'", "at: '04:00'")],
      },
    ],
    verdict: 'Changes: 2 to update',
    says: [
      'update schedule churn-nightly',
      'every day: 02:30 Europe/Berlin becomes 04:00, next runs 2026-11-23 04:00, 2026-11-24 04:00, 2026-11-25 04:00',
    ],
    findings: [],
    changes: [
      'update azapi_resource.Nightly',
      'update azapi_resource_action.Nightly_DisableBeforeDestroy',
    ],
  },
  {
    name: 'schedule-started',
    plans: [{ example: '05-schedules', head: [edit('  enabled: false,\n', '')] }],
    verdict: 'Changes: 1 to update',
    says: ['update schedule scoring-monthly', 'is enabled: it fires again'],
    findings: [],
    changes: ['update azapi_resource.Monthly'],
  },
  {
    name: 'polling',
    plans: [{ example: '01-quickstart', head: [edit('minutes(5)', 'minutes(1)')] }],
    verdict: 'Changes: 1 to update',
    says: ['update workflow la-on-new-data-86174d90', 'polls every 5 to 1 minutes'],
    findings: [],
    changes: ['update azapi_resource.OnNewData_Workflow'],
  },
  {
    name: 'step-script',
    plans: [
      {
        example: '01-quickstart',
        head: [{ file: 'steps/train/train.py', from: 'max_iter=1000', to: 'max_iter=2000' }],
      },
    ],
    verdict: 'Changes: 4 to create, 3 to update and 4 to forget',
    says: [
      'update schedule churn-nightly\n  - runs pipeline churn: version 2a44d283 to 28c82f9a',
      'update batch deployment current\n  - runs pipeline churn, version 2a44d283 to 28c82f9a',
      'pipeline churn: version 2a44d283 to 28c82f9a, step train changed its script',
      'step churn_train: version 2fa109cb to d31369e5, changed its script',
      'create code version churn 8813ca23: version 28f15273 to 8813ca23',
      'stays in Azure, Terraform forgets it',
    ],
    findings: [],
    changes: [
      'create azapi_resource.Published_Pipeline_Version-28c82f9ac7af17aa',
      'create azapi_resource.Published_Steps_train_Version-d31369e551b20fd4',
      'create azapi_resource.Workspace_Code-8813ca23d5f9783c',
      'create azurerm_storage_blob.Workspace_Code-8813ca23d5f9783c_File["train.py"]',
      'forget azapi_resource.Published_Pipeline_Version-2a44d28321f34622',
      'forget azapi_resource.Published_Steps_train_Version-2fa109cb2444f1c1',
      'forget azapi_resource.Workspace_Code-28f152735cf7cd9f',
      'forget azurerm_storage_blob.Workspace_Code-28f152735cf7cd9f_File["train.py"]',
      'update azapi_resource.Nightly',
      'update azapi_resource.Published_Deployment',
      'update azapi_resource_action.Nightly_DisableBeforeDestroy',
    ],
  },
  {
    name: 'default-version',
    plans: [
      {
        example: '04-pipeline-versions',
        head: [edit("defaultVersion: '2026-11'", "defaultVersion: '2026-10'")],
      },
    ],
    verdict: 'Changes: 3 to update',
    says: [
      'update schedule scoring-nightly\n  - runs pipeline scoring: version 5f9c90d2 to 4342a17d',
      'default moves from version-2026-11 to version-2026-10: callers get it from then on',
    ],
    findings: [],
    changes: [
      'update azapi_resource.Nightly',
      'update azapi_resource_action.Nightly_DisableBeforeDestroy',
      'update azapi_resource_action.Scoring_Configuration',
    ],
  },
  {
    name: 'activity-added',
    plans: [
      {
        example: '08-data-factory',
        head: [
          edit(
            'const run = train.addActivity(',
            `const rest = train.addActivity(
  new WaitActivity('Rest', {
    duration: Duration.minutes(10),
    dependsOn: [{ activity: prepared.name }],
  }),
);
const run = train.addActivity(`,
          ),
          edit(
            "    experimentName: 'churn',\n    dependsOn: [{ activity: prepared.name }],",
            "    experimentName: 'churn',\n    dependsOn: [{ activity: rest.name }],",
          ),
        ],
      },
    ],
    verdict: 'Changes: 1 to update',
    says: ['update pipeline Train', 'activity added: Rest', 'activity changed: Train (dependsOn)'],
    findings: [],
    changes: ['update azapi_resource.Factory_Train'],
  },
  {
    name: 'trigger-stopped',
    plans: [
      {
        example: '08-data-factory',
        head: [
          edit(
            "new ScheduleTrigger(factory, 'Weekdays', {",
            "new ScheduleTrigger(factory, 'Weekdays', {\n  enabled: false,",
          ),
        ],
      },
    ],
    verdict: 'Changes: 1 to replace',
    says: ['replace request Weekdays', 'is stopped: it no longer fires'],
    findings: [],
    changes: ['replace azapi_resource_action.Factory_Weekdays_State'],
  },
  {
    name: 'window-stopped',
    plans: [
      {
        example: '08-data-factory',
        head: [
          edit(
            "new TumblingWindowTrigger(factory, 'EachDay', {",
            "new TumblingWindowTrigger(factory, 'EachDay', {\n  enabled: false,",
          ),
        ],
      },
    ],
    verdict: 'Changes: 1 to update',
    says: ['update tumbling-window trigger EachDay', 'is disabled: it no longer fires'],
    findings: [],
    changes: ['update azurerm_data_factory_trigger_tumbling_window.Factory_EachDay'],
  },
  {
    name: 'identity-may-run',
    plans: [
      {
        example: '01-quickstart',
        head: [
          edit('  VmSize,', '  UserAssignedIdentity,\n  VmSize,'),
          atEnd(
            "const caller = new UserAssignedIdentity(stack, 'Caller', { name: 'id-caller', resourceGroup });",
            'published.grantInvoke(caller);',
          ),
        ],
      },
    ],
    verdict: 'Changes: 2 to create',
    says: ['identity id-caller may now run pipelines of mlw-churn'],
    findings: [],
    changes: [
      'create azurerm_role_assignment.Caller_AzureMLV2PipelineInvokerMlwChurn7a84a58aOnWorkspace-032baa3a',
      'create azurerm_user_assigned_identity.Caller',
    ],
  },
  {
    name: 'several-stacks',
    plans: [
      {
        example: '05-schedules',
        head: [edit("'*/15 8-17 * * 1-5'", "'*/30 8-17 * * 1-5'")],
      },
      {
        example: '06-blob-trigger',
        head: [edit('results.grantReadWrite(onNewData);\n', '')],
      },
    ],
    verdict: 'Changes: 2 to update and 1 to delete',
    says: [
      '2 stacks reviewed, by plan.',
      'Stack blob-trigger',
      'identity la-on-new-data-a2800825 no longer has Storage Blob Data Contributor on results',
      'Stack schedules',
      'every 15 minutes from 08:00 to 17:45 on Monday to Friday, Europe/Berlin becomes every 30 minutes from 08:00 to 17:30 on Monday to Friday',
    ],
    findings: [],
    changes: [
      'delete azurerm_role_assignment.OnNewData_Workflow_StorageBlobDataContributorOnResults-7ea133d4',
      'update azapi_resource.Office',
      'update azapi_resource_action.Office_DisableBeforeDestroy',
    ],
  },
];
