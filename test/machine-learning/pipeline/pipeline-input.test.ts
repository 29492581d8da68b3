import { DataType } from '../../../lib/machine-learning/pipeline/data-type';
import {
  PipelineInput,
  type PipelineInputProps,
} from '../../../lib/machine-learning/pipeline/pipeline-input';
import { codesIn, freshStack, tokensIn } from '../../support/stack';

describe('an input of a pipeline', () => {
  test.each<[string, PipelineInput, DataType, boolean]>([
    ['a folder', PipelineInput.folder(), DataType.URI_FOLDER, true],
    ['a file', PipelineInput.file(), DataType.URI_FILE, true],
    ['an optional file', PipelineInput.file({ optional: true }), DataType.URI_FILE, false],
    ['a string', PipelineInput.string(), DataType.STRING, true],
    ['a string with a default', PipelineInput.string('x'), DataType.STRING, false],
    ['a string that is empty by default', PipelineInput.string(''), DataType.STRING, false],
    ['a number', PipelineInput.number(0), DataType.NUMBER, false],
    ['a whole number', PipelineInput.integer(0), DataType.INTEGER, false],
    ['a boolean', PipelineInput.boolean(false), DataType.BOOLEAN, false],
    ['a table', PipelineInput.of({ type: DataType.MLTABLE }), DataType.MLTABLE, true],
  ])('that is %s knows its type and whether every run must give it', (_, input, type, required) => {
    expect([input.type, input.required]).toEqual([type, required]);
  });

  test.each<[PipelineInputProps, readonly string[]]>([
    [{ type: DataType.STRING, defaultValue: '1' }, []],
    [{ type: DataType.STRING, defaultValue: 1 }, ['PipelineInputDefaultInvalid']],
    [{ type: DataType.NUMBER, defaultValue: 0.5 }, []],
    [{ type: DataType.NUMBER, defaultValue: '0.5' }, ['PipelineInputDefaultInvalid']],
    [{ type: DataType.NUMBER, defaultValue: Infinity }, ['PropertyTypeInvalid']],
    [{ type: DataType.INTEGER, defaultValue: 5 }, []],
    [{ type: DataType.INTEGER, defaultValue: 0.5 }, ['PipelineInputDefaultInvalid']],
    [{ type: DataType.BOOLEAN, defaultValue: false }, []],
    [{ type: DataType.BOOLEAN, defaultValue: 'false' }, ['PipelineInputDefaultInvalid']],
    [{ type: DataType.URI_FOLDER, defaultValue: 'in/' }, ['PipelineInputDefaultInvalid']],
    [{ type: 'folder' as never }, ['PropertyTypeInvalid']],
  ])('of %j: %j', (props, codes) => {
    expect(codesIn(() => PipelineInput.of(props))).toEqual(codes);
  });

  test('may have a token as default where it has one at all, but a type that is known', () => {
    const { text, number } = tokensIn(freshStack());
    expect(codesIn(() => PipelineInput.string(text))).toEqual([]);
    expect(codesIn(() => PipelineInput.number(number))).toEqual([]);
    expect(
      codesIn(() => PipelineInput.of({ type: DataType.URI_FILE, defaultValue: text })),
    ).toEqual(['PipelineInputDefaultInvalid']);
    expect(codesIn(() => PipelineInput.of({ type: text as never }))).toEqual([
      'PropertyTypeInvalid',
    ]);
  });
});
