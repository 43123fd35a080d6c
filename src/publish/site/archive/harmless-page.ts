/** What a page that was made by hand may do in the archive: show itself and its pictures. It runs nothing, and asks and tells nobody anything. */
const policy =
  "default-src 'none'; style-src 'unsafe-inline' 'self'; img-src 'self' data:; font-src 'self' data:; base-uri 'none'; form-action 'none'";
const line = `<meta http-equiv="Content-Security-Policy" content="${policy}">`;

/** What may stand before what a page says that it is: a mark of its letters, blanks, comments, a declaration of XML. */
const before = /^(?:\xef\xbb\xbf)?(?:\s|<!--[^>]*>|<\?xml[^>]*>)*<!doctype[^>]*>/i;
const mostBefore = 4096;

/** Is a file a page that a browser would show? */
export function isPageFile(name: string): boolean {
  return /\.html?$/i.test(name);
}

/**
 * A page that was made by hand, with a line that forbids it to run or to fetch anything: the archive may stand on a server that says no such
 * thing, or on none. Nothing else of it changes.
 *
 * @returns Null where its letters are of two bytes each: nothing can be put into it.
 */
export function harmlessPage(bytes: Buffer): Buffer | null {
  const isWide =
    bytes.includes(0) || (bytes[0] === 0xfe && bytes[1] === 0xff) || (bytes[0] === 0xff && bytes[1] === 0xfe);
  if (isWide) return null;
  // One letter a byte, in whatever it is written.
  const place = before.exec(bytes.toString("latin1", 0, mostBefore))?.[0].length ?? (bytes[0] === 0xef ? 3 : 0);
  return Buffer.concat([bytes.subarray(0, place), Buffer.from(line), bytes.subarray(place)]);
}
