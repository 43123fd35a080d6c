const longest = 1024;

/**
 * The path of a request as it may be looked up; null where it is one that no page links to.
 *
 * A slash or a dot that is written by its number would be one thing to whoever guards a path and another to whoever opens it. None is
 * decoded here, and nothing is opened by a path: it is looked up in a list.
 */
export function plainPath(path: string): string | null {
  if (path.length > longest || !path.startsWith("/")) return null;
  if (/%2f|%5c|%2e|%25|%00|\\|\/\/|\/\.\.?(?:\/|$)/i.test(path)) return null;
  try {
    const plain = decodeURIComponent(path);
    return /[\p{Cc}\ufffd]/u.test(plain) ? null : plain;
  } catch {
    return null;
  }
}
