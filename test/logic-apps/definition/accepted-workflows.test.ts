import { validateWorkflow } from '../../../lib/logic-apps/definition/validate-workflow';

interface Json {
  readonly [key: string]: unknown;
}

const NAME = "@parameters('$connections')['files']['connectionId']";
const DECLARED = { $connections: { type: 'Object', defaultValue: {} } };
const TEMPLATE_ID = (connector: string) =>
  `[subscriptionResourceId('Microsoft.Web/locations/managedApis', parameters('place'), '${connector}')]`;

function codes(document: unknown): readonly string[] {
  return validateWorkflow(document).map(({ code }) => code);
}

function definition(actions: Json, triggers: Json = { Called: { type: 'Request' } }): Json {
  return { contentVersion: '1.0.0.0', parameters: DECLARED, triggers, actions };
}

/** A trigger that asks a connector which files are new. */
function polling(inputs: Json, more: Json = {}): Json {
  const host = { connection: { name: NAME } };
  return {
    Found: {
      type: 'ApiConnection',
      recurrence: { frequency: 'Hour', interval: 1 },
      inputs: { host, method: 'get', ...inputs },
      ...more,
    },
  };
}

const FIRST_VERSION = {
  path: '/datasets/default/triggers/batch/onupdatedfile',
  queries: { folderId: 'JTJmbmV3' },
};

/** What a resource is, with one connection named files. */
function resource(triggers: Json, connection: Json, more: Json = { location: 'westeurope' }): Json {
  return {
    ...more,
    properties: {
      definition: definition({}, triggers),
      parameters: {
        $connections: { value: { files: { connectionId: '/c', ...connection } } },
      },
    },
  };
}

const WITH_KEY = { id: '/x/managedApis/azureblob' };
const WITH_IDENTITY = {
  ...WITH_KEY,
  connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } },
};
const IDENTITY = { location: 'westeurope', identity: { type: 'SystemAssigned' } };
const SPLIT = { splitOn: '@triggerBody()' };

describe('what the service takes is no fault:', () => {
  test('types, states and ends in any case', () => {
    const document = definition(
      {
        Each: {
          type: 'foreach',
          foreach: '@triggerBody()',
          actions: { Post: { type: 'HTTP', inputs: { method: 'POST', uri: 'https://x' } } },
        },
        Stop: {
          type: 'terminate',
          runAfter: { Each: ['SUCCEEDED', 'TimedOut'] },
          inputs: { runStatus: 'succeeded' },
        },
        Last: { type: 'Compose', inputs: "@items('Each')", runAfter: { Stop: ['skipped'] } },
      },
      { Called: { type: 'request' } },
    );
    expect(codes(document)).toEqual([]);
  });

  test.each([
    '@triggerBody().$content',
    "@concat(triggerOutputs()?.headers.x-file-name, 'a')",
    '@{trigger()?.größe[0]?.a1}',
    '@add(+1, -2)',
  ])('the expression %s', (inputs) => {
    expect(codes(definition({ Note: { type: 'Compose', inputs } }))).toEqual([]);
  });

  test.each(['@triggerBody()..a', '@triggerBody().', "@triggerBody().'a'", '@add(+, 2)'])(
    'but not %s',
    (inputs) => {
      expect(codes(definition({ Note: { type: 'Compose', inputs } }))).toEqual([
        'WorkflowExpressionInvalid',
      ]);
    },
  );

  test('a scope without actions, and a workflow without them', () => {
    expect(codes(definition({ Later: { type: 'Scope' } }))).toEqual([]);
    expect(codes({ triggers: { Called: { type: 'Request' } } })).toEqual([]);
  });

  test('what stands in an action whose type is written in another case is still looked at', () => {
    const actions = { Inner: { type: 'Http', inputs: { method: 'GET' } } };
    expect(codes(definition({ Group: { type: 'scope', actions } }))).toEqual([
      'WorkflowKeyMissing',
    ]);
  });

  test.each<[string, Json]>([
    ['a key', resource(polling(FIRST_VERSION, SPLIT), WITH_KEY)],
    ['identity none', resource(polling(FIRST_VERSION, SPLIT), WITH_KEY, noIdentity())],
  ])('the first version of the blob trigger with a connection that has %s', (_, document) => {
    expect(codes(document)).toEqual([]);
  });

  test('a loop over all blobs instead of one run for each', () => {
    const each = { Each: { type: 'Foreach', foreach: '@triggerBody()', actions: {} } };
    const path = '/v2/datasets/st/triggers/batch/onupdatedfile';
    const trigger = polling({ path, queries: { folderId: 'JTJGbmV3' } });
    expect(codes(definition(each, trigger))).toEqual([]);
  });

  test('the same trigger of another connector', () => {
    const trigger = polling({ ...FIRST_VERSION, queries: { folderId: '/new' } });
    expect(codes(resource(trigger, { id: '/x/managedApis/sftpwithssh' }, IDENTITY))).toEqual([]);
  });

  test.each(['/x/managedApis/office365', TEMPLATE_ID('office365')])(
    'a connection of a connector that knows no identities: %s',
    (id) => {
      expect(codes(resource(polling({ path: '/new' }), { id }, IDENTITY))).toEqual([]);
    },
  );

  test.each<[string, string]>([
    ['the run', "@parameters('$connections')[parameters('$connections')]['connectionId']"],
    ['the deployment', "[concat('@parameters(''$connections'')[''', variables('c'), ''']')]"],
    ['Terraform', '${azurerm_api_connection.c.id}'],
  ])('a connection that only %s tells', (_, name) => {
    const trigger = polling({ path: '/new', host: { connection: { name } } });
    expect(codes(resource(trigger, WITH_IDENTITY))).toEqual([]);
  });

  test('connections that are declared as secret', () => {
    const parameters = { $connections: { type: 'secureObject' } };
    const document = { ...definition({}, polling({ path: '/new' })), parameters };
    expect(codes(document)).toEqual([]);
  });

  test('connections that a template gives elsewhere', () => {
    const document = {
      properties: {
        definition: definition({}, polling({ path: '/new' })),
        parameters: { $connections: { value: "[parameters('connections')]" } },
      },
    };
    expect(codes(document)).toEqual([]);
  });
});

