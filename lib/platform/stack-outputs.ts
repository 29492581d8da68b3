import { TerraformOutput, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';
import { uniqueName } from '../core/names';
import { escapeText } from '../core/terraform-text';

/**
 * Adds an output to the stack of a construct, named after the construct's place: `Team/Train` with the
 * ending `scoring_uri` becomes `team_train_scoring_uri`.
 *
 * @returns the name of the output
 */
export function addOutput(
  scope: IConstruct,
  ending: string,
  value: string,
  description: string,
): string {
  const stack = TerraformStack.of(scope);
  const words = placeOf(scope)
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toLowerCase();
  const plain = `${/^[a-z]/.test(words) ? words : `n${words}`}_${ending}`;
  const name =
    stack.node.tryFindChild(plain) === undefined
      ? plain
      : uniqueName(plain, scope.node.path, { maxLength: 255, separator: '_' });
  new TerraformOutput(stack, name, { value, description });
  return name;
}

const KEY = Symbol.for('cdktf-azureml.studio-urls');

interface Holder {
  [KEY]?: Record<string, string>;
}

/** Lists a page of the studio in the output `studio_urls` of the stack, by the place of its construct. */
export function addStudioUrl(scope: IConstruct, url: string): void {
  const stack = TerraformStack.of(scope);
  const holder = stack as TerraformStack & Holder;
  const urls = (holder[KEY] ??= listed(stack));
  urls[escapeText(placeOf(scope))] = escapeText(url);
}

/** An output of what is put into the object until synthesis reads it. */
function listed(stack: TerraformStack): Record<string, string> {
  const value: Record<string, string> = {};
  new TerraformOutput(stack, 'studio_urls', {
    description: 'Pages of the studio, by the place of what they show in the stack',
    value,
  });
  return value;
}

/** Path of a construct within its stack. */
function placeOf(scope: IConstruct): string {
  const stack = TerraformStack.of(scope);
  return scope.node.path.slice(stack.node.path.length + 1);
}
