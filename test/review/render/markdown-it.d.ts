declare module 'markdown-it' {
  /** As much of a token as tests look at. */
  export interface MarkdownToken {
    readonly type: string;
    readonly content: string;
    readonly children: readonly MarkdownToken[] | null;
  }

  /** A parser of CommonMark. */
  export default class MarkdownIt {
    public constructor(options: { readonly html: boolean; readonly linkify: boolean });
    public parse(text: string, environment: object): readonly MarkdownToken[];
    public render(text: string): string;
  }
}
