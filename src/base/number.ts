/**
 * How is a figure printed?
 *
 * Thousands in groups of three with commas and a point before the decimals, whatever the machine's locale: the same
 * figure gives the same bytes everywhere. The value itself is never rounded, only its print.
 *
 * @param value A finite number; a missing figure is null and is not printed by this function.
 * @param decimals Digits after the point, 0 to 20.
 * @throws {RangeError} When the value is not finite: that is a bug upstream, never a figure.
 */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value)) throw new RangeError(`not a figure: ${value}`);
  const [whole, fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole!.replace(/\B(?=(?:\d{3})+$)/g, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  // A value that rounds to nothing is printed 0, not −0.
  const isNegative = value < 0 && /[1-9]/.test(digits);
  return isNegative ? `−${digits}` : digits;
}

/**
 * How is a share of a whole printed?
 *
 * One digit after the point. A share that is not none is never printed as 0.0%, nor one that is not all as 100.0%.
 *
 * @param shareRatio From 0 to 1.
 */
export function formatPercent(shareRatio: number): string {
  if (shareRatio > 0 && shareRatio < 0.0005) return "<0.1%";
  if (shareRatio < 1 && shareRatio >= 0.9995) return ">99.9%";
  return `${formatNumber(shareRatio * 100, 1)}%`;
}
