import { type Problem, shown } from '../../../../core/errors';
import { guidRule } from '../../../../core/guid-rule';
import { Is, problem, type Rule, validateValue } from '../../../../core/validation';
import type { JobInput, V1Assignment, V2Input } from '../rendered-argument';
import type { ArgumentForm } from './argument-form';

interface DatasetProps {
  readonly datasetId: string;
}

const DATASET_RULES: readonly Rule<DatasetProps>[] = [
  guidRule({
    code: 'ArgumentDatasetIdInvalid',
    property: 'datasetId',
    what: 'the id of a saved dataset of the v1 SDK',
    fix: 'Dataset.get_by_name(ws, name).id of the v1 SDK gives it',
  }),
];

/** A dataset that was registered with the v1 SDK. */
export class DatasetForm implements ArgumentForm {
  public constructor(private readonly datasetId: string) {
    validateValue({ datasetId }, { datasetId: Is.text }, DATASET_RULES);
  }

  public get told(): string {
    return `a dataset of the v1 SDK, ${shown(this.datasetId)}`;
  }

  public fits(): boolean {
    return true;
  }

  public renderV1(): V1Assignment {
    return { dataset: { SavedDataSetReference: { Id: this.datasetId } } };
  }

  public renderV2(name: string): V2Input | Problem {
    return this.notForV2(name);
  }

  public renderJobInput(name: string): JobInput | Problem {
    return this.notForV2(name);
  }

  private notForV2(name: string): Problem {
    return problem('ArgumentNotForGeneration', {
      property: `arguments.${name}`,
      must: 'not be a dataset of the v1 SDK for a v2 pipeline',
      got: this.datasetId,
      fix: 'use PipelineArgument.uriFolder with a data asset, or PipelineArgument.folder(datastore, path)',
    });
  }
}
