import { Duration } from '../../lib/core/duration';
import { renderRecurrence } from '../../lib/logic-apps/private/recurrence';

describe('a polling interval', () => {
  test.each([
    [Duration.seconds(1), 'Second', 1],
    [Duration.seconds(90), 'Second', 90],
    [Duration.minutes(1), 'Minute', 1],
    [Duration.minutes(5), 'Minute', 5],
    [Duration.minutes(90), 'Minute', 90],
    [Duration.hours(2), 'Hour', 2],
    [Duration.hours(36), 'Hour', 36],
    [Duration.days(1), 'Day', 1],
    [Duration.days(500), 'Day', 500],
  ])('is told in its largest whole unit: %j', (duration, frequency, interval) => {
    expect(renderRecurrence(duration)).toEqual({ frequency, interval });
  });
});
