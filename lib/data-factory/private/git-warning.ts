import { Annotations } from 'cdktf';
import type { IConstruct } from 'constructs';
import type { IDataFactory } from '../data-factory';

const KEY = Symbol.for('cdktf-azureml.data-factory-git');

interface Holder {
  [KEY]?: 'git' | 'warned';
}

/** Notes that a factory keeps its pipelines in Git. */
export function markGit(factory: IDataFactory): void {
  (factory as IDataFactory & Holder)[KEY] = 'git';
}

/** Warns, once for a factory, where a pipeline is declared beside Git. */
export function warnOfGit(pipeline: IConstruct, factory: IDataFactory): void {
  const holder: Holder = factory as IDataFactory & Holder;
  if (holder[KEY] !== 'git') return;
  holder[KEY] = 'warned';
  Annotations.of(pipeline).addWarning(
    'its factory has git: what is published from Git overwrites what Terraform made, and the other way round; declare pipelines in one of the two',
  );
}
