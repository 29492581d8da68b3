import { OWN_ENGINE } from '../core/engine/own-cdktf';
import { isRecord, listOf, memberOf, recordOf, textOf } from '../review/read/json-values';
import type { ModuleNotes } from './module-notes';
import type { ModuleParts } from './module-parts';
import { passedProviders, providerBlocks } from './provider-blocks';

/** The README of a module: how it is called, what it takes and gives, what callers should know. Pure. */
export function moduleReadme(stack: string, parts: ModuleParts, notes: ModuleNotes): string {
  const lines = [
    `# ${stack}`,
    '',
    `Written by \`${OWN_ENGINE.library} module\` from the stack ${cell(stack)}. Change the stack, not these files.`,
    '',
    ...section('Usage', usage(stack, parts)),
    ...section('Requirements', requirements(parts)),
    ...section('Inputs', inputs(parts)),
    ...section('Outputs', outputs(parts)),
    ...section('Before you call it', noteLines(notes)),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

function section(title: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [`## ${title}`, '', ...lines, ''];
}

function usage(stack: string, { providers, variables }: ModuleParts): readonly string[] {
  const required = Object.entries(recordOf(variables['variable'])).filter(
    ([, variable]) => !hasDefault(variable),
  );
  const passed = passedProviders(providers);
  const isAliased = passed.some((name) => name.includes('.'));
  return [
    'Provider blocks are those of the caller. The constructs need these settings:',
    '',
    '```hcl',
    ...providerBlocks(providers),
    `module "${stack.replaceAll(/[^\w-]/g, '_')}" {`,
    '  source = "…"',
    ...(isAliased
      ? ['', '  providers = {', ...passed.map((name) => `    ${name} = ${name}`), '  }']
      : []),
    ...(required.length === 0 ? [] : ['', ...required.map(([name]) => `  ${name} = …`)]),
    '}',
    '```',
  ];
}

function requirements({ versions }: ModuleParts): readonly string[] {
  const terraform = recordOf(versions['terraform']);
  const providers = Object.entries(recordOf(terraform['required_providers']));
  return table(
    ['name', 'source', 'version'],
    [
      ['Terraform', '', textOf(terraform['required_version']) ?? 'any'],
      ...providers.map(([name, requirement]) => [
        name,
        textOf(memberOf(requirement, 'source')) ?? '',
        textOf(memberOf(requirement, 'version')) ?? textOf(requirement) ?? 'any',
      ]),
    ],
  );
}

function inputs({ variables }: ModuleParts): readonly string[] {
  const rows = Object.entries(recordOf(variables['variable'])).map(([name, variable]) => [
    code(name),
    cell(textOf(memberOf(variable, 'description')) ?? ''),
    code(typeOf(variable)),
    defaultOf(variable),
    memberOf(variable, 'nullable') === false ? 'no' : 'yes',
    isSensitive(variable) ? 'yes' : 'no',
    validations(variable),
  ]);
  return table(['name', 'what', 'type', 'default', 'may be null', 'sensitive', 'rules'], rows);
}

function outputs({ outputs: document }: ModuleParts): readonly string[] {
  const rows = Object.entries(recordOf(document['output'])).map(([name, output]) => [
    code(name),
    cell(textOf(memberOf(output, 'description')) ?? ''),
    isSensitive(output) ? 'yes' : 'no',
  ]);
  return table(['name', 'what', 'sensitive'], rows);
}

function noteLines(notes: ModuleNotes): readonly string[] {
  return [
    ...list(
      'Terraform refuses to destroy these, unless their whole module block is taken out, which takes the protection with it:',
      notes.prevented.map(code),
    ),
    ...list(
      'These have the same name in each call, and Azure takes it once: call the module once, or make the names inputs:',
      notes.sameNames.map(([address, name]) => `${code(address)}: ${code(name)}`),
    ),
    ...list(
      'Resources name these subscriptions, whatever the provider of the caller works in:',
      notes.fixedSubscriptions.map(code),
    ),
    ...list('Terraform forgets these, and leaves them in Azure:', notes.forgotten.map(code)),
  ];
}

function list(title: string, items: readonly string[]): readonly string[] {
  return items.length === 0 ? [] : [title, '', ...items.map((item) => `- ${item}`), ''];
}

function table(titles: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return ['None.'];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)];
}

function hasDefault(variable: unknown): boolean {
  return memberOf(variable, 'default') !== undefined;
}

function isSensitive(block: unknown): boolean {
  return memberOf(block, 'sensitive') === true;
}

function typeOf(variable: unknown): string {
  return (textOf(memberOf(variable, 'type')) ?? 'any').replace(/^\$\{(.*)\}$/, '$1');
}

function defaultOf(variable: unknown): string {
  if (!hasDefault(variable)) return 'required';
  return isSensitive(variable) ? 'set' : code(JSON.stringify(memberOf(variable, 'default')));
}

function validations(variable: unknown): string {
  const given = memberOf(variable, 'validation');
  const rules = isRecord(given) ? [given] : listOf(given);
  return rules.map((rule) => cell(textOf(memberOf(rule, 'error_message')) ?? '')).join(' ');
}

/** Text within a cell of a table, as it is. */
function cell(text: string): string {
  return text
    .replaceAll(/[\\`*_[\]<>|]/g, (char) => `\\${char}`)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
}

/** Code within a cell of a table; backticks in it make a longer fence. */
function code(text: string): string {
  const line = text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
  return line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``;
}
