import { Is, mismatches, type Rule, type Shape } from '../../core/validation';
import { ManagedIdentityForm } from '../managed-identity-form';
import { Typed } from './prop-types';

interface ManagedApiProps {
  readonly apiName: string;
  readonly identityForm: ManagedIdentityForm;
}

export const MANAGED_API_SHAPE: Shape<ManagedApiProps> = {
  apiName: Typed.text,
  identityForm: Is.oneOf(Object.values(ManagedIdentityForm)),
};

export const MANAGED_API_RULES: readonly Rule<ManagedApiProps>[] = [
  {
    code: 'ManagedApiNameInvalid',
    check: ({ apiName }) =>
      mismatches(apiName, /^[a-z][a-z0-9]*$/)
        ? {
            property: 'apiName',
            must: 'be lower-case letters and digits',
            got: apiName,
            fix: 'take the last segment of the id of the managed API, such as azureblob',
          }
        : undefined,
  },
];
