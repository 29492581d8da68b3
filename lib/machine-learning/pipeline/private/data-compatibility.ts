import { DataType } from '../data-type';
import { isLiteral } from './literal-type';

/** Types that are folders, whatever lies in them. */
const FOLDERS: readonly DataType[] = [
  DataType.MLFLOW_MODEL,
  DataType.MLTABLE,
  DataType.TRITON_MODEL,
  DataType.URI_FOLDER,
];

/**
 * Whether what is of one type can be bound to an input of another.
 *
 * Tables and models are folders with certain files, and nobody looks into them before a run, so folders take
 * each other's place; a model in a form of one's own is a file or a folder. Fixed values are written as text,
 * so that text takes them all.
 */
export function isBindable(from: DataType, to: DataType): boolean {
  if (from === to) return true;
  if (isLiteral(from) || isLiteral(to)) {
    return (
      (isLiteral(from) && to === DataType.STRING) ||
      (from === DataType.INTEGER && to === DataType.NUMBER)
    );
  }
  if (from === DataType.CUSTOM_MODEL || to === DataType.CUSTOM_MODEL) return true;
  return FOLDERS.includes(from) && FOLDERS.includes(to);
}

/** Whether text that is written into a node is a value of a type. */
export function isTextOf(text: string, type: DataType): boolean {
  if (type === DataType.BOOLEAN) return /^(?:true|false)$/i.test(text);
  if (type === DataType.INTEGER) return /^[-+]?\d+$/.test(text);
  if (type === DataType.NUMBER) return text.trim() !== '' && Number.isFinite(Number(text));
  return type === DataType.STRING;
}
