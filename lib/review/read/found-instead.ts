import { ScanFailure } from './json-scanner';

/** What is wrong with an input that is no plan, in words that end a sentence. */
export interface FoundInstead {
  readonly found: string;
  readonly fix: string;
}

const SHOW = 'write the plan with `terraform show -json PLANFILE > plan.json`';
const MOST_SHOWN = 40;

/** How much of a text is searched for what tells where it comes from, in bytes. */
const SEARCHED = 4_000;

/** What `terraform plan` and `terraform show` say where nobody asks for JSON. */
const FOR_PEOPLE =
  /Terraform used the selected providers|Terraform will perform the following|No changes\. |^ *# .* (?:will|must) be /m;

/** What was found where a JSON object should begin, or go on. */
export function foundInText(bytes: Buffer, at: number, failure: ScanFailure): FoundInstead {
  const start = bytes.subarray(at, at + MOST_SHOWN).toString('utf8');
  if (failure === ScanFailure.TOO_DEEP) {
    return { found: 'JSON nested more than 500 levels deep', fix: SHOW };
  }
  if (failure === ScanFailure.CUT_OFF && at < bytes.length) {
    return {
      found: `JSON that is cut off after ${String(bytes.length)} bytes`,
      fix: 'check that the command that wrote it ended, and that nothing limits its output',
    };
  }
  if (at >= bytes.length) return { found: 'nothing', fix: SHOW };
  return foundInBinary(bytes, at, start) ?? foundInWords(bytes, at, start);
}

function foundInBinary(bytes: Buffer, at: number, start: string): FoundInstead | undefined {
  if (start.startsWith('PK\u0003\u0004')) {
    return { found: 'a plan file in binary form', fix: SHOW };
  }
  if (bytes[at] === 0x1f && bytes[at + 1] === 0x8b) {
    return { found: 'compressed data', fix: 'decompress it first, such as with `gunzip`' };
  }
  return /[\u0000-\u0008\ufffd]/.test(start) ? { found: 'binary data', fix: SHOW } : undefined;
}

function foundInWords(bytes: Buffer, at: number, start: string): FoundInstead {
  if (FOR_PEOPLE.test(bytes.subarray(at, at + SEARCHED).toString('utf8'))) {
    return { found: 'a plan as Terraform shows it to people', fix: SHOW };
  }
  if (start.startsWith('[command]') || start.startsWith('::')) {
    return {
      found: `output of a wrapper around Terraform: ${firstLine(start)}`,
      fix: 'set `terraform_wrapper: false` where setup-terraform is used',
    };
  }
  if (start.startsWith('[')) return { found: 'a JSON list', fix: SHOW };
  if (start.startsWith('{')) return { found: `no JSON: ${firstLine(start)}`, fix: SHOW };
  return { found: `text that begins with ${firstLine(start)}`, fix: SHOW };
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/[\r\n]/, 1);
  return JSON.stringify(line);
}

/** What a JSON object is that is no plan, by its members. */
export function foundInObject(keys: ReadonlySet<string>): FoundInstead {
  const has = (...names: readonly string[]) => names.every((name) => keys.has(name));
  if (has('@level')) {
    return { found: 'the log of `terraform plan -json`, which has no values', fix: SHOW };
  }
  if (has('lineage', 'serial')) return { found: 'a state file', fix: SHOW };
  if (has('format_version', 'values')) {
    return { found: 'a state, shown without a plan', fix: SHOW };
  }
  if (has('provider_schemas')) return { found: 'schemas of providers', fix: SHOW };
  if (has('diagnostics', 'valid'))
    return { found: 'what `terraform validate -json` says', fix: SHOW };
  if (keys.has('terraform') || keys.has('resource')) {
    return {
      found: 'a synthesized stack',
      fix: 'give folders of synthesized stacks with --base and --head, or construct paths with --synth',
    };
  }
  const names = [...keys].slice(0, 5).join(', ');
  return { found: keys.size === 0 ? 'an empty object' : `an object with ${names}`, fix: SHOW };
}
