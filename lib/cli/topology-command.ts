import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { AzureMlError, UnscopedValidationError } from '../core/errors';
import { choices, nearestFix } from '../core/nearest';
import { problem } from '../core/validation';
import { planDocumentsIn } from '../topology/private/read/plan-files';
import { Topology } from '../topology/topology';
import type { Command, Output } from './command';

const DEFAULT_FOLDER = 'cdktf.out';

type Render = (topology: Topology) => string | Promise<string>;

const FORMATS: ReadonlyMap<string, Render> = new Map<string, Render>([
  ['mermaid', (topology) => topology.toMermaid()],
  ['svg', (topology) => topology.toSvg()],
  ['dot', (topology) => topology.toDot()],
  ['json', (topology) => topology.toJson()],
]);

/** `topology`: draws what starts what, what runs where, what reads and writes which data, who may call whom. */
export const TOPOLOGY: Command = {
  summary: 'draw what starts what, what runs where, and who may call whom',
  usage: 'topology [--synth DIR | PLAN...] [--format FORMAT] [--out FILE] [--stack NAME]',
  options: [
    'PLAN            a plan as terraform show -json prints it, one for each stack',
    `--synth DIR     what was synthesized, by default ${DEFAULT_FOLDER}`,
    `--format FORMAT ${[...FORMATS.keys()].join(', ')}; mermaid by default`,
    '--out FILE      where the drawing goes, by default standard output',
    '--stack NAME    only this stack; a plan has the name of its file',
  ],
  run: async (args, output) => {
    try {
      await drawn(args, output);
      return 0;
    } catch (error) {
      if (!AzureMlError.isAzureMlError(error)) throw error;
      output.note(error.message);
      return 2;
    }
  },
};

async function drawn(args: readonly string[], output: Output): Promise<void> {
  const { values, plans } = argumentsIn(args);
  const render = formatOf(values.format);
  const options = values.stack === undefined ? {} : { stack: values.stack };
  const topology =
    plans.length === 0
      ? Topology.fromSynthFolder(values.synth ?? DEFAULT_FOLDER, options)
      : Topology.fromDocuments(planDocumentsIn(plans), options);
  const text = await render(topology);
  if (values.out === undefined) {
    output.out(text.replace(/\n$/, ''));
    return;
  }
  write(values.out, text);
  const { nodes, edges } = topology.graph;
  output.note(`${values.out}: ${String(nodes.length)} nodes, ${String(edges.length)} connections`);
}

/** @throws UnscopedValidationError CommandArgumentsInvalid, TopologyInputAmbiguous */
function argumentsIn(args: readonly string[]) {
  const { values, positionals: plans } = parsed(args);
  if (plans.length > 0 && values.synth !== undefined) {
    throw new UnscopedValidationError([
      problem('TopologyInputAmbiguous', {
        property: 'arguments',
        must: 'be plans or --synth, not both',
        got: args.join(' '),
      }),
    ]);
  }
  return { values, plans };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        synth: { type: 'string' },
        format: { type: 'string', default: 'mermaid' },
        out: { type: 'string' },
        stack: { type: 'string' },
      },
      strict: true,
      allowPositionals: true,
    });
  } catch (error) {
    throw new UnscopedValidationError([
      problem('CommandArgumentsInvalid', {
        property: 'arguments',
        must: `be options of the command (${messageOf(error)})`,
        got: args.join(' '),
      }),
    ]);
  }
}

/** @throws UnscopedValidationError TopologyFormatUnknown */
function formatOf(name: string): Render {
  const render = FORMATS.get(name);
  if (render !== undefined) return render;
  const names = [...FORMATS.keys()];
  throw new UnscopedValidationError([
    problem('TopologyFormatUnknown', {
      property: 'format',
      must: `be one of ${choices(names)}`,
      got: name,
      ...nearestFix(name, names),
    }),
  ]);
}

/** @throws UnscopedValidationError TopologyOutputUnwritable */
function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UnscopedValidationError([
      problem('TopologyOutputUnwritable', {
        property: 'out',
        must: `be a file that can be written (${messageOf(error)})`,
        got: file,
      }),
    ]);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
