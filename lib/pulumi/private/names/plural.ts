/** Words that are their own plural; the bridge compares the whole name. */
const UNCHANGED =
  /^(?:.*media|chassis|debris|equipment|headquarters|information|news|nexus|people|proceedings|series|species|.*measles|.*pox)$/i;

/** How the ends of words change, the first that fits. */
const ENDINGS: readonly (readonly [pattern: RegExp, plural: string])[] = [
  [/^cookie$/i, 'cookies'],
  [/^money$/i, 'monies'],
  [/^atlas$/i, 'atlases'],
  [/^sex$/i, 'sexes'],
  [/status$/i, 'statuses'],
  [/(quiz)$/i, '$1zes'],
  [/^(ox)$/i, '$1en'],
  [/([m|l])ouse$/i, '$1ice'],
  [/(matr|vert|ind)(?:ix|ex)$/i, '$1ices'],
  [/(x|ch|ss|sh)$/i, '$1es'],
  [/([^aeiouy]|qu)y$/i, '$1ies'],
  [/(hive)$/i, '$1s'],
  [/([^f])fe$/i, '$1ves'],
  [/([lre])f$/i, '$1ves'],
  [/sis$/i, 'ses'],
  [/([ti])um$/i, '$1a'],
  [/(p)erson$/i, '$1eople'],
  [/(m)an$/i, '$1en'],
  [/(c)hild$/i, '$1hildren'],
  [/(buffal|tomat)o$/i, '$1oes'],
  [/(alumn|bacill|cact|foc|fung|nucle|radi|stimul|syllab|termin|vir)us$/i, '$1i'],
  [/us$/i, 'uses'],
  [/(alias)$/i, '$1es'],
  [/(ax|cris|test)is$/i, '$1es'],
  [/s$/, 's'],
  [/$/, 's'],
];

/**
 * The plural of a name, as the bridge makes it for lists and sets.
 *
 * @see https://github.com/gedex/inflector
 */
export function plural(name: string): string {
  if (UNCHANGED.test(name)) return name;
  const ending = ENDINGS.find(([pattern]) => pattern.test(name));
  return ending === undefined ? name : name.replace(ending[0], ending[1]);
}