describe('of an ARM template', () => {
  const workflow = (uri: string) => ({
    type: 'microsoft.logic/workflows',
    location: '[resourceGroup().location]',
    properties: {
      definition: definition({ Post: { type: 'Http', inputs: { method: 'POST', uri } } }),
    },
  });

  test('the expressions are not looked into', () => {
    const uri = "[concat('https://x/@{encodeURIComponent(''', parameters('id'), ''')}')]";
    expect(codes({ resources: [workflow(uri)] })).toEqual([]);
    expect(codes({ resources: [workflow('[@{unknown()}]')] })).toEqual(['WorkflowFunctionUnknown']);
  });

  test('every workflow is looked at, also in templates within it', () => {
    const bad = workflow('@nothing()');
    const inner = { properties: { template: { resources: { Named: bad } } } };
    const resources = [{ type: 'Microsoft.Web/connections' }, bad, inner];
    expect(validateWorkflow({ resources }).map(({ property }) => property)).toEqual([
      'resources[1].properties.definition.actions.Post.inputs.uri',
      'resources[2].properties.template.resources.Named.properties.definition.actions.Post.inputs.uri',
    ]);
  });

  test('without a workflow nothing can be said', () => {
    expect(codes({ resources: [null, 1, { type: 'Microsoft.Logic/workflows' }] })).toEqual([
      'WorkflowDocumentInvalid',
    ]);
  });
});

describe('what fails when it runs is still told:', () => {
  const trigger = polling(FIRST_VERSION, SPLIT);

  test('the first version of the blob trigger where an identity reads the blobs', () => {
    expect(codes(resource(trigger, WITH_IDENTITY, IDENTITY))).toEqual(['WorkflowBlobPathOutdated']);
  });

  test.each<[string, Json]>([
    ['by its id', { id: '/x/managedApis/azurequeues' }],
    ['by the id of a template', { id: TEMPLATE_ID('azurequeues') }],
    ['that nobody can tell', { id: "[concat(variables('managedApis'), parameters('api'))]" }],
  ])('a missing authentication of a connector %s', (_, connection) => {
    expect(codes(resource(polling({ path: '/new' }), connection, IDENTITY))).toEqual([
      'WorkflowConnectionUnauthenticated',
    ]);
  });
});

function noIdentity(): Json {
  return { location: 'westeurope', identity: { type: 'none' } };
}
