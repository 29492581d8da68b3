import type { IConstruct } from 'constructs';
import { guidRule } from '../core/guid-rule';
import { Is, type Rule, type Shape, validateValue } from '../core/validation';

/** Kinds of principals as role assignments name them. */
export enum PrincipalType {
  /** A group of users and identities. */
  GROUP = 'Group',
  /** An application or a managed identity. */
  SERVICE_PRINCIPAL = 'ServicePrincipal',
  /** A person. */
  USER = 'User',
}

/** Somebody who can hold roles. */
export interface IPrincipal {
  /** Object id in Microsoft Entra ID, a GUID; often known only at apply. */
  readonly principalId: string;
  /** Kind of the principal; set on assignments so that a fresh identity need not be looked up. */
  readonly principalType: PrincipalType;
  /** What people call it, for summaries and construct ids. */
  readonly principalName: string;
  /**
   * Construct that role assignments of this principal stand under.
   *
   * @default - the construct that the role is granted on
   */
  readonly principalScope?: IConstruct;
}

/** Anything that has, or is, a principal. */
export interface IGrantable {
  /** The principal that receives roles. */
  readonly grantPrincipal: IPrincipal;
}

interface PrincipalProps {
  readonly principalId: string;
  readonly principalType: PrincipalType;
  readonly principalName: string;
}

const SHAPE: Shape<PrincipalProps> = {
  principalId: Is.text,
  principalType: Is.known(Is.oneOf(Object.values(PrincipalType))),
  principalName: Is.text,
};

const RULES: readonly Rule<PrincipalProps>[] = [
  guidRule({
    code: 'PrincipalIdInvalid',
    property: 'principalId',
    what: 'an object id',
    fix: 'use the object id of the user, group or enterprise application, not its application id or mail address',
  }),
];

/** An existing user, group or service principal, known by its object id. */
export class Principal implements IPrincipal, IGrantable {
  /** @throws UnscopedValidationError PrincipalIdInvalid */
  public static group(objectId: string, name: string = objectId): Principal {
    return new Principal(PrincipalType.GROUP, objectId, name);
  }

  /** @throws UnscopedValidationError PrincipalIdInvalid */
  public static servicePrincipal(objectId: string, name: string = objectId): Principal {
    return new Principal(PrincipalType.SERVICE_PRINCIPAL, objectId, name);
  }

  /** @throws UnscopedValidationError PrincipalIdInvalid */
  public static user(objectId: string, name: string = objectId): Principal {
    return new Principal(PrincipalType.USER, objectId, name);
  }

  public readonly principalId: string;
  public readonly principalName: string;
  public readonly principalType: PrincipalType;

  private constructor(principalType: PrincipalType, principalId: string, principalName: string) {
    validateValue({ principalId, principalType, principalName }, SHAPE, RULES);
    this.principalType = principalType;
    this.principalId = principalId;
    this.principalName = principalName;
  }

  public get grantPrincipal(): IPrincipal {
    return this;
  }
}
