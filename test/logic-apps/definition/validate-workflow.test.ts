import fc from 'fast-check';
import { validateWorkflow } from '../../../lib/logic-apps/definition/validate-workflow';

interface Json {
  [key: string]: unknown;
}

/** A workflow that is in order, as its resource holds it. */
function workflow(): Json {
  return {
    properties: {
      state: 'Enabled',
      parameters: {
        $connections: {
          value: {
            azureblob: {
              connectionId: '/c',
              connectionName: 'azureblob',
              id: '/m',
              connectionProperties: { authentication: { type: 'ManagedServiceIdentity' } },
            },
          },
        },
      },
      definition: {
        $schema: 'https://example.org/workflowdefinition.json#',
        contentVersion: '1.0.0.0',
        parameters: { $connections: { defaultValue: {}, type: 'Object' }, uri: { type: 'String' } },
        triggers: {
          Blob: {
            type: 'ApiConnection',
            recurrence: { frequency: 'Minute', interval: 5 },
            splitOn: '@triggerBody()',
            inputs: {
              host: {
                connection: { name: "@parameters('$connections')['azureblob']['connectionId']" },
              },
              method: 'get',
              path: "/v2/datasets/@{encodeURIComponent(encodeURIComponent('st'))}/triggers/batch/onupdatedfile",
              queries: { folderId: 'JTJmaW5jb21pbmc=' },
            },
          },
        },
        actions: {
          Submit: {
            type: 'Http',
            runAfter: {},
            inputs: {
              method: 'POST',
              uri: "@parameters('uri')",
              body: { mail: 'a@@b', path: "@{triggerBody()?['Path']}", '@odata.type': 'x' },
            },
          },
          Each: {
            type: 'Foreach',
            foreach: "@body('Submit')?['value']",
            runAfter: { Submit: ['Succeeded', 'TimedOut'] },
            actions: {
              Check: {
                type: 'If',
                expression: "@equals(items('Each')?.kind, 'it''s')",
                actions: { Note: { type: 'Compose', inputs: '@{add(1, -2.5e1)} of @{true}' } },
                else: { actions: { Stop: { type: 'Terminate', inputs: { runStatus: 'Failed' } } } },
              },
            },
          },
        },
        outputs: {},
      },
    },
  };
}

type Path = readonly string[];

/** The workflow with something put at a path, or taken away. */
function changed(path: Path, value?: unknown): Json {
  const document = workflow();
  let place: Json = document;
  for (const key of path.slice(0, -1)) place = place[key] as Json;
  const last = path.at(-1) ?? '';
  if (value === undefined) Reflect.deleteProperty(place, last);
  else place[last] = value;
  return document;
}

const DEFINITION = ['properties', 'definition'];
const TRIGGER = [...DEFINITION, 'triggers', 'Blob'];
const SUBMIT = [...DEFINITION, 'actions', 'Submit'];
const EACH = [...DEFINITION, 'actions', 'Each'];
const CHECK = [...EACH, 'actions', 'Check'];

