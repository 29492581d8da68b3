import { type IResolvable, Lazy } from 'cdktf';
import type { IDataFactoryPipeline } from '../data-factory-pipeline';
import { PipelineLinks } from './pipeline-links';

/** Whether a trigger fires, decided once the pipeline has all its activities. */
export function activation(pipeline: IDataFactoryPipeline, enabled: boolean): IResolvable {
  return Lazy.anyValue({ produce: () => (PipelineLinks.of(pipeline).idle ? false : enabled) });
}
