import { Is, isUnresolved, mismatches, type Rule, validateValue } from '../../core/validation';

/** Family, cores, perhaps constrained ones after a hyphen, features, accelerator, version. */
const SIZE = /^Standard_[A-Z0-9]+(?:[-_][A-Z0-9]+)*$/i;

const RULES: readonly Rule<{ readonly name: string }>[] = [
  {
    code: 'VmSizeInvalid',
    check: ({ name }) =>
      mismatches(name, SIZE)
        ? {
            property: 'name',
            must: 'be the name of a size, such as Standard_DS3_v2 or Standard_E4-2s_v4',
            got: name,
          }
        : undefined,
  },
];

/**
 * Sizes of virtual machines, spelt as the service spells them.
 *
 * @see https://learn.microsoft.com/azure/virtual-machines/sizes
 */
export class VmSize {
  /** 4 cores, 14 GiB. */
  public static readonly STANDARD_DS3_V2 = new VmSize('STANDARD_DS3_V2');
  /** 8 cores, 28 GiB. */
  public static readonly STANDARD_DS4_V2 = new VmSize('STANDARD_DS4_V2');
  /** 2 cores, 14 GiB. */
  public static readonly STANDARD_DS11_V2 = new VmSize('STANDARD_DS11_V2');
  /** 4 cores, 28 GiB. */
  public static readonly STANDARD_DS12_V2 = new VmSize('STANDARD_DS12_V2');
  /** 2 cores, 8 GiB. */
  public static readonly STANDARD_D2S_V3 = new VmSize('STANDARD_D2S_V3');
  /** 4 cores, 16 GiB. */
  public static readonly STANDARD_D4S_V3 = new VmSize('STANDARD_D4S_V3');
  /** 8 cores, 32 GiB. */
  public static readonly STANDARD_D8S_V3 = new VmSize('STANDARD_D8S_V3');
  /** 4 cores, 32 GiB. */
  public static readonly STANDARD_E4S_V3 = new VmSize('STANDARD_E4S_V3');
  /** 8 cores, 64 GiB. */
  public static readonly STANDARD_E8S_V3 = new VmSize('STANDARD_E8S_V3');
  /** 4 cores, 8 GiB. */
  public static readonly STANDARD_F4S_V2 = new VmSize('STANDARD_F4S_V2');
  /** 6 cores, 112 GiB, 1 V100. */
  public static readonly STANDARD_NC6S_V3 = new VmSize('STANDARD_NC6S_V3');
  /** 4 cores, 28 GiB, 1 T4. */
  public static readonly STANDARD_NC4AS_T4_V3 = new VmSize('STANDARD_NC4AS_T4_V3');
  /** 24 cores, 220 GiB, 1 A100 of 80 GB. */
  public static readonly STANDARD_NC24ADS_A100_V4 = new VmSize('STANDARD_NC24ADS_A100_V4');

  /**
   * A size that has no name here.
   *
   * @param name in any case, such as `Standard_NC24ads_A100_v4`, or with constrained cores
   *   `Standard_E4-2s_v4`. It is put into upper case, as the service answers: azurerm compares it to the
   *   letter, and would replace a cluster at every apply for another spelling. A token must be upper case
   *   by itself
   * @throws UnscopedValidationError VmSizeInvalid
   */
  public static of(name: string): VmSize {
    return new VmSize(name);
  }

  /** Name as the service spells it, upper case. */
  public readonly name: string;

  private constructor(name: string) {
    validateValue({ name }, { name: Is.text }, RULES);
    this.name = isUnresolved(name) ? name : name.toUpperCase();
  }
}
