/** How much care a change asks for. */
export enum Danger {
  /** Can lose what cannot be made again, or gives rights that reach far. */
  DANGEROUS = 'dangerous',
  /** Interrupts or stops something, or happened outside of Terraform. */
  CAREFUL = 'careful',
  NONE = 'none',
}

/** From the most dangerous to none. */
export const DANGERS: readonly Danger[] = [Danger.DANGEROUS, Danger.CAREFUL, Danger.NONE];

/** The greater of two dangers. */
export function worse(one: Danger, other: Danger): Danger {
  return DANGERS.indexOf(one) <= DANGERS.indexOf(other) ? one : other;
}
