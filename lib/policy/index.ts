export * from './built-in-checks';
export * from './check';
export * from './evaluate';
export * from './finding';
export * from './severity';
