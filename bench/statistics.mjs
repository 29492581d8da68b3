/** The least of several measurements of the same work: noise only ever adds. */
export function least(values) {
  return Math.min(...values);
}

/** The middle of several measurements: for ratios of neighbours, where noise hits either side. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/**
 * The mean of ratios whose sides were measured in turns, each as often first as the other: what the second finds warm,
 * or has to collect, cancels out, where a median would jump between the two orders.
 */
export function geometricMean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
