import { type Problem, shown } from '../../../../core/errors';
import { Is, mismatches, problem, type Rule, validateValue } from '../../../../core/validation';
import type { DataType } from '../../data-type';
import { secretFinding } from '../../private/uri-secrets';
import type { JobInput, V2Input } from '../rendered-argument';
import type { ArgumentForm } from './argument-form';
import { jobInput, takes, type UriType } from './input-types';

const URI_RULES: readonly Rule<{ readonly uri: string }>[] = [
  {
    code: 'ArgumentUriInvalid',
    check: ({ uri }) =>
      mismatches(uri, /^(https:\/\/|azureml:|abfss:\/\/|wasbs:\/\/)\S+$/)
        ? {
            property: 'uri',
            must: 'start with https://, azureml:, abfss:// or wasbs://',
            got: uri,
          }
        : undefined,
  },
  { code: 'ArgumentUriHoldsSecret', check: ({ uri }) => secretFinding('uri', uri) },
];

/** A file or folder by its URL. */
export class UriForm implements ArgumentForm {
  public constructor(
    private readonly type: UriType,
    private readonly uri: string,
  ) {
    validateValue({ uri }, { uri: Is.text }, URI_RULES);
  }

  public get told(): string {
    return `a ${this.type} at ${shown(this.uri)}`;
  }

  public fits(type: DataType): boolean {
    return takes(this.type, type);
  }

  public renderV1(name: string): Problem {
    return problem('ArgumentNotForGeneration', {
      property: `arguments.${name}`,
      must: 'be a literal or a path on a datastore for a v1 pipeline',
      got: this.uri,
      fix: 'use PipelineArgument.folder(datastore, path) or PipelineArgument.file(datastore, path)',
    });
  }

  public renderV2(): V2Input {
    return { JobInputType: this.type, Uri: this.uri };
  }

  public renderJobInput(): JobInput {
    return jobInput(this.type, this.uri);
  }
}
