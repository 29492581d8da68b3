import type { SourceEdit } from './edited-example';

/** A change of an example. */
export interface ExampleEdit {
  readonly edits: readonly SourceEdit[];
  /** How a change begins, by action and address, that Terraform plans for it; empty where it plans none. */
  readonly proof: string;
}

/** Examples that make a workspace; the others refer to one. */
export const WITH_WORKSPACE: readonly string[] = [
  '01-quickstart',
  '03-train-and-publish',
  '04-pipeline-versions',
  '09-terraform-module',
];

function edit(from: string, to: string, proof: string): ExampleEdit {
  return { edits: [{ from, to }], proof };
}

const SCRIPT: SourceEdit = {
  file: 'steps/train/train.py',
  from: 'max_iter=1000',
  to: 'max_iter=2000',
};

/** Changes of each example, by what is changed. */
export const EXAMPLE_EDITS: Readonly<Record<string, Readonly<Record<string, ExampleEdit>>>> = {
  '01-quickstart': {
    'VM size': edit(
      'STANDARD_DS3_V2',
      'STANDARD_DS4_V2',
      'replace azurerm_machine_learning_compute_cluster.Cpu_',
    ),
    'most nodes': edit(
      'maxNodes: 4',
      'maxNodes: 8',
      'update azurerm_machine_learning_compute_cluster.Cpu_',
    ),
    'least nodes': edit(
      'maxNodes: 4',
      'minNodes: 1, maxNodes: 4',
      'update azurerm_machine_learning_compute_cluster.Cpu_',
    ),
    'time of a schedule': edit("at: '04:30'", "at: '05:15'", 'update azapi_resource.Nightly_'),
    script: { edits: [SCRIPT], proof: 'create azapi_resource.Published_Steps_train_Version-' },
    tags: edit(
      "team: 'churn'",
      "team: 'retention'",
      'update azurerm_machine_learning_workspace.Workspace_',
    ),
    role: edit('raw.grantRead(cpu)', 'raw.grantReadWrite(cpu)', 'create azurerm_role_assignment.'),
    'name of a construct': edit("'Nightly'", "'EveryNight'", 'create azapi_resource.EveryNight_'),
    'name of the workspace': edit(
      "'mlw-churn'",
      "'mlw-retention'",
      'replace azurerm_machine_learning_workspace.Workspace_',
    ),
    'name of the group': edit(
      "'rg-churn'",
      "'rg-retention'",
      'replace azurerm_resource_group.Group_',
    ),
    activity: edit("('Train', {", "('Train again', {", 'update azapi_resource.Orchestrate_'),
    'polling of a workflow': edit('minutes(5)', 'minutes(10)', 'update azapi_resource.OnNewData_'),
    'public network access': edit(
      'publicNetworkAccess: true',
      'publicNetworkAccess: false',
      'update azurerm_machine_learning_workspace.Workspace_',
    ),
    'image of the environment': edit(
      '20240304.v1',
      '20240709.v1',
      'create azapi_resource.Sklearn_',
    ),
    region: edit("'westeurope'", "'northeurope'", 'replace azurerm_resource_group.Group_'),
  },
  '02-existing-v1-pipeline': {
    'polling of a workflow': edit('minutes(5)', 'minutes(15)', 'update azapi_resource.OnNewBlob_'),
    'argument of a workflow': edit(
      "'sample_string3'",
      "'other'",
      'update azapi_resource.OnNewBlob_',
    ),
    'argument of an activity': edit(
      "'from Data Factory'",
      "'from a factory'",
      'update azapi_resource.Orchestrate_',
    ),
    'pipeline that is run': edit(
      '9a1f3c52-6f0e-4f0b-8a56-2f6f6f0d1c11',
      '1c11c52a-6f0e-4f0b-8a56-2f6f6f0d9a1f',
      'update azapi_resource.OnNewBlob_',
    ),
    'name of the factory': edit(
      "'adf-legacy-triggers'",
      "'adf-other-triggers'",
      'replace azurerm_data_factory.Factory_',
    ),
    'name of a construct': edit("'OnNewBlob'", "'OnBlob'", 'delete azapi_resource.OnNewBlob_'),
  },
  '03-train-and-publish': {
    script: {
      edits: [{ file: 'src/evaluate.py', from: ' files")', to: ' files.")' }],
      proof: 'forget azapi_resource.Workspace_Code',
    },
    'uploaded data': {
      edits: [{ file: 'data/plans.csv', from: 'plan', to: 'tariff' }],
      proof: 'replace azurerm_storage_blob.Reference_',
    },
    'VM size of one of two': edit(
      'Standard_E8s_v3',
      'Standard_E16s_v3',
      'replace azurerm_machine_learning_compute_cluster.Memory_',
    ),
    'name of a compute': edit(
      "name: 'memory'",
      "name: 'large'",
      'replace azurerm_machine_learning_compute_cluster.Memory_',
    ),
    'a step': edit(
      '--model ${{inputs.model}} --data',
      '--best --model ${{inputs.model}} --data',
      'create azapi_resource.Published_Steps_evaluate_Version-',
    ),
    'default of an input': edit(
      'PipelineInput.number(0.01',
      'PipelineInput.number(0.02',
      'create azapi_resource.Published_',
    ),
    'name of a container': edit(
      "'Landing', { name: 'raw'",
      "'Landing', { name: 'landing'",
      'replace azurerm_storage_container.Landing_',
    ),
    'path of a data asset': edit(
      "'reference/plans.csv'",
      "'reference/tariffs.csv'",
      'create azapi_resource.Plans_',
    ),
    tags: edit(
      "team: 'churn'",
      "team: 'retention', stage: 'test'",
      'update azurerm_resource_group.Group_',
    ),
  },
  '04-pipeline-versions': {
    'default version': edit(
      "defaultVersion: '2026-11'",
      "defaultVersion: '2026-10'",
      'update azapi_resource_action.Scoring_',
    ),
    'a further version': edit(
      "endpoint.addVersion('2026-11', { pipeline: scoringWith('November', 0.7) });",
      "endpoint.addVersion('2026-11', { pipeline: scoringWith('November', 0.7) });\nendpoint.addVersion('2026-12', { pipeline: scoringWith('December', 0.8) });",
      'create azapi_resource.Scoring_',
    ),
    'a version less': edit(
      "endpoint.addVersion('2026-10', { pipeline: scoringWith('October', 0.6) });",
      '',
      'delete azapi_resource.Scoring_',
    ),
    'threshold of a version': edit(
      "'October', 0.6",
      "'October', 0.65",
      'forget azapi_resource.Scoring_Components_scoring_Pipeline-',
    ),
    script: {
      edits: [{ file: 'steps/score.py', from: 'exist_ok=True', to: 'exist_ok=False' }],
      proof: 'create azapi_resource.Workspace_Code',
    },
    'time of a schedule': edit("at: '05:30'", "at: '06:30'", 'update azapi_resource.Comparison_'),
  },
  '05-schedules': {
    'time of a schedule': edit(
      "'04:30', days: [1]",
      "'05:30', days: [2]",
      'update azapi_resource.Monthly_',
    ),
    'cron expression': edit(
      "'*/15 8-17 * * 1-5'",
      "'*/30 8-17 * * 1-5'",
      'update azapi_resource.Office_',
    ),
    'schedule that is on': edit('  enabled: false,\n', '', 'update azapi_resource.Monthly_'),
    'time zone of a Logic App': edit(
      'America/New_York',
      'America/Chicago',
      'update azapi_resource.LegacyNightly_',
    ),
    'name of a construct': edit("'Office'", "'Working'", 'create azapi_resource.Working_'),
    'pipeline that is run': edit(
      'scoring/versions/3',
      'scoring/versions/4',
      'update azapi_resource.Office_',
    ),
  },
  '06-blob-trigger': {
    'name of the account': edit(
      "'stblobtrigger'",
      "'stblobtrigger2'",
      'replace azurerm_storage_account.Data_',
    ),
    'polling of a workflow': edit('minutes(1)', 'minutes(2)', 'update azapi_resource.OnNewData_'),
    'path of a workflow': edit(
      "path: 'incoming'",
      "path: 'arrived'",
      'update azapi_resource.OnNewData_',
    ),
    'removed grant': edit(
      'results.grantReadWrite(onNewData);',
      '',
      'delete azurerm_role_assignment.',
    ),
    'broader grant': edit(
      'results.grantReadWrite(onNewData);',
      'storageAccount.grantWriteData(onNewData.workflow);',
      'create azurerm_role_assignment.',
    ),
    'removal policy': edit(
      'removalPolicy: RemovalPolicy.DESTROY',
      'removalPolicy: RemovalPolicy.PREVENT_DESTROY',
      '',
    ),
  },
  '07-event-grid': {
    'suffix of blobs': edit(
      "suffix: '.csv'",
      "suffix: '.tsv'",
      'update azapi_resource.OnCsv_Subscription_',
    ),
    'name of the data account': edit(
      "'steventdata'",
      "'steventdata2'",
      'replace azurerm_storage_account.Data_',
    ),
    'name of the event store': edit(
      "'steventstore'",
      "'steventstore2'",
      'replace azurerm_storage_account.Events_',
    ),
    'public network access': edit(
      'TRUSTED_SERVICES',
      'ALL_NETWORKS',
      'update azurerm_storage_account.Data_',
    ),
    'name of a construct': edit("'OnCsv'", "'OnTable'", 'create azapi_resource.OnTable_'),
  },
  '08-data-factory': {
    'name of the factory': edit(
      "'adf-orchestration'",
      "'adf-other'",
      'replace azurerm_data_factory.Factory_',
    ),
    'activity that retries': edit(
      'retry: 2, timeout',
      'retry: 3, timeout',
      'update azapi_resource.Factory_Prepare_',
    ),
    'a further activity': edit(
      'train.addActivity(failed);',
      "train.addActivity(failed);\ntrain.addActivity(new WaitActivity('Rest', { duration: Duration.minutes(1) }));",
      'update azapi_resource.Factory_Train_',
    ),
    'time of a trigger': edit(
      "at: '06:30'",
      "at: '07:30'",
      'replace azapi_resource.Factory_Weekdays_',
    ),
    'frequency of a window': edit(
      'interval: 24',
      'interval: 12',
      'replace azurerm_data_factory_trigger_tumbling_window.Factory_EachDay_',
    ),
    'name of a construct': edit(
      "(factory, 'Prepare', {",
      "(factory, 'Preparation', {",
      'create azapi_resource.Factory_Preparation_',
    ),
    'public network access': edit(
      'managedVirtualNetwork: true,',
      'managedVirtualNetwork: true,\n  publicNetworkAccess: true,',
      'update azurerm_data_factory.Factory_',
    ),
    'job cluster': edit(
      '15.4.x-scala2.12',
      '16.4.x-scala2.12',
      'update azapi_resource.Factory_Databricks_',
    ),
  },
  '09-terraform-module': {
    'default of a variable': edit(
      "default: 'Standard_DS3_v2'",
      "default: 'Standard_DS4_v2'",
      'replace azurerm_machine_learning_compute_cluster.Cpu_',
    ),
    'time of a schedule': edit("at: '04:30'", "at: '05:15'", 'update azapi_resource.Nightly_'),
    'name of a construct': edit("'Nightly'", "'EveryNight'", 'create azapi_resource.EveryNight_'),
    command: edit(
      'python train.py --raw',
      'python -u train.py --raw',
      'create azapi_resource.Published_Steps_train_Version-',
    ),
  },
};
