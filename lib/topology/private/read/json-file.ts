import { readFileSync } from 'node:fs';
import { UnscopedValidationError } from '../../../core/errors';
import { problem } from '../../../core/validation';
import { inUtf8 } from '../../../review/read/input-bytes';

/**
 * What a JSON file holds.
 *
 * @throws UnscopedValidationError TopologyInputUnreadable
 */
export function jsonIn(file: string): unknown {
  const text = textIn(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw unreadable(file, `be JSON (${messageOf(error)})`, text.slice(0, 80));
  }
}

function textIn(file: string): string {
  try {
    return inUtf8(readFileSync(file)).toString('utf8');
  } catch (error) {
    throw unreadable(file, 'be a file that can be read', messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function unreadable(property: string, must: string, got: string): UnscopedValidationError {
  return new UnscopedValidationError([
    problem('TopologyInputUnreadable', {
      property,
      must,
      got,
      fix: 'give the output of terraform show -json of a saved plan',
    }),
  ]);
}
