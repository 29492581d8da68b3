import { type IResolvable, type IResolveContext, Token } from 'cdktf';
import { quotedTemplate, segmentsOfTemplate } from '../core/template-segments';

/** An attribute of a resource or provider: its name, what it is in Terraform, its value if it has one. */
export type Attribute = readonly [name: string, kind: AttributeKind, value: unknown];

/** What an attribute is in Terraform; `any` also stands for maps of lists and nested objects. */
export type AttributeKind = keyof typeof FORMS;

/** Attributes with what cdktf needs to write them as HCL. */
export interface HclAttributes {
  readonly [name: string]: HclAttribute;
}

interface HclForm {
  readonly isBlock: boolean;
  readonly type: string;
  readonly storageClassType: string;
}

interface HclAttribute extends HclForm {
  readonly value: unknown;
}

/** How cdktf's generated bindings describe each kind. */
const FORMS = {
  string: { isBlock: false, type: 'simple', storageClassType: 'string' },
  boolean: { isBlock: false, type: 'simple', storageClassType: 'boolean' },
  stringList: { isBlock: false, type: 'list', storageClassType: 'stringList' },
  stringMap: { isBlock: false, type: 'map', storageClassType: 'stringMap' },
  any: { isBlock: false, type: 'any', storageClassType: 'any' },
  block: { isBlock: true, type: 'struct', storageClassType: 'struct' },
  blockList: { isBlock: true, type: 'list', storageClassType: 'structList' },
} as const satisfies { readonly [kind: string]: HclForm };

/** The attributes that have a value, for Terraform's JSON syntax. */
export function jsonOf(attributes: readonly Attribute[]): { [name: string]: unknown } {
  const json: { [name: string]: unknown } = {};
  for (const [name, , value] of attributes) if (value !== undefined) json[name] = value;
  return json;
}

/** The attributes that have a value, with what cdktf needs to write them as HCL. */
export function hclOf(attributes: readonly Attribute[]): HclAttributes {
  const hcl: { [name: string]: HclAttribute } = {};
  for (const [name, kind, value] of attributes) {
    if (value !== undefined)
      hcl[name] = { value: kind === 'any' ? writable(value) : value, ...FORMS[kind] };
  }
  return hcl;
}

/** The same value where cdktf, writing HCL, fails on `null` and spoils some text: expressions instead. */
function writable(value: unknown): unknown {
  if (value === null) return '${null}';
  if (typeof value === 'string') return SPOILT.test(value) ? new HclText(value) : value;
  if (Array.isArray(value)) return value.map(writable);
  const isPlain = typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;
  if (!isPlain) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, writable(member)]));
}

/** Text that cdktf writes without quotes, or whose quotes, backslashes and line ends it does not escape. */
const SPOILT = /["\\\n\r]|^[[{]|^-?\d+$/;

/** Text as an expression, which cdktf writes as it is. */
class HclText implements IResolvable {
  public readonly creationStack: string[] = [];

  public constructor(private readonly template: string) {}

  public resolve(context: IResolveContext): string {
    const template = context.resolve(this.template) as string;
    return `\${${quotedTemplate(segmentsOfTemplate(template))}}`;
  }

  public toString(): string {
    return Token.asString(this);
  }
}
