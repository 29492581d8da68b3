/** A reference to an attribute of a resource, as Terraform writes it. */
export interface Reference {
  /** Address of the resource, without keys of `count` and `for_each`. */
  readonly address: string;
  /** Attribute, such as `id` or `output.scoringUri`; empty for the whole resource. */
  readonly attribute: string;
}

const TEMPLATE = /([$%])\1\{|\$\{([^}]*)\}/g;
const RESOURCE =
  /((?:module\.[\w-]+(?:\[[^\]]*\])?\.)*(?:data\.)?[a-z][a-z0-9]*_[a-z0-9_]+\.[\w-]+)(?:\[(?:\d+|"[^"]*"|each\.\w+|count\.index)\])?((?:\.[\w-]+|\[\d+\])*)/;

/** Text as Terraform makes it of a template, each reference replaced by what is known of it. */
export function evaluate(template: string, valueOf: (reference: Reference) => string): string {
  if (!template.includes('{')) return template;
  return template.replaceAll(
    TEMPLATE,
    (whole: string, escaped: string | undefined, expression: string | undefined) => {
      if (escaped !== undefined) return `${escaped}{`;
      const reference = expression === undefined ? undefined : referenceIn(expression);
      return reference === undefined ? whole : valueOf(reference);
    },
  );
}

/** The first reference of an expression. */
export function referenceIn(expression: string): Reference | undefined {
  const match = RESOURCE.exec(expression);
  const address = match?.[1];
  return address === undefined ? undefined : { address, attribute: match?.[2]?.slice(1) ?? '' };
}
