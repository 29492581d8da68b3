import { UnscopedValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import { parsedExactly } from './exact-numbers';
import { type FoundInstead, foundInObject, foundInText } from './found-instead';
import { type InputBytes, inUtf8 } from './input-bytes';
import { JsonScanner, type Member, ScanFailure, type Span } from './json-scanner';

/** How a text begins that holds JSON: with a bracket, behind white space or what is written as an escape. */
const TEXT_OF_JSON = /"(?:[{[\s]|\\[nrtu])/;

/** A plan of which nothing is parsed yet. */
export class PlanDocument {
  public constructor(
    /** Name of the file, with a number where it holds several plans. */
    public readonly name: string,
    private readonly bytes: Buffer,
    private readonly members: ReadonlyMap<string, Omit<Member, 'key'>>,
  ) {}

  /** The value of a member, `undefined` where there is none. */
  public member(key: string): unknown {
    const span = this.members.get(key);
    return span === undefined ? undefined : this.parsed(span);
  }

  /** Where the items of a list stand that is a member; none where there is no such list. */
  public items(key: string): readonly Span[] {
    const span = this.members.get(key);
    if (span === undefined || this.bytes[span.start] !== 0x5b) return [];
    const items = span.items ?? new JsonScanner(this.bytes).itemsOf(span.start);
    return typeof items === 'string'
      ? refuse(this.name, foundInText(this.bytes, span.start, items))
      : items;
  }

  /** @throws UnscopedValidationError PlanInvalid */
  public parsed(span: Span): unknown {
    return this.read(span).value;
  }

  /**
   * A value, and whether a text in it may hold JSON, which most have none of.
   *
   * @throws UnscopedValidationError PlanInvalid
   */
  public read({ start, end }: Span): { readonly value: unknown; readonly holdsJson: boolean } {
    const text = this.bytes.toString('utf8', start, end);
    try {
      return { value: parsedExactly(text), holdsJson: TEXT_OF_JSON.test(text) };
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return refuse(this.name, {
        found: `text that is no JSON in bytes ${String(start)} to ${String(end)}: ${why.slice(0, 100)}`,
        fix: 'write it once more',
      });
    }
  }
}

/**
 * The plans in an input, one after the other.
 *
 * @throws UnscopedValidationError PlanInvalid, PlanFormatUnsupported
 */
export function planDocuments({ name, bytes: raw }: InputBytes): readonly PlanDocument[] {
  const bytes = inUtf8(raw);
  const scanner = new JsonScanner(bytes);
  const documents: ReadonlyMap<string, Omit<Member, 'key'>>[] = [];
  let at = scanner.afterSpace(0);
  do {
    if (bytes[at] !== 0x7b) refuse(name, foundInText(bytes, at, ScanFailure.NOT_JSON));
    const members = scanner.membersOf(at);
    if (typeof members === 'string') return refuse(name, foundInText(bytes, at, members));
    documents.push(new Map(members.map((member) => [member.key, member])));
    const last = members[members.length - 1];
    at = scanner.afterSpace(scanner.afterSpace(last === undefined ? at + 1 : last.end) + 1);
  } while (at < bytes.length);
  return documents.map((members, index) => {
    const label = documents.length === 1 ? name : `${name} #${String(index + 1)}`;
    return checked(new PlanDocument(label, bytes, members), new Set(members.keys()));
  });
}

const PARTS = [
  'planned_values',
  'resource_changes',
  'output_changes',
  'configuration',
  'prior_state',
  'resource_drift',
];

function checked(document: PlanDocument, keys: ReadonlySet<string>): PlanDocument {
  if (!keys.has('format_version') || !PARTS.some((key) => keys.has(key))) {
    refuse(document.name, foundInObject(keys));
  }
  const version = document.member('format_version');
  if (typeof version !== 'string' || !/^[01]\.\d+$/.test(version)) {
    throw new UnscopedValidationError([
      problem('PlanFormatUnsupported', {
        property: document.name,
        must: 'be a plan of format 0.1 to 1.x',
        got: version,
      }),
    ]);
  }
  return document;
}

function refuse(name: string, { found, fix }: FoundInstead): never {
  throw new UnscopedValidationError([
    {
      code: 'PlanInvalid',
      property: name,
      must: 'be a plan as `terraform show -json` writes it',
      got: found,
      fix,
    },
  ]);
}
