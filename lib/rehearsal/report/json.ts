import { hasPassed, type Rehearsal } from '../model';

/** A rehearsal as JSON, one object. */
export function rehearsalDocument(rehearsal: Rehearsal): string {
  const { terraform, stacks, folder } = rehearsal;
  return JSON.stringify(
    {
      version: 1,
      passed: hasPassed(rehearsal),
      rehearsed: 'Terraform, not Azure',
      terraform,
      providers: { azurerm: '4.81.0', azapi: '2.12.0' },
      stacks,
      ...(folder === undefined ? {} : { folder }),
    },
    null,
    2,
  );
}
