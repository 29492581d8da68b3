export * from './built-in-role';
export * from './grant';
export * from './principal';
export * from './user-assigned-identity';
