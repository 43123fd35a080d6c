import {domainToASCII} from "node:url";

/** Ports that a browser does not write. */
const usualPorts = /:(?:80|443)?$/;

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
  const [, name = "", port = ""] = /^(.*?)((?::\d*)?)$/s.exec(text.trim())!;
  const small = domainToASCII(name) || name.toLowerCase();
  const host = `${small.replace(/\.+$/, "")}${port.replace(usualPorts, "")}`;
  return noHosts.has(host) ? null : host;
}

/** The host without `www.` before it: most sites are called by both names. */
export function withoutWww(host: string): string {
  return host.replace(/^www\.(?=[^.:]+\.)/, "");
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
