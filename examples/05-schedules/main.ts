// Schedules of every kind: of a published pipeline, which Azure Machine Learning keeps, and of pipelines that
// only have a URL, which a Logic App keeps at the same times.
import { App } from 'cdktf';
import {
  BlobDatastore,
  Cron,
  MlStack,
  PipelineArgument,
  PipelineEndpoint,
  PublishedPipeline,
  Recurrence,
  RecurrenceFrequency,
  Schedule,
  Summary,
  WeekDay,
  Workspace,
} from 'cdktf-azureml';

const subscriptionId = process.env.ARM_SUBSCRIPTION_ID ?? '00000000-0000-0000-0000-000000000000';
const groupId = `/subscriptions/${subscriptionId}/resourceGroups/rg-scoring`;
const workspaceId = `${groupId}/providers/Microsoft.MachineLearningServices/workspaces/mlw-scoring`;

const app = new App();
const stack = new MlStack(app, 'schedules', { subscriptionId, location: 'westeurope' });

// What exists already, by id.
const workspace = Workspace.fromWorkspaceAttributes(stack, 'Workspace', { workspaceId });
const store = BlobDatastore.fromDatastoreName(stack, 'Store', workspace, 'workspaceblobstore');
const scoring = PublishedPipeline.fromBatchEndpointAttributes(stack, 'Scoring', {
  workspace,
  endpointName: 'scoring',
  componentId: `${workspaceId}/components/scoring/versions/3`,
});
const legacy = PublishedPipeline.fromV1PipelineId(stack, 'Legacy', {
  workspace,
  pipelineId: '9a1f3c52-6f0e-4f0b-8a56-2f6f6f0d1c11',
  name: 'legacy-scoring',
});
const versioned = PipelineEndpoint.fromV1EndpointId(stack, 'Versioned', {
  workspace,
  pipelineEndpointId: '5b0c1d2e-3f40-4152-8637-48596a7b8c9d',
  name: 'legacy-endpoint',
});

// Every 15 minutes within an office's hours, on working days.
new Schedule(stack, 'Office', {
  pipeline: scoring,
  trigger: Cron.of('*/15 8-17 * * 1-5', { timeZone: 'Europe/Berlin' }),
});
// In the words of the v1 SDK: a time of day, every other week.
new Schedule(stack, 'Fortnightly', {
  pipeline: scoring,
  trigger: Recurrence.of({
    frequency: RecurrenceFrequency.WEEK,
    interval: 2,
    weekDays: [WeekDay.MONDAY],
    timeOfDay: '06:00',
    startTime: '2026-01-05T00:00:00',
    timeZone: 'Europe/Berlin',
  }),
});
// At the end of a month, for a year, with other values and another experiment; it is not on yet.
new Schedule(stack, 'Monthly', {
  pipeline: scoring,
  trigger: Recurrence.monthly({ at: '04:30', days: [1], endTime: '2027-12-31T00:00:00' }),
  arguments: { customers: PipelineArgument.folder(store, 'closed/last-month') },
  experimentName: 'monthly-report',
  continueOnStepFailure: true,
  enabled: false,
});

// The same construct for pipelines of the v1 SDK: each becomes a Logic App.
new Schedule(stack, 'Legacy15', {
  pipeline: legacy,
  trigger: Recurrence.everyMinutes(15),
  experimentName: 'scoring',
  arguments: { threshold: PipelineArgument.literal(0.5) },
});
const nightly = new Schedule(stack, 'LegacyNightly', {
  pipeline: versioned,
  trigger: Cron.of('30 4 * * *', { timeZone: 'America/New_York' }),
  experimentName: 'scoring',
});

app.synth();
console.log(Summary.of(app).toText());
console.log(`After 2026: ${String(nightly.nextRuns(1, new Date('2027-01-01T00:00:00Z'))[0])}`);
