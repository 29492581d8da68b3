import { Duration } from '../../../lib/core/duration';
import { renderV1Run } from '../../../lib/data-factory/activities/private/run-pipeline-v1-body';
import {
  renderV2Run,
  renderV2Submission,
} from '../../../lib/data-factory/activities/private/run-pipeline-v2-body';
import { evaluated } from '../pipeline-language';

describe('a run of a v1 pipeline', () => {
  test('is one activity', () => {
    expect(
      renderV1Run('Train', {
        pipeline: { pipelineId: 'p1' },
        assignments: { experimentName: 'churn', parameters: {}, dataPaths: {} },
        linkedServiceName: 'ml',
      }),
    ).toEqual({
      name: 'Train',
      type: 'AzureMLExecutePipeline',
      dependsOn: [],
      userProperties: [],
      policy: {
        timeout: '0.12:00:00',
        retry: 0,
        retryIntervalInSeconds: 30,
        secureInput: false,
        secureOutput: false,
      },
      linkedServiceName: { referenceName: 'ml', type: 'LinkedServiceReference' },
      typeProperties: { mlPipelineId: 'p1', experimentName: 'churn' },
    });
  });

  test('takes everything that can be said', () => {
    const dataPath = { DataStoreName: 'raw', RelativePath: 'in' };
    expect(
      renderV1Run('Train', {
        pipeline: { pipelineEndpointId: 'e1', version: '2' },
        assignments: {
          experimentName: 'churn',
          parameters: { rate: '0.1' },
          dataPaths: { data: dataPath },
        },
        linkedServiceName: 'ml',
        continueOnStepFailure: false,
        timeout: Duration.days(1),
        retry: 2,
        retryInterval: Duration.minutes(5),
        description: 'nightly',
      }),
    ).toEqual({
      name: 'Train',
      type: 'AzureMLExecutePipeline',
      description: 'nightly',
      dependsOn: [],
      userProperties: [],
      policy: {
        timeout: '1.00:00:00',
        retry: 2,
        retryIntervalInSeconds: 300,
        secureInput: false,
        secureOutput: false,
      },
      linkedServiceName: { referenceName: 'ml', type: 'LinkedServiceReference' },
      typeProperties: {
        mlPipelineEndpointId: 'e1',
        version: '2',
        experimentName: 'churn',
        mlPipelineParameters: { rate: '0.1' },
        dataPathAssignments: { data: dataPath },
        continueOnStepFailure: false,
      },
    });
  });

  test('of an endpoint leaves the version to the endpoint when none is given', () => {
    const { typeProperties } = renderV1Run('Train', {
      pipeline: { pipelineEndpointId: 'e1' },
      assignments: { experimentName: 'churn', parameters: {}, dataPaths: {} },
      linkedServiceName: 'ml',
    });
    expect(typeProperties).toEqual({ mlPipelineEndpointId: 'e1', experimentName: 'churn' });
  });
});

const INVOCATION = {
  method: 'POST',
  uri: 'https://e.inference.ml.azure.com/jobs',
  audience: 'https://ml.azure.com',
  headers: { 'Content-Type': 'application/json', 'azureml-model-deployment': 'current' },
  body: { properties: {} },
};
const AUTHENTICATION = { type: 'MSI', resource: 'https://ml.azure.com' };
const POLICY = {
  timeout: '0.00:10:00',
  retryIntervalInSeconds: 30,
  secureInput: false,
  secureOutput: false,
};
const SUBMISSION = {
  name: 'Train',
  type: 'WebActivity',
  dependsOn: [],
  userProperties: [],
  policy: { ...POLICY, retry: 0 },
  typeProperties: {
    method: 'POST',
    url: INVOCATION.uri,
    headers: INVOCATION.headers,
    body: INVOCATION.body,
    authentication: AUTHENTICATION,
    httpRequestTimeout: '00:10:00',
  },
};
const PLAIN = { invocation: INVOCATION, authentication: AUTHENTICATION };
const CANCELLED = {
  ...PLAIN,
  cancellation: {
    jobsUri: 'https://management.azure.com/w/jobs',
    apiVersion: '2025-06-01',
    authentication: { type: 'MSI', resource: 'https://management.azure.com/' },
  },
};
const STATUS = "activity('Train status').output.properties.status";

