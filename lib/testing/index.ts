export { Capture } from './capture';
export { Match } from './match';
export {
  type ICaptureTarget,
  type ITokenSource,
  MatchContext,
  type MatchContextProps,
  type Sighting,
} from './match-context';
export { Matcher, type Mismatch } from './matcher';
export { AnnotationLevel, type StackAnnotation } from './stack-annotation';
export { StackAnnotations } from './stack-annotations';
export { Template, type TemplateOptions } from './template';
export { TemplateError } from './template-error';
export type { BlockPattern, TerraformBlock, TerraformBlocks } from './terraform-block';
