import { type ISynthesisSession, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import {
  constants,
  copyFileSync,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { ValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import { FileHasher } from './file-digest';
import { stampOf } from './file-stamp';
import type { SnapshotFile } from './snapshot';

/** Where cdktf looks for what a construct writes beside the JSON. */
const CUSTOM_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

/**
 * Files that lie beside the synthesized stack, so that Terraform can upload them.
 *
 * They are clones where the file system can share blocks between files until one is written to, else
 * copies. A link would show Terraform what is edited after the synthesis, under the hash of what was
 * there before. Names are made of hashes of the content, so what is there is not staged again.
 */
export class StagedFiles extends Construct {
  private readonly folder: string;

  /** @param files what is staged, by its path within the folder of this construct */
  public constructor(
    scope: Construct,
    id: string,
    private readonly files: ReadonlyMap<string, SnapshotFile>,
  ) {
    super(scope, id);
    this.folder = `assets/${TerraformStack.of(this).getLogicalId(this.node)}`;
    Object.defineProperty(this, CUSTOM_SYNTHESIS, {
      value: {
        onSynthesize: (session: ISynthesisSession) => {
          this.stage(session);
        },
      },
    });
  }

  /** Path of a staged file, from the folder of the synthesized stack. */
  public pathOf(path: string): string {
    return `${this.folder}/${path}`;
  }

  private stage(session: ISynthesisSession): void {
    const { synthesizedStackPath } = session.manifest.forStack(TerraformStack.of(this));
    const folder = join(session.outdir, dirname(synthesizedStackPath), this.folder);
    const made = new Set<string>();
    for (const [path, file] of this.files) {
      const staged = join(folder, path);
      if (existsSync(staged)) continue;
      const parent = dirname(staged);
      if (!made.has(parent)) mkdirSync(parent, { recursive: true });
      made.add(parent);
      this.copy(file, staged);
    }
  }

  /** In two moves, so that what has the name is whole. */
  private copy(file: SnapshotFile, staged: string): void {
    const part = `${staged}.${String(process.pid)}`;
    if (!existsSync(file.source)) throw changedSince(file, this);
    try {
      copyFileSync(file.source, part, constants.COPYFILE_FICLONE);
      if (!isAsHashed(file, part)) throw changedSince(file, this);
      renameSync(part, staged);
    } catch (error) {
      rmSync(part, { force: true });
      throw error;
    }
  }
}

/** Whether a copy is what was hashed: its origin has not changed since, or it has the same content anyway. */
function isAsHashed({ source, stamp, digest }: SnapshotFile, copy: string): boolean {
  const { key } = stampOf(statSync(source, { bigint: true }));
  return key === stamp.key || new FileHasher().read(copy).digest === digest;
}

function changedSince({ source }: SnapshotFile, scope: Construct): ValidationError {
  return new ValidationError(
    [
      problem('FileChangedDuringSynthesis', {
        property: 'directory',
        must: 'stay as it is from the moment it is read until the stack is written',
        got: source,
        fix: 'synthesize again',
      }),
    ],
    scope,
  );
}
