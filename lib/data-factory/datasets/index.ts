export * from './binary-dataset';
export * from './dataset';
