/**
 * Is the quote part of the text that it stands in? It is after a backslash, but not after one that is itself escaped: Apache writes an agent
 * that ends in a backslash as `"…\\\\"`.
 *
 * @param from Where the text begins.
 */
export function isEscaped(text: string, quote: number, from: number): boolean {
  let first = quote;
  while (first > from && text.charCodeAt(first - 1) === 92) first--;
  return (quote - first) % 2 === 1;
}
