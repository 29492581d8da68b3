import type { IInvocationHost } from './invocation-host';

/** A caller without expressions, such as a program, `curl` or `az rest`. */
export const PLAIN_HOST: IInvocationHost = {
  hostName: 'a plain HTTP request',
  escapeLiteral: (text) => text,
};
