import { DefaultTokenResolver, StringConcat, Token, Tokenization } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ITokenSource } from '../match-context';
import { TemplateError } from '../template-error';

/** Tokens of a stack, resolved as its synthesis resolves them. */
export function tokensOf(stack: IConstruct): ITokenSource {
  const resolver = new DefaultTokenResolver(new StringConcat());
  return {
    resolve: (value): unknown =>
      Token.isUnresolved(value)
        ? Tokenization.resolve(value, { scope: stack, resolver, preparing: false })
        : value,
  };
}

/** For configurations that were read, where no token can be resolved. */
export const NO_TOKENS: ITokenSource = {
  resolve: (value): unknown => {
    if (!Token.isUnresolved(value)) return value;
    throw new TemplateError(
      'TemplatePatternInvalid',
      'the pattern holds a token of a stack, but the configuration was read from JSON; write the reference as it stands there, or use Template.fromStack',
    );
  },
};
