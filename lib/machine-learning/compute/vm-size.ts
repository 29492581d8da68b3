import { Is, mismatches, type Rule, validateValue } from '../../core/validation';

const RULES: readonly Rule<{ readonly name: string }>[] = [
  {
    code: 'VmSizeInvalid',
    check: ({ name }) =>
      mismatches(name, /^STANDARD_[A-Z0-9_]+$/)
        ? {
            property: 'name',
            must: 'be a size as the service spells it, upper case, such as STANDARD_DS3_V2',
            got: name,
            fix: 'azurerm compares the size to the letter; another spelling replaces the cluster at every apply',
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
   * @param name as the service spells it, upper case
   * @throws UnscopedValidationError VmSizeInvalid
   */
  public static of(name: string): VmSize {
    return new VmSize(name);
  }

  private constructor(
    /** Name as the service spells it. */
    public readonly name: string,
  ) {
    validateValue({ name }, { name: Is.text }, RULES);
  }
}
