import {
  ChangeAction,
  DifferenceKind,
  type PlanValue,
  type ResourceChange,
  ReviewSource,
} from '../../../lib/review/model';
import { Review } from '../../../lib/review/review';
import { changed, NOW, stackOf } from '../meaning/fixtures';

function cluster(size: string): PlanValue {
  return {
    vm_size: size,
    local_auth_enabled: false,
    node_public_ip_enabled: false,
    scale_settings: [{ min_node_count: 0, max_node_count: 4 }],
  };
}

function schedule(hour: number): PlanValue {
  return {
    body: {
      properties: {
        trigger: {
          triggerType: 'Recurrence',
          frequency: 'Day',
          interval: 1,
          timeZone: 'W. Europe Standard Time',
          schedule: { hours: [hour], minutes: [0] },
        },
      },
    },
  };
}

const STORAGE = {
  allow_nested_items_to_be_public: false,
  public_network_access_enabled: false,
};

/** A replaced cluster, a schedule that moves, an account that takes keys, an uploaded file. */
export const SAMPLE_CHANGES: readonly ResourceChange[] = [
  changed({
    address: 'azurerm_machine_learning_compute_cluster.Cpu_E6EA7902',
    label: 'cpu',
    action: ChangeAction.REPLACE,
    forcedBy: [['vm_size']],
    before: cluster('STANDARD_DS3_V2'),
    after: cluster('STANDARD_DS4_V2'),
    differences: [
      {
        path: ['vm_size'],
        kind: DifferenceKind.CHANGED,
        before: 'STANDARD_DS3_V2',
        after: 'STANDARD_DS4_V2',
      },
    ],
  }),
  changed({
    address: 'azapi_resource.Nightly_C44EE0A7',
    armType: 'Microsoft.MachineLearningServices/workspaces/schedules',
    label: 'churn-nightly',
    before: schedule(2),
    after: schedule(4),
    differences: [
      {
        path: ['body', 'properties', 'trigger', 'schedule', 'hours', '0'],
        kind: DifferenceKind.CHANGED,
        before: 2,
        after: 4,
      },
    ],
  }),
  changed({
    address: 'azurerm_storage_account.Data_0A1B2C3D',
    label: 'stdata',
    before: { ...STORAGE, shared_access_key_enabled: false },
    after: { ...STORAGE, shared_access_key_enabled: true },
  }),
  changed({
    address: 'azurerm_storage_blob.Workspace_Code-e5ce_File_92AB2375["train.py"]',
    label: 'churn/train.py',
    after: { name: 'churn/train.py' },
  }),
];

/** A review of it all. */
export const SAMPLE = Review.of(
  {
    stacks: [
      stackOf(SAMPLE_CHANGES, {
        outputs: [{ name: 'endpoint', action: ChangeAction.UPDATE, before: 'a', after: 'b' }],
        notes: ['the plan was made with targets'],
      }),
    ],
    source: ReviewSource.PLAN,
  },
  {
    now: NOW,
    prices: { currency: 'EUR', hourly: { Standard_DS3_v2: 0.25, Standard_DS4_v2: 0.5 } },
  },
);
