import { VmSize } from '../../../lib/machine-learning/compute/vm-size';
import { codesIn, freshStack, tokensIn } from '../../support/stack';

describe('a size', () => {
  test.each<[string, readonly string[]]>([
    ['STANDARD_DS3_V2', []],
    ['STANDARD_NC24ADS_A100_V4', []],
    ['Standard_DS3_v2', []],
    ['Standard_NC24ads_A100_v4', []],
    ['Standard_E4-2s_v4', []],
    ['Standard_M416-208s_v2', []],
    ['Standard_E4-', ['VmSizeInvalid']],
    ['Standard_E4--2s_v4', ['VmSizeInvalid']],
    ['Standard E4s v4', ['VmSizeInvalid']],
    ['DS3_V2', ['VmSizeInvalid']],
    ['STANDARD_', ['VmSizeInvalid']],
    ['', ['PropertyTypeInvalid']],
  ])('named %j: %j', (name, codes) => {
    expect(codesIn(() => VmSize.of(name))).toEqual(codes);
  });

  test.each([
    ['Standard_NC24ads_A100_v4', 'STANDARD_NC24ADS_A100_V4'],
    ['standard_e4-2s_v4', 'STANDARD_E4-2S_V4'],
  ])('named %s is %s, as the service answers', (name, spelt) => {
    expect(VmSize.of(name).name).toBe(spelt);
  });

  test('may be named by Terraform', () => {
    const { text } = tokensIn(freshStack());
    expect(VmSize.of(text).name).toBe(text);
  });

  test('that has a name here is spelt as the service spells it', () => {
    const named = Object.entries(VmSize).filter(([, value]) => value instanceof VmSize);
    expect(named.length).toBeGreaterThan(5);
    for (const [key, size] of named as [string, VmSize][]) expect(size.name).toBe(key);
  });
});
