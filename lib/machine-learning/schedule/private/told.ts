import { isUnresolved } from '../../../core/validation';

/** A value as people read it, an ellipsis for one that only Terraform will know. */
export function told(value: string | number): string {
  return isUnresolved(value) || isUnresolved([value]) ? '…' : String(value);
}

/** From when to when, as parts of a sentence. */
export function toldSpan({
  startTime,
  endTime,
}: {
  readonly startTime?: string;
  readonly endTime?: string;
}): readonly string[] {
  return [
    ...(startTime === undefined ? [] : [`from ${told(startTime)}`]),
    ...(endTime === undefined ? [] : [`until ${told(endTime)}`]),
  ];
}
