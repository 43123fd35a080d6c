import {domainToASCII} from "node:url";

/** Ports that a browser does not write. */
const usualPorts = new Set(["", "80", "443"]);

/** What servers are told to write where no host is named, and what they call the one that takes all. */
const noHosts = new Set(["", "-", "_", "*", "localhost"]);

/**
 * Which host does the text name? In small letters, in ASCII, without a final dot and without a port that goes without saying: servers and
 * clients write one host in several ways.
 *
 * @param text As a log has it: who asks may write anything there.
 * @returns null where it names none.
 */
export function hostNamed(text: string): string | null {
  const {name, port} = apartFromPort(text.trim());
  const small = domainToASCII(name) || name.toLowerCase();
  let end = small.length;
  while (small[end - 1] === ".") end--;
  const bare = small.slice(0, end);
  const host = port === null || usualPorts.has(port) ? bare : `${bare}:${port}`;
  return noHosts.has(host) ? null : host;
}

/** The name of a host, and its port; null where it says none. */
export function apartFromPort(host: string): {readonly name: string; readonly port: string | null} {
  let start = host.length;
  while (start > 0 && host[start - 1]! >= "0" && host[start - 1]! <= "9") start--;
  if (host[start - 1] !== ":") return {name: host, port: null};
  return {name: host.slice(0, start - 1), port: host.slice(start)};
}

/** The host without `www.` before it: most sites are called by both names. */
export function withoutWww(host: string): string {
  const rest = host.startsWith("www.") ? host.slice(4) : host;
  // `www.example` is a site of that name.
  return rest.includes(".") ? rest : host;
}

/** Does a text fit a pattern in which each star stands for any signs? Takes time in proportion to both. */
export function fitsStars(text: string, pattern: string): boolean {
  const parts = pattern.split("*");
  if (parts.length === 1) return text === pattern;
  const [first, last] = [parts[0]!, parts.at(-1)!];
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = text.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at <= text.length - last.length;
}
