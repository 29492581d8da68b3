/** Unit of the length of a window; spelt as the service spells it. */
export enum WindowUnit {
  MINUTE = 'Minute',
  HOUR = 'Hour',
  MONTH = 'Month',
}
