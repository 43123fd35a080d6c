/**
 * The steps of a scale that holds all values and zero: 1, 2, 2.5 or 5 times a power of ten apart, in order.
 *
 * @param about How many there should be, nearly.
 */
export function niceSteps(lowest: number, highest: number, about: number): number[] {
  const [low, high] = [Math.min(0, lowest), Math.max(0, highest)];
  if (low === high) return [0, 1];
  const raw = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((one) => one >= raw * 0.999)!;
  const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
  // What a sum of fractions leaves behind the last digit is no figure.
  return Array.from({length: last - first + 1}, (_, place) => Number(((first + place) * step).toPrecision(12)));
}
