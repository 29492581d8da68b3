export { hasPassed, STEPS, type PlainStep, type Rehearsal, type StepResult } from './model';
export { rehearse, type RehearsalRequest } from './rehearse';
export { describeRehearsal, describeStep } from './report/text';
export { rehearsalDocument } from './report/json';
