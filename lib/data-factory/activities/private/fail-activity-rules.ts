import { Is, type Shape } from '../../../core/validation';
import { TEXT } from '../../private/property-types';
import type { FailActivityProps } from '../fail-activity';

export const FAIL_ACTIVITY_SHAPE: Shape<
  Required<Pick<FailActivityProps, 'message' | 'errorCode'>>
> = { message: TEXT, errorCode: TEXT };
