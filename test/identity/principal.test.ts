import { TerraformVariable } from 'cdktf';
import { Principal, PrincipalType } from '../../lib/identity';
import { fuzzArguments } from '../support/fuzz';
import { codesIn, freshStack } from '../support/stack';

const OBJECT_ID = '99999999-8888-4777-8666-555555555555';

const MADE_BY = [
  ['group', PrincipalType.GROUP],
  ['servicePrincipal', PrincipalType.SERVICE_PRINCIPAL],
  ['user', PrincipalType.USER],
] as const;

describe.each(MADE_BY)('Principal.%s', (make, type) => {
  test('knows its kind, its object id and the name that people call it', () => {
    expect(Principal[make](OBJECT_ID, 'the churn team').grantPrincipal).toMatchObject({
      principalId: OBJECT_ID,
      principalType: type,
      principalName: 'the churn team',
    });
  });

  test('is called by its object id where it has no name', () => {
    expect(Principal[make](OBJECT_ID).principalName).toBe(OBJECT_ID);
  });

  test('takes an object id that only Terraform knows', () => {
    const variable = new TerraformVariable(freshStack(), 'id', {});
    expect(codesIn(() => Principal[make](variable.stringValue))).toEqual([]);
  });

  test.each([OBJECT_ID.toUpperCase(), 'abcdefab-cdef-abcd-efab-cdefabcdefab'])(
    'takes the object id %s',
    (objectId) => {
      expect(codesIn(() => Principal[make](objectId))).toEqual([]);
    },
  );

  test.each([
    'someone@example.com',
    OBJECT_ID.slice(1),
    `${OBJECT_ID}0`,
    ` ${OBJECT_ID}`,
    OBJECT_ID.replaceAll('-', ''),
  ])('fails for the object id %p', (objectId) => {
    expect(codesIn(() => Principal[make](objectId))).toEqual(['PrincipalIdInvalid']);
  });
});

fuzzArguments(
  'a principal',
  () => ({ objectId: OBJECT_ID, name: 'team' }),
  (_scope, { objectId, name }) => Principal.group(objectId, name),
);
