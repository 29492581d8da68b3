import type { IConstruct } from 'constructs';
import { ValidationError } from '../../core/errors';
import { problem } from '../../core/validation';
import type { IDataFactory } from '../data-factory';

interface Member extends IConstruct {
  readonly factory: IDataFactory;
}

/**
 * Refuses what belongs to another factory than the pipeline; the service finds names in its own only.
 *
 * @param members what an activity refers to, by property
 * @throws ValidationError ReferenceOfOtherFactory
 */
export function refuseOthers(
  pipeline: Member,
  members: { readonly [property: string]: Pick<Member, 'factory'> },
): void {
  const { factoryId, factoryName } = pipeline.factory;
  const [first, ...rest] = Object.entries(members)
    .filter(([, { factory }]) => factory.factoryId !== factoryId)
    .map(([property, { factory }]) =>
      problem('ReferenceOfOtherFactory', {
        property,
        must: `belong to data factory ${factoryName}`,
        got: factory.factoryName,
      }),
    );
  if (first !== undefined) throw new ValidationError([first, ...rest], pipeline);
}
