import { CondaFile } from '../../../lib/machine-learning/environment/conda-file';
import { renderEnvironmentBody } from '../../../lib/machine-learning/environment/private/environment-body';

describe('the body of an environment version', () => {
  test('holds the image and its system', () => {
    expect(renderEnvironmentBody({ image: 'python:3.11' })).toEqual({
      properties: { image: 'python:3.11', osType: 'Linux' },
    });
  });

  test('holds packages, description and tags', () => {
    expect(
      renderEnvironmentBody({
        image: 'python:3.11',
        conda: CondaFile.fromText('dependencies:\r\n  - pip\r\n'),
        description: 'with pip',
        tags: { team: 'churn' },
      }),
    ).toEqual({
      properties: {
        image: 'python:3.11',
        osType: 'Linux',
        condaFile: 'dependencies:\n  - pip\n',
        description: 'with pip',
        tags: { team: 'churn' },
      },
    });
  });
});
