import { readFileSync } from 'node:fs';
import { validatorOf } from './parsers';

/** The schema of OASIS for SARIF 2.1.0, as Microsoft ships it for tests. */
const SCHEMA = require.resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');

/** What is wrong with a document by the schema of SARIF 2.1.0. */
export const sarifErrors = validatorOf(JSON.parse(readFileSync(SCHEMA, 'utf8')) as object);
