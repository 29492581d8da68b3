import { Annotations, Aspects } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { IDataFactory } from '../data-factory';

/** Warns, once for a factory, where pipelines are declared here and in Git. */
export function warnOfGit(factory: IDataFactory): void {
  const pipelines = new Set<string>();
  const visit = (node: IConstruct): void => {
    if (!('pipelineName' in node) || !('addActivity' in node) || !('factory' in node)) return;
    if (node.factory !== factory || pipelines.size > 0) return;
    pipelines.add(node.node.path);
    Annotations.of(factory).addWarning(
      `pipeline ${node.node.path} is declared here, and the factory has git: what is published from Git overwrites what Terraform made. Declare pipelines in one of the two`,
    );
  };
  Aspects.of(factory.node.root).add({ visit });
}
