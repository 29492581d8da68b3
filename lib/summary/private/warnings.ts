import { AnnotationMetadataEntryType } from 'cdktf';
import type { IConstruct } from 'constructs';

/** One warning of a construct. */
export interface Warning {
  /** Path of the construct, which starts with its stack. */
  readonly path: string;
  readonly text: string;
}

const WARNING: string = AnnotationMetadataEntryType.WARN;

/** All warnings below a construct, in the order of the tree; one that is given twice is there once. */
export function warningsOf(root: IConstruct): readonly Warning[] {
  return root.node.findAll().flatMap(({ node }) => {
    const texts = node.metadata
      .filter(({ type }) => type === WARNING)
      .map(({ data }) => String(data));
    return [...new Set(texts)].map((text) => ({ path: node.path, text }));
  });
}
