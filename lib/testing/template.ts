import type { TerraformStack } from 'cdktf';
import type { Matcher } from './matcher';
import { requireObject } from './private/blocks';
import { Configuration } from './private/configuration';
import { copied } from './private/copied';
import { parseDocument, readStack } from './private/read';
import { synthesize } from './private/synthesize';
import { NO_TOKENS, tokensOf } from './private/tokens';
import type { BlockPattern, TerraformBlock, TerraformBlocks } from './terraform-block';

/** How a stack is turned into a template. */
export interface TemplateOptions {
  /**
   * Whether to look at a stack that `app.synth()` would refuse: the validations of constructs do not run, and
   * error annotations do not count.
   *
   * @default false
   */
  readonly skipValidations?: boolean;
}

/**
 * The Terraform configuration of one stack, and what can be expected of it.
 *
 * Works in any test framework: an expectation that does not hold throws a {@link TemplateError} that shows the
 * block that comes nearest, where it is declared, and every difference. Keys are those of Terraform JSON
 * (`resource_group_name`); the comments in which cdktf notes construct paths (`//`) are not part of the
 * blocks. Patterns are deep-partial, see {@link Match}; where the pattern is left out, every block counts.
 *
 * @example
 * const template = Template.fromStack(stack);
 * template.hasResource('azurerm_machine_learning_compute_cluster', {
 *   vm_size: 'STANDARD_DS3_V2',
 *   scale_settings: { max_node_count: 4 },
 * });
 */
export class Template {
  /**
   * Synthesizes one stack in memory, as `app.synth()` does: the stacks of the app are prepared, the aspects of
   * this stack visit it, its validations run.
   *
   * Nothing is written and assets are not copied. The tree keeps no trace but what the stack's own aspects and
   * its cross-stack references leave in it. Tokens of the stack may stand in patterns, such as
   * `{ workspace_id: workspace.workspaceId }`.
   *
   * @throws TemplateError TemplateStackInvalid when the stack carries error annotations
   * @throws Error of cdktf, with what the validations of constructs report
   */
  public static fromStack(stack: TerraformStack, options: TemplateOptions = {}): Template {
    const document = requireObject(
      synthesize(stack, options.skipValidations ?? false),
      'the synthesized stack',
    );
    return new Template(new Configuration(document, tokensOf(stack)));
  }

  /**
   * Takes Terraform JSON, as text or parsed.
   *
   * @throws TemplateError TemplateUnreadable
   */
  public static fromJson(json: string | TerraformBlock): Template {
    const document =
      typeof json === 'string' ? parseDocument(json, 'the text') : requireObject(json, 'the value');
    return new Template(new Configuration(copied(document), NO_TOKENS));
  }

  /**
   * Reads what `app.synth()` wrote for one stack.
   *
   * @param outdir the output directory of the app, such as `cdktf.out`
   * @param stackName id of the stack, as `manifest.json` lists it
   * @throws TemplateError TemplateUnreadable
   */
  public static fromDirectory(outdir: string, stackName: string): Template {
    return new Template(new Configuration(readStack(outdir, stackName), NO_TOKENS));
  }

  private constructor(private readonly configuration: Configuration) {}

  /** The resources of a type that match, by their name in Terraform. */
  public resources(type: string, pattern: BlockPattern | Matcher = {}): TerraformBlocks {
    return this.configuration.resources(type).blocks(pattern);
  }

  /**
   * The one resource of a type that matches.
   *
   * @throws TemplateError TemplateMismatch when there is none or more than one
   */
  public resource(type: string, pattern: BlockPattern | Matcher = {}): TerraformBlock {
    return this.configuration.resources(type).expectOne(pattern);
  }

  /**
   * Expects at least one resource of a type that matches.
   *
   * @throws TemplateError TemplateMismatch
   */
  public hasResource(type: string, pattern: BlockPattern | Matcher = {}): void {
    this.configuration.resources(type).expectSome(pattern);
  }

  /**
   * Expects that no resource of a type matches.
   *
   * @throws TemplateError TemplateMismatch
   */
  public hasNoResource(type: string, pattern: BlockPattern | Matcher = {}): void {
    this.configuration.resources(type).expectCount(0, pattern);
  }

  /**
   * Expects a number of resources of a type that match.
   *
   * @throws TemplateError TemplateMismatch
   */
  public resourceCountIs(type: string, count: number, pattern: BlockPattern | Matcher = {}): void {
    this.configuration.resources(type).expectCount(count, pattern);
  }

  /** The data sources of a type that match, by their name in Terraform. */
  public dataSources(type: string, pattern: BlockPattern | Matcher = {}): TerraformBlocks {
    return this.configuration.dataSources(type).blocks(pattern);
  }

  /**
   * The one data source of a type that matches.
   *
   * @throws TemplateError TemplateMismatch when there is none or more than one
   */
  public dataSource(type: string, pattern: BlockPattern | Matcher = {}): TerraformBlock {
    return this.configuration.dataSources(type).expectOne(pattern);
  }

  /**
   * Expects at least one data source of a type that matches.
   *
   * @throws TemplateError TemplateMismatch
   */
  public hasDataSource(type: string, pattern: BlockPattern | Matcher = {}): void {
    this.configuration.dataSources(type).expectSome(pattern);
  }

  /** The outputs, by name. */
  public outputs(): TerraformBlocks {
    return this.configuration.named('output').blocks({});
  }

  /**
   * The output of a name.
   *
   * @throws TemplateError TemplateMismatch when there is none
   */
  public output(name: string): TerraformBlock {
    return this.configuration.named('output', name).expectOne({});
  }

  /**
   * Expects an output of a name that matches, such as `{ value: resourceGroup.id, sensitive: true }`.
   *
   * @throws TemplateError TemplateMismatch
   */
  public hasOutput(name: string, pattern: BlockPattern | Matcher = {}): void {
    this.configuration.named('output', name).expectSome(pattern);
  }

  /** The input variables, by name. */
  public variables(): TerraformBlocks {
    return this.configuration.named('variable').blocks({});
  }

  /**
   * The one configuration of a provider that matches.
   *
   * @param name local name of the provider, such as `azurerm`
   * @param pattern tells several configurations apart, such as `{ alias: 'hub' }`
   * @throws TemplateError TemplateMismatch when there is none or more than one
   */
  public provider(name: string, pattern: BlockPattern | Matcher = {}): TerraformBlock {
    return this.configuration.providers(name).expectOne(pattern);
  }

  /** The `terraform` block: required version, required providers and backend. */
  public terraform(): TerraformBlock {
    return copied(this.configuration.section('terraform'));
  }

  /** The whole document, the comments of cdktf included. */
  public toJson(): TerraformBlock {
    return copied(this.configuration.document);
  }
}
