import { DataFactoryParameter } from '../../lib/data-factory';
import { renderDataFactoryPipelineBody } from '../../lib/data-factory/private/data-factory-pipeline-body';

const ACTIVITY = { name: 'a', type: 'Wait', dependsOn: [], typeProperties: {} };

describe('the body of a data factory pipeline', () => {
  test('has its lists also when they are empty', () => {
    expect(
      renderDataFactoryPipelineBody({ activities: [], parameters: {}, annotations: [] }),
    ).toEqual({ properties: { activities: [], annotations: [] } });
  });

  test('has everything that can be said', () => {
    expect(
      renderDataFactoryPipelineBody({
        activities: [ACTIVITY],
        parameters: {
          text: DataFactoryParameter.string(''),
          count: DataFactoryParameter.int(0),
          rate: DataFactoryParameter.float(0.5),
          fresh: DataFactoryParameter.bool(false),
          needed: DataFactoryParameter.string(),
        },
        description: 'nightly',
        concurrency: 2,
        folder: 'train/daily',
        annotations: ['ml'],
      }),
    ).toEqual({
      properties: {
        description: 'nightly',
        activities: [ACTIVITY],
        parameters: {
          text: { type: 'String', defaultValue: '' },
          count: { type: 'Int', defaultValue: 0 },
          rate: { type: 'Float', defaultValue: 0.5 },
          fresh: { type: 'Bool', defaultValue: false },
          needed: { type: 'String' },
        },
        concurrency: 2,
        folder: { name: 'train/daily' },
        annotations: ['ml'],
      },
    });
  });
});
