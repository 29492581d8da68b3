import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { segmentsOfTemplate } from '../core/template-segments';
import { problem } from '../core/validation';
import type { Problem } from '../core/errors';
import type { ModuleSource } from './module-source';
import { addressOf, type JsonPath, replaceStrings } from './strings';

/** What became of the files that a stack names. */
export interface FileReferences {
  /** The document, with every file named from the folder of the module. */
  readonly document: unknown;
  /** Files and folders that the module needs, relative to the folder of the stack, sorted. */
  readonly paths: readonly string[];
  readonly problems: readonly Problem[];
}

/** How cdktf names what it copied beside a stack. */
const STAGED = /^(?:\.\/)?assets\//;

/** Attributes of resources that are paths of files. */
const FILE_ATTRIBUTES = new Set(['source', 'source_file', 'source_dir', 'filename']);

/** Terraform's functions that read files, with a path that is known. */
const FILE_CALL =
  /\b(?:file|fileexists|fileset|filebase64|filemd5|filesha(?:1|256|512)|filebase64sha(?:256|512)|templatefile)\(\s*"([^"\\$]+)"/g;

/** A string within an expression that names what cdktf copied. */
const STAGED_STRING = /"((?:\.\/)?assets\/(?:[^"\\$]|\\.)*)/g;

const OF_MODULE = /\$\{path\.module\}\/([^"$]+)/g;
const OUTSIDE = /^(?:[\\/]|[A-Za-z]:[\\/]|\.\.(?:[\\/]|$))/;

/**
 * Names files from the folder of the module: Terraform takes a relative path from the folder in which it was started,
 * which is that of the stack, but not that of a module.
 */
export function fileReferences({ folder, document }: ModuleSource): FileReferences {
  const references = new References(folder);
  const rewritten = replaceStrings(document, (text, path) => references.rewritten(text, path));
  return { document: rewritten, paths: references.paths(), problems: references.problems };
}

class References {
  public readonly problems: Problem[] = [];
  private readonly found = new Set<string>();

  public constructor(private readonly folder: string) {}

  public paths(): readonly string[] {
    return [...this.found].sort();
  }

  public rewritten(text: string, path: JsonPath): string {
    for (const [, file = ''] of text.matchAll(OF_MODULE)) this.add(file);
    if (text.includes(this.folder)) {
      this.refuse('ModuleFileOutside', path, text);
      return text;
    }
    if (path[0] === 'module' && path[2] === 'source') return this.moduleSource(text, path);
    const literal = pathIn(text, path);
    if (literal !== undefined) return this.ofFile(text, literal, path);
    return /[$%]\{/.test(text) ? this.ofExpressions(text, path) : text;
  }

  /** A module of this one is read from its folder by Terraform itself; its files only have to come along. */
  private moduleSource(text: string, path: JsonPath): string {
    if (/^\.\.?\//.test(text) && !this.add(text)) this.refuse('ModuleFileOutside', path, text);
    return text;
  }

  private ofFile(text: string, literal: string, path: JsonPath): string {
    const known = literal === text ? literal : literal.slice(0, literal.lastIndexOf('/'));
    if (this.add(known)) return `\${path.module}/${text.replace(/^\.\//, '')}`;
    if (isFileAttribute(path)) this.refuseFile(literal, path);
    return text;
  }

  private ofExpressions(text: string, path: JsonPath): string {
    const called = text.replace(FILE_CALL, (call, file: string) => {
      if (STAGED.test(file)) return call;
      if (this.add(file)) return call.replace(`"${file}"`, `"\${path.module}/${plain(file)}"`);
      this.refuseFile(file, path);
      return call;
    });
    return called.replace(STAGED_STRING, (start, file: string) =>
      this.add(file) ? `"\${path.module}/${plain(file)}` : start,
    );
  }

  /** Whether a path is of the stack; then its file or folder belongs to the module. */
  private add(file: string): boolean {
    if (OUTSIDE.test(file)) return false;
    const inside = relative(this.folder, join(this.folder, file));
    if (inside === '' || OUTSIDE.test(inside) || !existsSync(join(this.folder, inside)))
      return false;
    this.found.add(inside.replaceAll('\\', '/'));
    return true;
  }

  private refuseFile(file: string, path: JsonPath): void {
    this.refuse(OUTSIDE.test(file) ? 'ModuleFileOutside' : 'ModuleFileMissing', path, file);
  }

  private refuse(
    code: 'ModuleFileOutside' | 'ModuleFileMissing',
    path: JsonPath,
    got: string,
  ): void {
    const outside = code === 'ModuleFileOutside';
    this.problems.push(
      problem(code, {
        property: addressOf(path),
        must: outside
          ? 'name files within the folder of the stack'
          : 'name a file that is in the folder of the stack',
        got: outside ? got.replaceAll(this.folder, '.') : got,
        fix: 'let Code, UploadSource or a TerraformAsset of type FILE copy it there',
      }),
    );
  }
}

/** What a text that is a path starts with, up to the first expression. */
function pathIn(text: string, path: JsonPath): string | undefined {
  const [first, ...rest] = segmentsOfTemplate(text);
  if (first?.kind !== 'literal') return undefined;
  const isPath = STAGED.test(first.text) || (isFileAttribute(path) && rest.length === 0);
  return isPath ? first.text : undefined;
}

function isFileAttribute(path: JsonPath): boolean {
  const [kind, , , attribute = ''] = path;
  return (
    (kind === 'resource' || kind === 'data') && path.length === 4 && FILE_ATTRIBUTES.has(attribute)
  );
}

function plain(file: string): string {
  return file.replace(/^\.\//, '');
}
