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

interface SchemaCompiler {
  addMetaSchema(schema: object): void;
  compile(schema: object): Validator;
}

// Both export a function as the module, which is no default of an ES module.
const MarkdownIt = jest.requireActual<new (options: object) => MarkdownParser>('markdown-it');
const Ajv = jest.requireActual<new (options: object) => SchemaCompiler>('ajv');
const DRAFT_4 = jest.requireActual<object>('ajv/lib/refs/json-schema-draft-04.json');

const PARSER = new MarkdownIt({ html: true, linkify: false });

/** Everything that a Markdown text is made of, in order. */
export function tokensOf(text: string): readonly MarkdownToken[] {
  return PARSER.parse(text, {}).flatMap((token) => [token, ...(token.children ?? [])]);
}

/** Says what is wrong with documents by a JSON schema, of draft 4 or of draft 7. */
export function validatorOf(schema: object): (document: unknown) => readonly object[] {
  const ajv = new Ajv({ schemaId: 'auto' });
  ajv.addMetaSchema(DRAFT_4);
  const validate = ajv.compile(schema);
  return (document) => (validate(document) ? [] : (validate.errors ?? []));
}

/** What is wrong with a document by a JSON schema. */
export function schemaErrors(schema: object, document: unknown): readonly object[] {
  return validatorOf(schema)(document);
}
