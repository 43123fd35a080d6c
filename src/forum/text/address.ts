/** Where a link leads, as it is followed and as it is read. */
export interface LinkAddress {
  /** For `href`; not escaped. */
  readonly href: string;
  /** Host and path, the host whole and in its letters of ASCII, the rest cut where it is long. */
  readonly shown: string;
}

const protocols: ReadonlySet<string> = new Set(["http:", "https:"]);
const longest = 2000;
const longestShown = 60;

/**
 * Where does that link lead?
 *
 * @returns null for what is no address of the web: another protocol, one without a host, one with a name before its host, which is how a
 * link seems to lead to somebody else.
 */
export function readAddress(written: string): LinkAddress | null {
  if (written.length > longest || !/^https?:\/\//i.test(written) || !URL.canParse(written)) return null;
  const url = new URL(written);
  if (!protocols.has(url.protocol) || url.host === "" || url.username !== "" || url.password !== "") return null;
  const rest = (url.pathname === "/" ? "" : url.pathname) + url.search + url.hash;
  const cut = rest.length > longestShown ? `${rest.slice(0, longestShown)}…` : rest;
  return {href: url.href, shown: url.host + cut};
}
