import fc from 'fast-check';
import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import {
  isBindable,
  isTextOf,
} from '../../../lib/machine-learning/pipeline/private/data-compatibility';

const TYPES = Object.values(DataType);
const {
  BOOLEAN,
  CUSTOM_MODEL,
  INTEGER,
  MLFLOW_MODEL,
  MLTABLE,
  NUMBER,
  STRING,
  URI_FILE,
  URI_FOLDER,
} = DataType;

test.each(TYPES)('what is of type %s can be bound to an input of the type', (type) => {
  expect(isBindable(type, type)).toBe(true);
});

test.each<[DataType, DataType, boolean]>([
  [URI_FOLDER, URI_FILE, false],
  [URI_FILE, URI_FOLDER, false],
  [NUMBER, URI_FOLDER, false],
  [URI_FOLDER, NUMBER, false],
  [INTEGER, NUMBER, true],
  [NUMBER, INTEGER, false],
  [BOOLEAN, STRING, true],
  [STRING, NUMBER, false],
  [MLTABLE, URI_FOLDER, true],
  [URI_FOLDER, MLTABLE, true],
  [MLTABLE, URI_FILE, false],
  [MLFLOW_MODEL, URI_FOLDER, true],
  [CUSTOM_MODEL, URI_FILE, true],
  [URI_FOLDER, CUSTOM_MODEL, true],
  [URI_FOLDER, STRING, false],
])('what is of type %s can be bound to an input of type %s or not', (from, to, bindable) => {
  expect(isBindable(from, to)).toBe(bindable);
});

test.each<[string, DataType, boolean]>([
  ['1', INTEGER, true],
  ['1.5', INTEGER, false],
  ['1.5', NUMBER, true],
  ['x', NUMBER, false],
  ['True', BOOLEAN, true],
  ['yes', BOOLEAN, false],
  ['anything', STRING, true],
  ['anything', URI_FILE, false],
])('%s is a value of type %s or not', (text, type, fits) => {
  expect(isTextOf(text, type)).toBe(fits);
});

test('every finite number is the text of a number, every whole one that of an integer', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer(), (any, whole) => {
      expect(isTextOf(String(any), NUMBER)).toBe(true);
      expect(isTextOf(String(whole), INTEGER)).toBe(true);
    }),
  );
});
