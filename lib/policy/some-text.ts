import type { PlanObject, PlanValue } from '../review/model';
import { isList } from './plan-state';

/** Whether some text in a value, however deep, is such a one. All that changes is looked through, so nothing is copied. */
export function someText(value: PlanValue, isSuch: (text: string) => boolean): boolean {
  if (typeof value === 'string') return isSuch(value);
  if (typeof value !== 'object' || value === null) return false;
  if (isList(value)) {
    for (const item of value) if (someText(item, isSuch)) return true;
    return false;
  }
  const object = value as PlanObject;
  for (const key in object) if (someText(object[key] ?? null, isSuch)) return true;
  return false;
}