describe('a run of a v2 pipeline', () => {
  test('that is not waited for is one request, sent once', () => {
    expect(
      renderV2Submission('Train', { invocation: INVOCATION, authentication: AUTHENTICATION }),
    ).toEqual(SUBMISSION);
  });

  test('that is waited for is asked for its status and fails with the job', () => {
    expect(
      renderV2Run('Train', { invocation: INVOCATION, authentication: AUTHENTICATION }),
    ).toEqual([
      SUBMISSION,
      {
        name: 'Train done',
        type: 'Until',
        dependsOn: [{ activity: 'Train', dependencyConditions: ['Succeeded'] }],
        userProperties: [],
        typeProperties: {
          expression: {
            type: 'Expression',
            value: `@or(or(equals(${STATUS},'Completed'),equals(${STATUS},'Failed')),equals(${STATUS},'Canceled'))`,
          },
          timeout: '0.12:00:00',
          activities: [
            {
              name: 'Train status',
              type: 'WebActivity',
              dependsOn: [],
              userProperties: [],
              policy: { ...POLICY, retry: 2 },
              typeProperties: {
                method: 'GET',
                url: {
                  type: 'Expression',
                  value: "https://e.inference.ml.azure.com/jobs/@{activity('Train').output.name}",
                },
                authentication: AUTHENTICATION,
              },
            },
            {
              name: 'Train pause',
              type: 'Wait',
              dependsOn: [{ activity: 'Train status', dependencyConditions: ['Succeeded'] }],
              userProperties: [],
              typeProperties: { waitTimeInSeconds: 120 },
            },
          ],
        },
      },
      {
        name: 'Train result',
        type: 'IfCondition',
        dependsOn: [{ activity: 'Train done', dependencyConditions: ['Succeeded'] }],
        userProperties: [],
        typeProperties: {
          expression: { type: 'Expression', value: `@not(equals(${STATUS},'Completed'))` },
          ifTrueActivities: [
            {
              name: 'Train fail',
              type: 'Fail',
              dependsOn: [],
              userProperties: [],
              typeProperties: {
                message: {
                  type: 'Expression',
                  value: `@concat('Azure Machine Learning job ',activity('Train').output.name,' ended as ',${STATUS})`,
                },
                errorCode: 'AzureMLJobNotCompleted',
              },
            },
          ],
        },
      },
    ]);
  });

  test('takes how long and how often it is waited for', () => {
    const [submission, until] = renderV2Run("Train's", {
      invocation: INVOCATION,
      authentication: AUTHENTICATION,
      timeout: Duration.hours(2),
      pollEvery: Duration.seconds(30),
      description: 'nightly',
    });
    expect(submission).toMatchObject({ description: 'nightly' });
    expect(until).toMatchObject({
      typeProperties: {
        timeout: '0.02:00:00',
        activities: [
          { typeProperties: { url: { value: expect.stringContaining("activity('Train''s')") } } },
          { typeProperties: { waitTimeInSeconds: 30 } },
        ],
      },
    });
  });

  test.each([
    ['Completed', true, false],
    ['Failed', true, true],
    ['Canceled', true, true],
    ['Running', false, true],
    ['Preparing', false, true],
  ])('whose job is %s has ended: %s, would fail: %s', (status, ended, fails) => {
    const [, until, result] = renderV2Run('Train', {
      invocation: INVOCATION,
      authentication: AUTHENTICATION,
    });
    const state = {
      outputs: {
        Train: { name: 'pipelinejob-1', properties: { name: 'bold_egg' } },
        'Train status': { properties: { status } },
      },
    };
    const read = (activity: unknown): unknown => {
      const { typeProperties } = activity as {
        readonly typeProperties: { readonly expression: { readonly value: string } };
      };
      return evaluated(typeProperties.expression.value, state);
    };
    expect(read(until)).toBe(ended);
    expect(read(result)).toBe(fails);
  });

  test('that is late is cancelled, and the run fails however that ended', () => {
    const [, until, cancel, result, ...more] = renderV2Run('Train', CANCELLED);
    expect(until).toEqual(renderV2Run('Train', PLAIN)[1]);
    expect(cancel).toEqual({
      name: 'Train cancel',
      type: 'WebActivity',
      dependsOn: [{ activity: 'Train done', dependencyConditions: ['Failed'] }],
      userProperties: [],
      policy: { ...POLICY, retry: 2 },
      typeProperties: {
        method: 'POST',
        url: {
          type: 'Expression',
          value:
            "https://management.azure.com/w/jobs/@{activity('Train').output.name}/cancel?api-version=2025-06-01",
        },
        headers: { 'Content-Type': 'application/json' },
        body: {},
        authentication: { type: 'MSI', resource: 'https://management.azure.com/' },
        turnOffAsync: true,
      },
    });
    expect(result).toMatchObject({
      name: 'Train result',
      type: 'IfCondition',
      dependsOn: [
        { activity: 'Train done', dependencyConditions: ['Completed'] },
        { activity: 'Train cancel', dependencyConditions: ['Succeeded', 'Failed', 'Skipped'] },
      ],
    });
    expect(more).toEqual([]);
  });

  test.each([
    ['Completed', false, 'Azure Machine Learning job pipelinejob-1 ended as Completed'],
    ['Failed', true, 'Azure Machine Learning job pipelinejob-1 ended as Failed'],
    [
      'Running',
      true,
      "Azure Machine Learning job pipelinejob-1 was not seen to end within 0.12:00:00; its last known status is Running. It was to be cancelled by the activity Train's cancel",
    ],
    [
      undefined,
      true,
      "Azure Machine Learning job pipelinejob-1 was not seen to end within 0.12:00:00; its last known status is unknown. It was to be cancelled by the activity Train's cancel",
    ],
  ])('that may be cancelled and was last %s: fails %s, saying so', (status, fails, message) => {
    const [, , , result] = renderV2Run("Train's", CANCELLED);
    const { expression, ifTrueActivities } = result?.typeProperties as {
      expression: { value: string };
      ifTrueActivities: readonly [{ typeProperties: { message: { value: string } } }];
    };
    const state = {
      outputs: {
        "Train's": { name: 'pipelinejob-1' },
        ...(status === undefined ? {} : { "Train's status": { properties: { status } } }),
      },
    };
    const read = (text: string): unknown => evaluated(text.replaceAll("''s", "\\'s"), state);
    expect(read(expression.value)).toBe(fails);
    expect(read(ifTrueActivities[0].typeProperties.message.value)).toBe(message);
  });

  test('says which job failed', () => {
    const [, , result] = renderV2Run('Train', {
      invocation: INVOCATION,
      authentication: AUTHENTICATION,
    });
    const { ifTrueActivities } = result?.typeProperties as {
      ifTrueActivities: readonly [{ typeProperties: { message: { value: string } } }];
    };
    expect(
      evaluated(ifTrueActivities[0].typeProperties.message.value, {
        outputs: {
          Train: { name: 'pipelinejob-1' },
          'Train status': { properties: { status: 'Canceled' } },
        },
      }),
    ).toBe('Azure Machine Learning job pipelinejob-1 ended as Canceled');
  });
});
