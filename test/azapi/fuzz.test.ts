import { AzapiResource, AzapiResourceAction, AzapiUpdateResource } from '../../lib';
import { fuzzProps } from '../support/fuzz';

const TYPE = 'Microsoft.Logic/workflows@2019-05-01';
const ID = '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Logic/workflows/la';
const SHARED = {
  type: TYPE,
  body: { properties: {} },
  sensitiveBody: { properties: {} },
  retry: { errorMessageRegex: ['x'] },
  timeouts: { create: '5m' },
  locks: [ID],
};

fuzzProps(
  'an azapi resource',
  () => ({
    ...SHARED,
    name: 'la',
    parentId: '/subscriptions/s',
    identity: { type: 'SystemAssigned' },
  }),
  (scope, props) => new AzapiResource(scope, 'It', props),
);

fuzzProps(
  'an azapi update',
  () => ({ ...SHARED, resourceId: ID }),
  (scope, props) => new AzapiUpdateResource(scope, 'It', props),
);

fuzzProps(
  'an azapi action',
  () => ({ ...SHARED, resourceId: ID }),
  (scope, props) => new AzapiResourceAction(scope, 'It', props),
);
