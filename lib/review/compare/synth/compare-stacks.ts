import { published } from '../marked-value';
import {
  ChangeAction,
  type OutputChange,
  type ResourceChange,
  type ReviewedStack,
  Unknown,
} from '../../model';
import { isRecord, listOf, memberOf, recordOf, textOf } from '../../read/json-values';
import { marked } from '../../read/marks';
import { lazyChange } from '../../read/change-draft';
import { isSame } from '../is-same';
import { withChangedDefaults } from './changed-defaults';
import { Moves } from './moves';
import { predict, type SynthesizedStack, takesPending } from './predict';
import type { Prediction } from './prediction';

/** A stack before and after, either missing where it is added or removed. */
export interface StackPair {
  readonly name: string;
  readonly base?: SynthesizedStack;
  readonly head?: SynthesizedStack;
}

/** What is expected to happen to a stack, from what is declared before and after. */
export function compareStacks({ name, ...given }: StackPair): ReviewedStack {
  const [former, later] = withChangedDefaults(given.base?.document, given.head?.document);
  const base = { ...given.base, document: former };
  const head = { ...given.head, document: later };
  const declared = declarationsIn(head.document);
  const predictions = predict(base, head, declared.moves);
  const resources = predictions.map((prediction) => changeOf(prediction, name, declared));
  return {
    name,
    resources,
    changes: resources.filter(
      ({ action, movedFrom, importedId }) =>
        action !== ChangeAction.NONE || movedFrom !== undefined || importedId !== undefined,
    ),
    outputs: outputsOf(
      memberOf(base.document, 'output'),
      memberOf(head.document, 'output'),
      predictions,
    ),
    checks: [],
    notes: [],
  };
}

/** What a stack says of addresses. */
interface Declarations {
  readonly moves: Moves;
  readonly imported: ReadonlyMap<string, string>;
  readonly forgotten: ReadonlySet<string>;
}

function declarationsIn(document: unknown): Declarations {
  const blocks = (key: string) => {
    const value = memberOf(document, key);
    return isRecord(value) ? [value] : listOf(value);
  };
  const pairs = (key: string, from: string, to: string) =>
    blocks(key).flatMap((block) => {
      const [one, other] = [textOf(memberOf(block, from)), textOf(memberOf(block, to))];
      if (one === undefined || other === undefined || memberOf(block, 'for_each') !== undefined) {
        return [];
      }
      return [[addressIn(one), addressIn(other)] as const];
    });
  return {
    moves: new Moves(new Map(pairs('moved', 'to', 'from'))),
    imported: new Map(pairs('import', 'to', 'id')),
    forgotten: new Set(
      blocks('removed')
        .filter((block) => JSON.stringify(memberOf(block, 'lifecycle') ?? null).includes('false'))
        .map((block) => addressIn(textOf(memberOf(block, 'from')) ?? '')),
    ),
  };
}

function addressIn(text: string): string {
  return text.replace(/^\$\{(.*)\}$/, '$1');
}

function changeOf(
  prediction: Prediction,
  stack: string,
  { imported, forgotten }: Declarations,
): ResourceChange {
  const { declared, differences, isKept, movedFrom } = prediction;
  const { address, type, name, mode, constructPath } = declared;
  const importedId = isKept ? undefined : imported.get(address);
  const isForgotten =
    prediction.action === ChangeAction.DELETE &&
    (forgotten.has(address) || forgotten.has(declared.base));
  const action =
    importedId !== undefined && prediction.action === ChangeAction.CREATE
      ? ChangeAction.NONE
      : prediction.action;
  const change = lazyChange(
    {
      stack,
      address,
      type,
      name,
      mode,
      provider: type.split('_', 1)[0] ?? '',
      action: isForgotten ? ChangeAction.FORGET : action,
      isDrift: false,
      forcedBy: action === ChangeAction.REPLACE ? prediction.forcedBy : [],
      constructPath,
      movedFrom,
      importedId,
    },
    () => prediction,
  );
  return Object.defineProperty(change, 'differences', { value: differences, enumerable: true });
}

function outputsOf(
  base: unknown,
  head: unknown,
  predictions: readonly Prediction[],
): readonly OutputChange[] {
  const [former, later] = [recordOf(base), recordOf(head)];
  return [...new Set([...Object.keys(former), ...Object.keys(later)])].map((name) => {
    const before = outputIn(former[name]);
    const after = outputIn(later[name]);
    const isPending =
      before !== undefined && takesPending(memberOf(later[name], 'value'), predictions);
    return {
      name,
      action: isSame(before, after) && !isPending ? ChangeAction.NONE : outputAction(before, after),
      before: published(before ?? null),
      after: published(isPending ? Unknown.VALUE : (after ?? null)),
    };
  });
}

function outputIn(output: unknown) {
  if (!isRecord(output)) return undefined;
  return marked(output['value'], false, output['sensitive'] === true);
}

function outputAction(before: unknown, after: unknown): ChangeAction {
  if (before === undefined) return ChangeAction.CREATE;
  return after === undefined ? ChangeAction.DELETE : ChangeAction.UPDATE;
}
