/*
 * One path, one spelling. Browsers, servers and programs write the same path in several ways; here each is written the one way that
 * RFC 3986 (6.2.2) and the servers themselves take it for.
 */

/** What is written in no other way already. */
const isUsual = /^[ !$&-.0-;=@-[\]^_a-z~/]*$/;

const unreserved = /[A-Za-z0-9._~-]/;

/**
 * How is the path written, where each of its characters is written in the one way there is for it?
 *
 * Unreserved characters stand for themselves, all that is not ASCII as percent codes, and these in capitals: `/%7Ecaf\xC3\xA9` is
 * `/~caf%C3%A9`. Slashes that follow each other are one, and `/./` is one of them. Nothing else is changed: `%2F` is no slash, and `+` no
 * blank. Takes time in proportion to the path's length.
 *
 * @param path Without query.
 * @source docs/measures.md#different-documents
 */
export function canonicalPath(path: string): string {
  const one = isUsual.test(path) ? path : canonicalText(path);
  return one.includes("//") || one.includes("/.") ? withoutEmptyFolders(one) : one;
}

/** The same of a text that is no path: slashes and dots stand as they are. */
export function canonicalText(text: string): string {
  return text
    .replace(/\\x([0-9a-f]{2})/gi, "%$1")
    .replace(/[^\x20-\x7e]+/g, (signs) => encodeURIComponent(signs.toWellFormed()))
    .replace(/%([0-9a-f]{2})/gi, (code, hex: string) => {
      const sign = String.fromCharCode(Number.parseInt(hex, 16));
      return unreserved.test(sign) ? sign : code.toUpperCase();
    });
}

/** The path in small letters, but for percent codes, which have one spelling. */
export function inOneCase(path: string): string {
  return path.toLowerCase().replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase());
}

function withoutEmptyFolders(path: string): string {
  return path.replace(/\/(?:\.?\/)+/g, "/").replace(/\/\.$/, "/");
}
