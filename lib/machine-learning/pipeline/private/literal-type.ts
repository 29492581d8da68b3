import { DataType } from '../data-type';

/** Types whose values are written into the request. */
const LITERALS: readonly DataType[] = [
  DataType.BOOLEAN,
  DataType.INTEGER,
  DataType.NUMBER,
  DataType.STRING,
];

/** Whether values of a type are written into the request, rather than named by a location. */
export function isLiteral(type: DataType): boolean {
  return LITERALS.includes(type);
}
