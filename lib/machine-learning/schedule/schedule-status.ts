/** Whether a {@link DatastoreChangeSchedule} fires; spelt as v1 spells it. */
export enum ScheduleStatus {
  /** It fires. */
  ACTIVE = 'Active',
  /** It does not. */
  DISABLED = 'Disabled',
}
