import { App, TerraformStack } from 'cdktf';
import { UnscopedValidationError } from '../core/errors';
import { factsOf } from '../core/facts';
import { problem } from '../core/validation';
import { countResources } from './private/count-resources';
import type { StackSummary } from './private/stack-summary';
import { renderSummary } from './private/summary-text';
import { warningsOf } from './private/warnings';

/**
 * What an app declares, for people: resources by kind, what starts pipelines, who may do what, what was
 * warned of, what to do next.
 */
export class Summary {
  /**
   * The summary of an app, once everything is declared.
   *
   * @throws UnscopedValidationError SummaryAppInvalid
   */
  public static of(app: App): Summary {
    const constructs = App.isApp(app) ? app.node.findAll() : [];
    const stacks = constructs.filter((construct) => TerraformStack.isStack(construct));
    if (stacks.length === 0) {
      throw new UnscopedValidationError([
        problem('SummaryAppInvalid', { property: 'app', must: 'hold a stack', got: app }),
      ]);
    }
    return new Summary(app, stacks.map(summaryOf));
  }

  private constructor(
    private readonly app: App,
    private readonly stacks: readonly StackSummary[],
  ) {}

  /**
   * Plain text for a terminal.
   *
   * Warnings are those that the app has when this is called: some, such as those of the versions file, are
   * only there after `app.synth()`. Nothing else shows them where the CLI of cdktf does not run the program.
   *
   * @param colour whether to use colours; by default where the terminal has them and `NO_COLOR` is not set
   */
  public toText(colour?: boolean): string {
    return renderSummary(
      { stacks: this.stacks, warnings: warningsOf(this.app), outdir: this.app.outdir },
      colour,
    );
  }
}

function summaryOf(stack: TerraformStack): StackSummary {
  return {
    name: stack.node.id,
    resources: countResources(stack),
    triggers: factsOf(stack, 'trigger').map(({ fact }) => fact),
    grants: factsOf(stack, 'grant').map(({ fact }) => fact),
    endpoints: factsOf(stack, 'endpoint').map(({ fact }) => fact),
    studio: factsOf(stack, 'studio').map(({ fact }) => fact),
    notes: factsOf(stack, 'note').map(({ fact }) => fact),
  };
}
