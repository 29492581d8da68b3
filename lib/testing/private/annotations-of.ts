import { AnnotationMetadataEntryType } from 'cdktf';
import type { IConstruct } from 'constructs';
import { AnnotationLevel, type StackAnnotation } from '../stack-annotation';

const LEVELS: ReadonlyMap<string, AnnotationLevel> = new Map([
  [AnnotationMetadataEntryType.INFO, AnnotationLevel.INFO],
  [AnnotationMetadataEntryType.WARN, AnnotationLevel.WARNING],
  [AnnotationMetadataEntryType.ERROR, AnnotationLevel.ERROR],
]);

/** The annotations of a construct and everything below it, in the order of the tree. */
export function annotationsOf(construct: IConstruct): readonly StackAnnotation[] {
  return construct.node.findAll().flatMap(({ node }) =>
    node.metadata.flatMap(({ type, data }) => {
      const level = LEVELS.get(type);
      return level === undefined
        ? []
        : [{ level, constructPath: node.path, message: String(data) }];
    }),
  );
}
