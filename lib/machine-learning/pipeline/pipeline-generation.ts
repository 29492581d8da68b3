/** Which generation of Azure Machine Learning a pipeline belongs to. */
export enum PipelineGeneration {
  /** Published with the v1 SDK: a pipeline id or a pipeline endpoint id. Can be triggered, not created. */
  V1 = 'v1',
  /** A pipeline component behind a batch endpoint. */
  V2 = 'v2',
}