const MISTAKES: readonly (readonly [string, string, Path, unknown])[] = [
  [
    'a V2 path with the segment of V1',
    'WorkflowBlobPathOutdated',
    [...TRIGGER, 'inputs', 'path'],
    '/v2/datasets/default/triggers/batch/onupdatedfile',
  ],
  [
    'a V1 path',
    'WorkflowBlobPathOutdated',
    [...TRIGGER, 'inputs', 'path'],
    '/datasets/default/triggers/batch/onupdatedfile',
  ],
  [
    'a bare folder id',
    'WorkflowFolderIdBare',
    [...TRIGGER, 'inputs', 'queries', 'folderId'],
    '/incoming',
  ],
  [
    'a folder id with unencoded slashes',
    'WorkflowFolderIdBare',
    [...TRIGGER, 'inputs', 'queries', 'folderId'],
    'L2luY29taW5n',
  ],
  ['a missing splitOn', 'WorkflowSplitOnMissing', [...TRIGGER, 'splitOn'], undefined],
  [
    'undeclared $connections',
    'WorkflowConnectionsUndeclared',
    [...DEFINITION, 'parameters', '$connections'],
    undefined,
  ],
  [
    'a misspelt run-after state',
    'WorkflowRunAfterStateUnknown',
    [...EACH, 'runAfter', 'Submit'],
    ['Succeded'],
  ],
  ['no run-after state', 'WorkflowRunAfterStateUnknown', [...EACH, 'runAfter', 'Submit'], []],
  [
    'a connection without authentication',
    'WorkflowConnectionUnauthenticated',
    ['properties', 'parameters', '$connections', 'value', 'azureblob', 'connectionProperties'],
    undefined,
  ],
  [
    'a connection that is not given',
    'WorkflowConnectionUnknown',
    [...TRIGGER, 'inputs', 'host', 'connection', 'name'],
    "@parameters('$connections')['azureblobs']['connectionId']",
  ],
  [
    'a connection without an id',
    'WorkflowConnectionUnknown',
    ['properties', 'parameters', '$connections', 'value', 'azureblob', 'id'],
    undefined,
  ],
  ['an unknown type of action', 'WorkflowTypeUnknown', [...SUBMIT, 'type'], 'Htpp'],
  ['an unknown type of trigger', 'WorkflowTypeUnknown', [...TRIGGER, 'type'], 'Blob'],
  ['a missing key of an action', 'WorkflowKeyMissing', [...SUBMIT, 'inputs', 'uri'], undefined],
  ['a missing key of a trigger', 'WorkflowKeyMissing', [...TRIGGER, 'recurrence'], undefined],
  [
    'a run-after of nothing',
    'WorkflowRunAfterUnknown',
    [...EACH, 'runAfter'],
    { Sumbit: ['Succeeded'] },
  ],
  [
    'a run-after of an action in another',
    'WorkflowRunAfterUnknown',
    [...SUBMIT, 'runAfter'],
    { Check: ['Succeeded'] },
  ],
  [
    'a run-after of itself',
    'WorkflowRunAfterCycle',
    [...SUBMIT, 'runAfter'],
    { Submit: ['Succeeded'] },
  ],
  ['a circle', 'WorkflowRunAfterCycle', [...SUBMIT, 'runAfter'], { Each: ['Succeeded'] }],
  [
    'an undeclared parameter',
    'WorkflowParameterUndeclared',
    [...SUBMIT, 'inputs', 'uri'],
    "@parameters('url')",
  ],
  ['an open bracket', 'WorkflowExpressionInvalid', [...SUBMIT, 'inputs', 'uri'], "@concat('a'"],
  [
    'an open interpolation',
    'WorkflowExpressionInvalid',
    [...SUBMIT, 'inputs', 'uri'],
    "x@{concat('a')",
  ],
  ['text without quotes', 'WorkflowExpressionInvalid', [...SUBMIT, 'inputs', 'uri'], '@concat(a)'],
  [
    'text after an expression',
    'WorkflowExpressionInvalid',
    [...SUBMIT, 'inputs', 'uri'],
    "@concat('a') b",
  ],
  [
    'an unknown function',
    'WorkflowFunctionUnknown',
    [...SUBMIT, 'inputs', 'uri'],
    "@concatenate('a')",
  ],
  [
    'an action that is not there',
    'WorkflowReferenceUnknown',
    [...EACH, 'foreach'],
    "@body('Sumbit')",
  ],
  [
    'a loop that is not there',
    'WorkflowReferenceUnknown',
    [...CHECK, 'expression'],
    "@equals(items('Loop'), 1)",
  ],
  [
    'a variable that is not there',
    'WorkflowReferenceUnknown',
    [...CHECK, 'expression'],
    "@equals(variables('x'), 1)",
  ],
  [
    'a name that is taken',
    'WorkflowDefinitionNameInvalid',
    [...CHECK, 'actions', 'submit'],
    { type: 'Compose', inputs: 1 },
  ],
  [
    'a long name',
    'WorkflowDefinitionNameInvalid',
    [...DEFINITION, 'actions', 'x'.repeat(81)],
    { type: 'Compose', inputs: 1 },
  ],
  [
    'an unknown end',
    'WorkflowRunStatusUnknown',
    [...CHECK, 'else', 'actions', 'Stop', 'inputs', 'runStatus'],
    'Canceled',
  ],
  [
    'too many triggers',
    'WorkflowLimitExceeded',
    [...DEFINITION, 'triggers'],
    Object.fromEntries(
      Array.from({ length: 11 }, (_, index) => [`t${String(index)}`, { type: 'Request' }]),
    ),
  ],
];

describe('a workflow', () => {
  test('that is in order has no problems', () => {
    expect(validateWorkflow(workflow())).toEqual([]);
  });

  test('is read from its resource, from what holds its definition, and from the definition', () => {
    const { properties } = changed([...SUBMIT, 'type'], 'Htpp') as { properties: Json };
    expect(validateWorkflow({ properties }).map(({ property }) => property)).toEqual([
      'properties.definition.actions.Submit.type',
    ]);
    expect(validateWorkflow(properties).map(({ property }) => property)).toEqual([
      'definition.actions.Submit.type',
    ]);
    expect(validateWorkflow(properties['definition']).map(({ property }) => property)).toEqual([
      'actions.Submit.type',
    ]);
  });

  test.each(MISTAKES)('with %s is told so: %s', (_, code, path, value) => {
    const codes = new Set(validateWorkflow(changed(path, value)).map((found) => found.code));
    expect([...codes]).toEqual([code]);
  });

  test('that is none is told so', () => {
    for (const none of [undefined, null, 1, 'x', [], {}, { definition: {} }, { actions: {} }]) {
      expect(validateWorkflow(none).map(({ code }) => code)).toEqual(['WorkflowDocumentInvalid']);
    }
  });

  test('suggests what may have been meant', () => {
    const [found] = validateWorkflow(changed([...EACH, 'runAfter', 'Submit'], ['Succeded']));
    expect(found?.fix).toBe('did you mean Succeeded');
    const [folder] = validateWorkflow(
      changed([...TRIGGER, 'inputs', 'queries', 'folderId'], 'incoming/'),
    );
    expect(folder?.fix).toBe('use JTJmaW5jb21pbmc=');
  });

  test('may be any JSON without anything thrown', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (triggers, actions) => {
        expect(() => validateWorkflow({ triggers, actions })).not.toThrow();
      }),
    );
  });
});
