import type { GoldenCase } from '../golden-case';

function creation(example: string, one: Omit<GoldenCase, 'name' | 'plans'>): GoldenCase {
  return { name: `create-${example}`, plans: [{ example, base: 'nothing' }], ...one };
}

/** Every example, made from nothing. */
export const CREATIONS: readonly GoldenCase[] = [
  creation('01-quickstart', {
    verdict: 'Changes: 40 to create and 2 outputs changed',
    says: [
      'medium mlw-churn can be reached from public networks (public-network-access)',
      'low cpu gives its nodes public IP addresses (node-public-ip)',
      'identity cpu now has Storage Blob Data Reader on raw',
      'create compute cluster cpu\n  - size STANDARD_DS3_V2, 0 to 4 nodes',
      'identity adf-churn may now run pipelines of mlw-churn',
      'polls every 5 minutes\n  - 1 action: Run_pipeline',
      'runs every day at 04:30, Europe/Berlin, next runs 2026-11-23 04:30, 2026-11-24 04:30, 2026-11-25 04:30',
      '7 activities: Train, Train done, Train done / Train status',
      'runs version 2a44d283 of pipeline churn',
      'callers get deployment current',
      'starts Orchestrate every week on Monday at 06:00, Europe/Berlin',
      'cpu can cost more: nothing → 0 to 96 node hours a day of STANDARD_DS3_V2',
      'create 2 code versions 28f15273, e5ce0407',
    ],
    findings: [
      'medium public-network-access kv-mlwchurn-a5b53d83',
      'medium public-network-access mlw-churn',
      'medium public-network-access stmlwchurna5b53d83',
      'low node-public-ip cpu',
    ],
  }),
  creation('02-existing-v1-pipeline', {
    verdict: 'Changes: 10 to create',
    says: [
      'medium la-on-new-blob-dc9dd164 calls a pipeline of the v1 SDK (retired-object)',
      'Support of the v1 SDK ended on 30 June 2026',
      'medium Orchestrate activity Score runs a pipeline of the v1 SDK (retired-object)',
      'identity adf-legacy-triggers may now run pipelines of mlw-legacy',
      'identity la-on-new-blob-dc9dd164 now has Storage Blob Data Reader on inbox',
      'polls every 5 minutes',
      '1 activity: Score',
    ],
    findings: [
      'medium retired-object Orchestrate',
      'medium retired-object la-on-new-blob-dc9dd164',
    ],
  }),
  creation('03-train-and-publish', {
    verdict: 'Changes: 31 to create and 2 outputs changed',
    says: [
      'create compute cluster cpu\n  - size STANDARD_DS3_V2, 0 to 4 nodes',
      'create compute cluster memory\n  - size STANDARD_E8S_V3, 0 to 2 nodes',
      'pipeline features: version 74d98660 is new',
      'step train_evaluate: version f67c80c5 is new',
      'memory can cost more: nothing → 0 to 48 node hours a day of STANDARD_E8S_V3',
      'create 6 uploaded files reference/plans.csv',
    ],
    findings: [
      'medium public-network-access kv-mlwtrain-dacad791',
      'medium public-network-access mlw-train',
      'medium public-network-access stmlwtraindacad791',
      'low node-public-ip cpu',
      'low node-public-ip memory',
    ],
  }),
  creation('04-pipeline-versions', {
    verdict: 'Changes: 24 to create and 2 outputs changed',
    says: [
      'runs every month on day 1 at 05:30, Europe/Berlin, next runs 2026-12-01 05:30, 2027-01-01 05:30, 2027-02-01 05:30',
      'runs every day at 04:30, Europe/Berlin',
      'pipeline scoring: version 4342a17d is new',
      'create batch deployment version-2026-09',
      'callers get deployment version-2026-11',
    ],
    findings: [
      'medium public-network-access kv-mlwversions-a8b4a428',
      'medium public-network-access mlw-versions',
      'medium public-network-access stmlwversionsa8b4a428',
      'low node-public-ip cpu',
    ],
  }),
  creation('05-schedules', {
    verdict: 'Changes: 11 to create and 1 output changed',
    says: [
      'runs every 15 minutes, next runs 2026-11-22 12:00, 2026-11-22 12:15, 2026-11-22 12:30',
      'runs every day at 04:30, America/New_York, next runs 2026-11-23 04:30',
      'runs every 2 weeks on Monday at 06:00, Europe/Berlin, from 2026-01-05T00:00:00, next runs 2026-11-23 06:00, 2026-12-07 06:00, 2026-12-21 06:00',
      'runs every month on day 1 at 04:30, Etc/UTC, until 2027-12-31T00:00:00, paused',
      'runs every 15 minutes from 08:00 to 17:45 on Monday to Friday, Europe/Berlin, next runs 2026-11-23 08:00',
      'create 3 requests',
      'nothing is sent now',
    ],
    findings: [
      'medium retired-object la-legacy-nightly-workflow-f60ad2bb',
      'medium retired-object la-legacy15-workflow-de21c3b9',
    ],
  }),
  creation('06-blob-trigger', {
    verdict: 'Changes: 15 to create',
    says: [
      'medium la-on-change-trigger-d869ce52 calls a pipeline of the v1 SDK (retired-object)',
      'polls every 5 minutes',
      'identity la-on-new-data-a2800825 now has Storage Blob Data Contributor on results',
      'polls every minute',
      'create container inbox',
    ],
    findings: [
      'medium public-network-access stblobtrigger',
      'medium retired-object la-on-change-trigger-d869ce52',
    ],
  }),
  creation('07-event-grid', {
    verdict: 'Changes: 30 to create',
    says: [
      'identity la-on-csv-workflow-9d8c1009 may now run pipelines of mlw-scoring',
      'identity la-on-csv-workflow-9d8c1009 now has Storage Blob Data Reader on inbox',
      'create event subscription events-on-csv-store-49538052',
      '6 actions: Delete_message, Event, First_delivery, Forget_duplicate',
    ],
    findings: [
      'medium public-network-access steventstore',
      'medium retired-object la-on-legacy-file-workflow-8b10c291',
    ],
  }),
  creation('08-data-factory', {
    verdict: 'Changes: 22 to create',
    says: [
      'identity adf-orchestration now has Key Vault Secrets User on kv-ml',
      '7 activities: Copy, List, Clean each, Clean each / Clean, Anything there',
      '3 activities: Prepare, Train and Tell',
      'starts Train every week on Monday, Tuesday, Wednesday, Thursday and Friday at 06:30, Europe/Berlin',
      'starts Prepare for windows of 24 hours',
      'create request Factory_Weekdays_State: sends start',
    ],
    findings: [
      'medium public-network-access storchestration',
      'medium retired-object Train',
      'medium retired-object TrainOnly',
    ],
  }),
];
