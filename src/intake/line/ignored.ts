/**
 * Is a line neither a request nor a fault: blank, or a comment?
 *
 * @param text The line, or its beginning where only its first signs are at hand.
 */
export function isIgnored(text: string): boolean {
  return text.charCodeAt(0) === hash || text.trim() === "";
}

const hash = 35;
