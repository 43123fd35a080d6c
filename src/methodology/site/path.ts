/**
 * What does the last segment of the path end in, in lower case and without the dot?
 *
 * @returns "" where the last segment has no dot.
 */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf("/") + 1);
  const dot = name.lastIndexOf(".");
  return dot === -1 ? "" : name.slice(dot + 1).toLowerCase();
}

/**
 * Which document does a path lead to?
 *
 * Slashes that follow each other are one, and `/index.html` is what a server gives for `/`.
 */
export function documentOf(path: string): string {
  return path.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/");
}

/**
 * Does a document lie under a path prefix?
 *
 * `/news/` holds everything below it, and `/news` itself; `/news` also `/news.html`, but never `/newsletter`.
 */
export function isUnder(document: string, prefix: string): boolean {
  if (prefix === "/") return document.startsWith(prefix);
  if (prefix.endsWith("/")) return document.startsWith(prefix) || document === prefix.slice(0, -1);
  if (!document.startsWith(prefix)) return false;
  const next = document.charAt(prefix.length);
  return next === "" || next === "/" || next === ".";
}

/** Which item is it that a document is a format of? The document without its ending, where that tells a format. */
export function itemOf(document: string, formats: ReadonlySet<string>): string {
  const extension = extensionOf(document);
  return extension !== "" && formats.has(extension) ? document.slice(0, -extension.length - 1) : document;
}
