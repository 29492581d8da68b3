import { all, asset, type Input, secret } from '@pulumi/pulumi';
import { UnscopedValidationError } from '../../../core/errors';
import { evaluate } from '../expression/evaluate';
import { ExpressionFault } from '../expression/expression-fault';
import { type Value, valueOf } from '../expression/values';
import type { BoundExpression, Planned, Source } from '../plan/bound';
import { quoted } from '../plan/problems';
import { fileReader } from '../plan/staged-file';

/** Gives the value of a source. */
export type SourceReader = (source: Source) => Input<unknown>;

/** A planned value as an input of Pulumi. */
export function realize(planned: Planned, read: SourceReader): Input<unknown> {
  switch (planned.kind) {
    case 'plain':
      return planned.value;
    case 'expression':
      return realizeExpression(planned.bound, read);
    case 'list':
      return planned.items.map((item) => realize(item, read));
    case 'object':
      return Object.fromEntries(
        planned.members.map(([name, value]) => [name, realize(value, read)]),
      );
    case 'secret':
      return secret(realize(planned.of, read));
    case 'file':
      return all([realize(planned.of, read)]).apply(([path]) => new asset.FileAsset(String(path)));
  }
}

function realizeExpression(bound: BoundExpression, read: SourceReader): Input<unknown> {
  const inputs = bound.sources.map(read);
  const { expression } = bound;
  if (expression.kind === 'hole') return inputs[expression.index];
  return all(inputs).apply((values) => evaluated(bound, values));
}

function evaluated(bound: BoundExpression, values: readonly unknown[]): Value {
  const { expression, folder, place, text } = bound;
  try {
    return evaluate(expression, { holes: values.map(valueOf), readFile: fileReader(folder) });
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    throw new UnscopedValidationError([
      { code: 'PulumiEvaluationFailed', property: place, must: error.must, got: quoted(text) },
    ]);
  }
}
