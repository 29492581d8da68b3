import { Token } from 'cdktf';
import { AzureCloud } from '../../lib/core/cloud';

const CLOUDS = [AzureCloud.PUBLIC, AzureCloud.US_GOVERNMENT, AzureCloud.CHINA];

describe('AzureCloud', () => {
  test('has the hosts and audiences of the public cloud as the services spell them', () => {
    expect(AzureCloud.PUBLIC).toMatchObject({
      name: 'AzureCloud',
      terraformEnvironment: 'public',
      resourceManagerEndpoint: 'https://management.azure.com',
      resourceManagerAudience: 'https://management.azure.com/',
      machineLearningAudience: 'https://ml.azure.com',
      storageAudience: 'https://storage.azure.com/',
      blobSuffix: 'blob.core.windows.net',
      dfsSuffix: 'dfs.core.windows.net',
      fileSuffix: 'file.core.windows.net',
    });
  });

  test.each<[AzureCloud, string, string, string]>([
    [AzureCloud.PUBLIC, 'public', 'westeurope.api.azureml.ms', 'westeurope.inference.ml.azure.com'],
    [
      AzureCloud.US_GOVERNMENT,
      'usgovernment',
      'westeurope.api.ml.azure.us',
      'westeurope.inference.ml.azure.us',
    ],
    [AzureCloud.CHINA, 'china', 'westeurope.api.ml.azure.cn', 'westeurope.inference.ml.azure.cn'],
  ])('$name names its regional hosts', (cloud, environment, api, inference) => {
    expect(cloud.terraformEnvironment).toBe(environment);
    expect(cloud.machineLearningApiHost('westeurope')).toBe(api);
    expect(cloud.inferenceHostSuffix('West Europe')).toBe(inference);
  });

  test('keeps a region that is only known at apply', () => {
    const region = Token.asString({ ref: 1 });
    expect(AzureCloud.PUBLIC.machineLearningApiHost(region)).toBe(`${region}.api.azureml.ms`);
  });

  test.each(CLOUDS)('$name has no host of another cloud', (cloud) => {
    const others = CLOUDS.filter((other) => other !== cloud).map(
      ({ storageSuffix }) => storageSuffix,
    );
    const text = JSON.stringify(cloud);
    expect(others.filter((suffix) => text.includes(suffix))).toEqual([]);
  });
});
