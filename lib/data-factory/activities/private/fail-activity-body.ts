import {
  type ActivityParts,
  type ArmActivity,
  renderActivity,
  textOrExpression,
} from './activity-body';

/**
 * A `Fail` activity. Pure.
 *
 * @returns the activity with `typeProperties: { message, errorCode }`
 */
export function renderFail(
  name: string,
  message: string,
  errorCode: string,
  parts: Pick<ActivityParts, 'description' | 'dependsOn'>,
): ArmActivity {
  return renderActivity({
    name,
    type: 'Fail',
    ...parts,
    typeProperties: {
      message: textOrExpression(message),
      errorCode: textOrExpression(errorCode),
    },
  });
}
