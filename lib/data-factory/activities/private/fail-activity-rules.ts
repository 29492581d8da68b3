import { Is, type Shape } from '../../../core/validation';
import type { FailActivityProps } from '../fail-activity';

export const FAIL_ACTIVITY_SHAPE: Shape<
  Required<Pick<FailActivityProps, 'message' | 'errorCode'>>
> = { message: Is.text, errorCode: Is.text };
