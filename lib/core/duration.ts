import { UnscopedValidationError } from './errors';
import { isUnresolved, problem } from './validation';

const UNITS = ['day', 'hour', 'minute', 'second'] as const;

const ISO = /^P(?=\d|T\d)(?:(\d+)W)?(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/;
const ISO_SECONDS = [604_800, 86_400, 3600, 60, 1];

/**
 * A length of time, in whole seconds, not negative.
 *
 * Amounts must be known at synthesis: services take lengths of time as text of several forms, which
 * cannot be made of a cdktf token.
 */
export class Duration {
  /**
   * @param amount whole seconds, 0 or more
   * @throws UnscopedValidationError DurationInvalid
   */
  public static seconds(amount: number): Duration {
    return Duration.of(amount, 1, 'seconds');
  }

  /**
   * @param amount minutes, 0 or more; fractions that make whole seconds are accepted
   * @throws UnscopedValidationError DurationInvalid
   */
  public static minutes(amount: number): Duration {
    return Duration.of(amount, 60, 'minutes');
  }

  /**
   * @param amount hours, 0 or more; fractions that make whole seconds are accepted
   * @throws UnscopedValidationError DurationInvalid
   */
  public static hours(amount: number): Duration {
    return Duration.of(amount, 3600, 'hours');
  }

  /**
   * @param amount days of 24 hours, 0 or more; fractions that make whole seconds are accepted
   * @throws UnscopedValidationError DurationInvalid
   */
  public static days(amount: number): Duration {
    return Duration.of(amount, 86_400, 'days');
  }

  /**
   * Reads an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as `PT5M` or `P1DT12H`.
   *
   * Years and months, whose length varies, and fractions are not accepted.
   *
   * @throws UnscopedValidationError DurationInvalid
   */
  public static parse(iso: string): Duration {
    const match = typeof iso !== 'string' || isUnresolved(iso) ? null : ISO.exec(iso);
    const total = ISO_SECONDS.reduce(
      (sum, seconds, index) => sum + seconds * Number(match?.[index + 1] ?? 0),
      0,
    );
    if (match === null || !Number.isSafeInteger(total)) {
      throw invalid(
        'iso',
        'be an ISO 8601 duration of whole weeks, days, hours, minutes and seconds, such as PT5M',
        iso,
      );
    }
    return new Duration(total);
  }

  private static of(amount: number, unit: number, property: string): Duration {
    const exact = typeof amount === 'number' ? amount * unit : NaN;
    const total = Math.round(exact);
    const fits = Number.isSafeInteger(total) && total >= 0 && Math.abs(exact - total) < 1e-6;
    if (isUnresolved(amount) || !fits || exact < 0) {
      throw invalid(property, 'be 0 or more and make whole seconds', amount);
    }
    return new Duration(total);
  }

  private constructor(private readonly total: number) {}

  /** The whole length in seconds. */
  public toSeconds(): number {
    return this.total;
  }

  /**
   * The whole length in minutes.
   *
   * @throws UnscopedValidationError DurationNotWholeMinutes
   */
  public toMinutes(): number {
    if (this.total % 60 === 0) return this.total / 60;
    throw new UnscopedValidationError([
      problem('DurationNotWholeMinutes', {
        property: 'duration',
        must: 'be whole minutes',
        got: this.toHuman(),
      }),
    ]);
  }

  /** As ISO 8601, in its shortest form, such as `PT5M`, `P1D` or `PT0S`. */
  public toIsoString(): string {
    const { day, hour, minute, second } = this.parts();
    const date = isoPart(day, 'D');
    const time = `${isoPart(hour, 'H')}${isoPart(minute, 'M')}${isoPart(second, 'S')}`;
    if (date === '' && time === '') return 'PT0S';
    return `P${date}${time === '' ? '' : `T${time}`}`;
  }

  /**
   * As Data Factory writes time spans, `d.hh:mm:ss`, such as `0.12:00:00`.
   *
   * @see https://learn.microsoft.com/azure/data-factory/concepts-pipelines-activities#activity-policy
   */
  public toTimespan(): string {
    const { day, hour, minute, second } = this.parts();
    const time = [hour, minute, second].map((amount) => String(amount).padStart(2, '0'));
    return `${String(day)}.${time.join(':')}`;
  }

  /** In English, such as `5 minutes` or `1 day 2 hours`. */
  public toHuman(): string {
    const parts = this.parts();
    const words = UNITS.filter((name) => parts[name] !== 0).map(
      (name) => `${String(parts[name])} ${name}${parts[name] === 1 ? '' : 's'}`,
    );
    return words.length === 0 ? '0 seconds' : words.join(' ');
  }

  private parts(): Record<(typeof UNITS)[number], number> {
    return {
      day: Math.floor(this.total / 86_400),
      hour: Math.floor(this.total / 3600) % 24,
      minute: Math.floor(this.total / 60) % 60,
      second: this.total % 60,
    };
  }
}

function isoPart(amount: number, letter: string): string {
  return amount === 0 ? '' : `${String(amount)}${letter}`;
}

function invalid(property: string, must: string, got: unknown): UnscopedValidationError {
  const fix = isUnresolved(got)
    ? { fix: 'give a value that is known at synthesis, not a token' }
    : {};
  return new UnscopedValidationError([problem('DurationInvalid', { property, must, got, ...fix })]);
}
