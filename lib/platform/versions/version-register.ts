import {
  AnnotationMetadataEntryType,
  DefaultTokenResolver,
  type ISynthesisSession,
  StringConcat,
  TerraformElement,
  TerraformResource,
  TerraformStack,
  Tokenization,
} from 'cdktf';
import type { IConstruct } from 'constructs';
import type { ArmObject } from '../../azapi/azapi-types';
import { AssumptionError, ValidationError } from '../../core/errors';
import { factsOf } from '../../core/facts';
import { problem } from '../../core/validation';
import {
  importIdOf,
  type LabelledVersion,
  renderAdoptions,
  renderForgotten,
} from './private/adoption';
import { reconcile, type Reconciled } from './private/reconcile';
import type { VersionLine } from './private/version-lines';
import { type VersionsPlace, versionsPlaceOf } from './private/versions-place';
import { readVersions, shownPath, updateVersions, wouldChange } from './private/versions-store';
import { VERSIONS_MODE_VARIABLE, VersionsMode } from './versions-mode';

const ID = 'KeptVersions';

/** Where cdktf looks for what a construct does while its stack is synthesized. */
const CUSTOM_SYNTHESIS = Symbol.for('cdktf/customSynthesis');

/**
 * Keeps the versions of a stack: emits `removed` blocks for those that are no longer declared and `import`
 * blocks for those that are declared again, and writes the versions file when the stack is synthesized.
 */
export class VersionRegister extends TerraformElement {
  /** The register of the stack that a construct is in. */
  public static of(scope: IConstruct): VersionRegister {
    const stack = TerraformStack.of(scope);
    const existing = stack.node.tryFindChild(ID);
    return existing instanceof VersionRegister ? existing : new VersionRegister(stack);
  }

  private readonly told = new Set<string>();
  private blocks: ArmObject = {};

  private constructor(stack: TerraformStack) {
    super(stack, ID);
    Object.defineProperty(this, CUSTOM_SYNTHESIS, {
      value: {
        onSynthesize: ({ outdir }: ISynthesisSession) => {
          this.keep(outdir);
        },
      },
    });
  }

  /** Nothing before the app is synthesized: what a test looks at does not change with publications. */
  public override toTerraform(): ArmObject {
    return this.blocks;
  }

  private keep(outdir: string): void {
    const place = versionsPlaceOf(this, outdir);
    if (place === undefined) return;
    const versions = this.versions();
    const { file, mode } = place;
    if (mode === VersionsMode.OFF) {
      if (versions.length > 0) this.warn(`${VERSIONS_MODE_VARIABLE} is off: ${DESTROYED}`);
      return;
    }
    const known = readVersions(file);
    if (known === undefined && versions.length === 0) return;
    const { forgotten, adopted } = this.reconciled(versions, known ?? []);
    const adoptions = versions.filter((one) => adopted.has(addressOf(one)));
    this.blocks = { ...renderForgotten(forgotten), ...renderAdoptions(adoptions) };
    this.record(place, versions, known === undefined);
  }

  private record(
    { file, mode }: VersionsPlace,
    versions: readonly LabelledVersion[],
    isFirst: boolean,
  ): void {
    const change = (lines: readonly VersionLine[]) => this.reconciled(versions, lines).lines;
    if (!wouldChange(file, change)) return;
    if (mode === VersionsMode.CHECK) throw this.outdated(file);
    if (mode === VersionsMode.WRITE) updateVersions(file, change);
    if (isFirst || (mode === VersionsMode.WRITE && isAutomated())) {
      this.warn(`${shownPath(file)} ${whatHappened(mode, isFirst)} ${DESTROYED}`);
    }
  }

  /** Everything versioned that is in the tree now. */
  private versions(): readonly LabelledVersion[] {
    return factsOf(TerraformStack.of(this), 'version').map(({ scope, fact }) => {
      if (!TerraformResource.isTerraformResource(scope)) {
        throw new AssumptionError('only resources are versioned');
      }
      return { ...fact, terraformType: scope.terraformResourceType, label: scope.friendlyUniqueId };
    });
  }

  private reconciled(
    versions: readonly LabelledVersion[],
    known: readonly VersionLine[],
  ): Reconciled {
    const stack = TerraformStack.of(this).node.path;
    const declared = versions.map((version) => ({
      stack,
      address: addressOf(version),
      id: this.resolved(version.instancesAt ?? importIdOf(version)),
    }));
    return reconcile(stack, declared, known);
  }

  private resolved(text: string): string {
    const resolver = new DefaultTokenResolver(new StringConcat());
    return String(Tokenization.resolve(text, { scope: this, resolver, preparing: true }));
  }

  private outdated(file: string): ValidationError {
    return new ValidationError(
      [
        problem('VersionsFileOutdated', {
          property: 'versionsFile',
          must: 'hold every version that the stack declares',
          got: shownPath(file),
          fix: `synthesize without ${VERSIONS_MODE_VARIABLE}=check and commit the file`,
        }),
      ],
      TerraformStack.of(this),
    );
  }

  /** Without the stack trace of cdktf's own annotations, which holds paths of the machine. */
  private warn(message: string): void {
    if (this.told.has(message)) return;
    this.told.add(message);
    this.node.addMetadata(AnnotationMetadataEntryType.WARN, message);
  }
}

const DESTROYED =
  'versions of components, code, environments and data that are no longer declared are destroyed by the next apply';

function addressOf({ terraformType, label }: LabelledVersion): string {
  return `${terraformType}.${label}`;
}

function whatHappened(mode: VersionsMode, isFirst: boolean): string {
  if (mode === VersionsMode.READ) return 'is not there:';
  return `was ${isFirst ? 'made' : 'changed'}; commit it with every change, or`;
}

/** Whether nobody is there who would commit what changes: CI systems set this variable. */
function isAutomated(): boolean {
  return !['', 'false', '0'].includes(process.env['CI'] ?? '');
}
