import { type ISynthesisSession, TerraformStack } from 'cdktf';
import { Construct } from 'constructs';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Snapshot } from './snapshot';

/** Where cdktf looks for what a construct writes beside the JSON. */
const CUSTOM_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

/** Files that are copied beside the synthesized stack, so that Terraform can upload them. */
export class StagedFiles extends Construct {
  private readonly folder: string;

  public constructor(
    scope: Construct,
    id: string,
    private readonly snapshot: Snapshot,
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
    const target = join(session.outdir, dirname(synthesizedStackPath), this.folder);
    rmSync(target, { recursive: true, force: true });
    for (const { path, source } of this.snapshot.files) {
      const copy = join(target, path);
      mkdirSync(dirname(copy), { recursive: true });
      copyFileSync(source, copy);
    }
  }
}
