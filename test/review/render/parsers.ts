/** As much of a token of Markdown as tests look at. */
export interface MarkdownToken {
  readonly type: string;
  readonly content: string;
  readonly children: readonly MarkdownToken[] | null;
}

interface MarkdownParser {
  parse(text: string, environment: object): readonly MarkdownToken[];
}

interface Validator {
  (document: unknown): boolean;
  readonly errors: readonly object[] | null | undefined;
}

// Both export a function as the module, which is no default of an ES module.
const MarkdownIt = jest.requireActual<new (options: object) => MarkdownParser>('markdown-it');
const Ajv = jest.requireActual<new () => { compile(schema: object): Validator }>('ajv');

const PARSER = new MarkdownIt({ html: true, linkify: false });

/** Everything that a Markdown text is made of, in order. */
export function tokensOf(text: string): readonly MarkdownToken[] {
  return PARSER.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** What is wrong with a document by a JSON schema. */
export function schemaErrors(schema: object, document: unknown): readonly object[] {
  const validate = new Ajv().compile(schema);
  validate(document);
  return validate.errors ?? [];
}
