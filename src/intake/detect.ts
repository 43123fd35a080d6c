import {isIP} from "node:net";
import type {Row, Value} from "../engine/contract.ts";
import {quoteText} from "../engine/quote-text.ts";
import type {LogFormat} from "./format.ts";
import {formats} from "./formats.ts";
import {linesInText} from "./lines.ts";

/** What fits expressions to lines: RE2, in time that grows as the lines do, whatever stands in them. */
export interface Fitter {
  rows(sql: string, params: Readonly<Record<string, Value>>): Promise<Row[]>;
}

/** `203.0.113.1:50234 `, `[2001:db8::1]:50234 `: a client with its port, or a server with no name. */
const addressWithPort = String.raw`^(?:[0-9.]+|\[[0-9A-Fa-f:.]+\]):[0-9]{1,5} `;

/** Ports at which servers answer, besides those below 1024. */
const serverPorts = new Set([3000, 8000, 8008, 8080, 8081, 8443, 8888, 9000]);

/**
 * Where lines begin with an address and a port, is that the client?
 *
 * Of the first two words the one that changes more is the client: a server's address and port stay what they are, and a client has
 * another port each time.
 */
function beginWithClients(lines: readonly string[]): boolean {
  const [firsts, seconds] = [new Set<string>(), new Set<string>()];
  for (const line of lines) {
    const [first = "", second = ""] = line.split(" ", 2);
    const colon = first.lastIndexOf(":");
    const address = first.startsWith("[") ? first.slice(1, colon - 1) : first.slice(0, colon);
    const port = Number(first.slice(colon + 1));
    if (isIP(address) === 0 || port < 1024 || serverPorts.has(port)) continue;
    firsts.add(first);
    seconds.add(second);
  }
  return firsts.size > 0 && firsts.size >= seconds.size;
}

/**
 * Which format are these lines written in?
 *
 * The one that tells most, of those that fit at least a tenth as many lines as the one that fits most: in a file that
 * changed from common to combined, the combined expression reads both, the common one would lose the agents.
 *
 * @param lines The first lines of an input, clean.
 * @returns null when no line fits any format.
 */
export async function detectFormat(lines: readonly string[], engine: Fitter): Promise<LogFormat | null> {
  if (lines.length === 0) return null;
  const isClient = beginWithClients(lines) ? `regexp_matches(line, ${quoteText(addressWithPort)})` : "false";
  const counts = formats.map(({whole, exact}) => {
    const isMeant = exact.groups.includes("host") ? `not ${isClient}` : "true";
    return `count(*) filter (where ${isMeant} and regexp_matches(line, ${quoteText(whole)}))`;
  });
  const [row] = await engine.rows(
    `select ${counts.map((count, place) => `${count} as fits${place}`).join(", ")}
    from ${linesInText}`,
    {lines: lines.join("\n")},
  );
  const fits = formats.map((format, place) => ({format, count: Number(row![`fits${place}`])}));
  const most = Math.max(...fits.map(({count}) => count));
  if (most === 0) return null;
  return fits.find(({count}) => count >= most / 10)?.format ?? null;
}
