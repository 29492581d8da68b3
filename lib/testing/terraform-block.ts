/** An object of Terraform JSON, with its keys as they stand there (snake_case). */
export interface TerraformBlock {
  /** A value of JSON: text, number, boolean, null, list or object. */
  readonly [key: string]: unknown;
}

/** Blocks by their name in Terraform: the `Cpu_E6EA7902` of `azapi_resource.Cpu_E6EA7902`. */
export interface TerraformBlocks {
  /** One block. */
  readonly [name: string]: TerraformBlock;
}

/** What a block should look like: literal values and matchers, deep-partial on every level. */
export interface BlockPattern {
  /** A literal value of JSON, a cdktf token of the same stack, or a {@link Matcher}. */
  readonly [key: string]: unknown;
}
