import { decode, encode, ExtData } from '@msgpack/msgpack';
import { decodeValue, encodeValue } from '../../../lib/offline-provider/wire/codec';
import { sameValue } from '../../../lib/offline-provider/wire/compare';
import {
  dynamicFromJson,
  fromStateJson,
  impliedType,
  toJson,
  type Json,
} from '../../../lib/offline-provider/wire/json';
import { DynamicValue, UNKNOWN, type Value } from '../../../lib/offline-provider/wire/value';
import type { WireType } from '../../../lib/offline-provider/wire/wire-type';

describe('values on the wire', () => {
  test.each<[string, WireType, Value]>([
    ['text', 'string', 'ünïcode'],
    ['null', 'string', null],
    ['a whole number', 'number', 42],
    ['a negative number', 'number', -1],
    ['a flag', 'bool', false],
    ['a list', ['list', 'string'], ['a', null, 'b']],
    ['a map', ['map', 'number'], { a: 1, b: 2 }],
    ['an object', ['object', { a: 'string', b: ['set', 'bool'] }], { a: 'x', b: [true] }],
    ['a tuple', ['tuple', ['string', 'number']], ['a', 1]],
    ['unknown in a list', ['list', 'string'], ['a', UNKNOWN]],
    ['a dynamic object', 'dynamic', new DynamicValue(['object', { a: 'number' }], { a: 1 })],
    ['unknown of no known type', 'dynamic', UNKNOWN],
  ])('%s survives', (_, type, value) => {
    expect(decodeValue(encodeValue(value, type), type)).toEqual(value);
  });

  test.each([0.1, 1e-7, 1e300, 2 ** 60, 1.5])('the number %d stays decimal', (number) => {
    expect(decode(encodeValue(number, 'number'))).toBe(String(number));
    expect(decodeValue(encodeValue(number, 'number'), 'number')).toBe(number);
  });

  test('what is missing from an object is sent as null, what is not its own not at all', () => {
    const type: WireType = ['object', { a: 'string', b: 'string' }];
    expect(decode(encodeValue({ a: 'x', c: 'y' }, type))).toEqual({ a: 'x', b: null });
  });

  test('unknown is extension 0 with one zero byte', () => {
    expect([...encodeValue(UNKNOWN, 'string')]).toEqual([0xd4, 0, 0]);
  });

  test('a refined unknown is unknown', () => {
    expect(decodeValue(encode(new ExtData(12, new Uint8Array([0x80]))), 'string')).toBe(UNKNOWN);
  });

  test.each([[encode(['x'])], [encode('x')], [encode({ a: 1 })]])(
    'a dynamic value without its type is refused',
    (bytes) => {
      expect(() => decodeValue(bytes, 'dynamic')).toThrow('a dynamic value came without its type');
    },
  );
});

describe('values as JSON', () => {
  test('unknown and the types of dynamic values go', () => {
    expect(toJson({ a: UNKNOWN, b: new DynamicValue(['tuple', ['bool']], [true]) })).toEqual({
      a: null,
      b: [true],
    });
  });

  test.each<[string, Json, WireType, Value]>([
    [
      'an attribute that the state lacks',
      { a: 'x' },
      ['object', { a: 'string', b: 'bool' }],
      { a: 'x', b: null },
    ],
    [
      'a dynamic value with its type',
      { value: [1], type: ['list', 'number'] },
      'dynamic',
      new DynamicValue(['list', 'number'], [1]),
    ],
    ['a dynamic null', { value: null, type: 'string' }, 'dynamic', null],
    ['a number in quotes', '1.5', 'number', 1.5],
  ])('a state gives %s', (_, json, type, expected) => {
    expect(fromStateJson(json, type)).toEqual(expected);
  });

  test('a JSON value has the type that Terraform gives it', () => {
    expect(impliedType({ a: [1, 'x', null], b: true })).toEqual([
      'object',
      { a: ['tuple', ['number', 'string', 'dynamic']], b: 'bool' },
    ]);
  });

  test.each<[string, Json, WireType, WireType]>([
    ['a list that grew', ['a', 'b'], ['list', 'string'], ['list', 'string']],
    ['a tuple that grew', ['a', 'b'], ['tuple', ['string']], ['tuple', ['string', 'string']]],
    ['a list of other items', [true], ['list', 'string'], ['tuple', ['bool']]],
    ['a map', { a: 'x' }, ['map', 'string'], ['map', 'string']],
    ['an object with a member less', {}, ['object', { a: 'string' }], ['object', {}]],
    [
      'an object with another type of member',
      { a: 1 },
      ['object', { a: 'string' }],
      ['object', { a: 'number' }],
    ],
    ['a text that was a flag', 'True', 'bool', 'string'],
  ])('%s keeps its type only where it fits', (_, json, earlier, expected) => {
    expect(dynamicFromJson(json, earlier)).toMatchObject({ type: expected });
  });
});

describe('sameness of values', () => {
  test.each<[string, Value, Value, WireType, boolean]>([
    ['sets in another order', ['a', 'b'], ['b', 'a'], ['set', 'string'], true],
    ['lists in another order', ['a', 'b'], ['b', 'a'], ['list', 'string'], false],
    ['objects in another order', { a: '1', b: '2' }, { b: '2', a: '1' }, ['map', 'string'], true],
    [
      'sets in objects',
      { s: ['a', 'b'] },
      { s: ['b', 'a'] },
      ['object', { s: ['set', 'string'] }],
      true,
    ],
    ['unknown and text', UNKNOWN, 'x', 'string', false],
    ['unknown and unknown', UNKNOWN, UNKNOWN, 'string', true],
    ['null and empty', null, '', 'string', false],
    ['a number and its text', 1, '1', 'dynamic', false],
  ])('%s', (_, a, b, type, expected) => {
    expect(sameValue(a, b, type)).toBe(expected);
  });
});
