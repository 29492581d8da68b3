/** How grave an annotation is. */
export enum AnnotationLevel {
  /** For information. */
  INFO = 'info',
  /** Should be looked at; synthesis goes on. */
  WARNING = 'warning',
  /** Synthesis fails. */
  ERROR = 'error',
}

/** What a construct has to say at synthesis. */
export interface StackAnnotation {
  /** How grave it is. */
  readonly level: AnnotationLevel;
  /** Path of the construct that says it, such as `churn/Workspace/Cpu`. */
  readonly constructPath: string;
  /** The text. */
  readonly message: string;
}
