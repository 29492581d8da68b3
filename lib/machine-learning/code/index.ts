export * from './code';
export * from './code-options';
export * from './git-information';
