import {isIP, isIPv4, isIPv6} from "node:net";
import {hextets, ipv4Of, isMapped} from "./address.ts";

/**
 * The address that a word of a log is, in the one way in which it is written here; null where it is none.
 *
 * Quotes, brackets, a port, a zone, a final dot and the colours of a terminal are taken off, zeros before a number and letters' case make
 * no difference, and an IPv4 address in IPv6 clothing (`::ffff:192.0.2.1`) is itself. What programs write for a number that they left out
 * of an address (`192.0.2.x`) is a 0.
 */
export function addressOf(word: string): string | null {
  if (isIPv4(word)) return word;
  const bare = bareWord(word);
  const ipv4 = plainIpv4(bare);
  if (ipv4 !== null) return ipv4;
  const ipv6 = plainIpv6(bare);
  if (ipv6 === null) return null;
  const groups = hextets(ipv6);
  return isMapped(groups) ? ipv4Of(groups) : shortest(groups);
}

/**
 * The client as it is counted: one IPv4 address or host name, or the /64 of an IPv6 address.
 *
 * @param client A word that was found to be a client's; what is neither address nor name comes back in small letters.
 */
export function canonicalClient(client: string): string {
  const address = addressOf(client);
  if (address === null) return hostOf(client);
  if (!address.includes(":")) return address;
  return `${hextets(address)
    .slice(0, 4)
    .map((group) => group.toString(16))
    .join(":")}::/64`;
}

/** The host's name that a word of a log is: in small letters, without quotes, port, final dot and the colours of a terminal. */
export function hostOf(word: string): string {
  return inSmallLetters(withoutPort(withoutQuotes(word))).replace(/(?<=[^.])\.$/, "");
}

/** Only A to Z: what other letters have for small ones, engines do not agree about. */
function inSmallLetters(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** As the log's escapes write the byte that begins a colour. */
const colours = /(?:\\x1[bB]|\u001b)\[[\d;]{0,16}m/g;

/** Longer words are no client's: nothing is taken off them. */
const longestWord = 400;

/** The word without what stands around it: colours, quotes, brackets with what is behind them, and a zone. */
function bareWord(word: string): string {
  const bare = withoutQuotes(word);
  let start = 0;
  while (bare[start] === "[") start++;
  const end = bare.indexOf("]", start);
  // Something else than a port behind a bracket: no address.
  if (end !== -1 && !/^\]+(?::\d{0,9})?$/.test(bare.slice(end))) return word;
  return bare.slice(start, end === -1 ? undefined : end).split("%", 1)[0]!;
}

function withoutQuotes(word: string): string {
  if (word.length > longestWord) return word;
  const bare = word.includes("[") ? word.replace(colours, "") : word;
  return bare.replace(/^(?:\\?["']){1,8}|(?:\\?["']){1,8}$/g, "");
}

const octet = "0*(\\d{1,3}|[xX*]{1,3})";
const ipv4Form = new RegExp(`^${octet}\\.${octet}\\.${octet}\\.${octet}\\.?(?::\\d{0,9})?$`);

/** IPv4 with a port or without, its numbers padded or not: `192.000.002.001` is a decimal number each, as programs that pad mean it. */
function plainIpv4(text: string): string | null {
  const numbers = ipv4Form.exec(text)?.slice(1);
  // Only the end of an address is ever left out.
  if (!numbers || !/^\d/.test(numbers[0]!) || !/^\d/.test(numbers[1]!)) return null;
  const address = numbers.map((number) => (/^\d/.test(number) ? Number(number) : 0)).join(".");
  return isIPv4(address) ? address : null;
}

/** IPv6, and behind all its groups, or behind an IPv4 address, perhaps a port; behind any of it one that can be no group. */
function plainIpv6(text: string): string | null {
  if (isIPv6(text)) return text;
  const port = /:\d{1,5}$/.exec(text)?.[0];
  if (port === undefined) return null;
  const rest = text.slice(0, -port.length);
  // No group has five digits.
  const isWhole = port.length === 6 || rest.includes(".") || (rest.split(":").length === 8 && !rest.includes("::"));
  return isWhole && isIP(rest) === 6 ? rest : null;
}

/** A text with more than one colon has no port, it may be an address of IPv6. */
function withoutPort(text: string): string {
  const colon = text.indexOf(":");
  return colon > 0 && /^[0-9]+$/.test(text.slice(colon + 1)) ? text.slice(0, colon) : text;
}

/** As RFC 5952 writes it: small letters, no zeros before a group, the longest run of zeros left out. */
function shortest(groups: readonly number[]): string {
  let [from, length] = [-1, 1];
  for (let at = 0; at < 8; at++) {
    let end = at;
    while (groups[end] === 0) end++;
    if (end - at > length) [from, length] = [at, end - at];
  }
  const written = groups.map((group) => group.toString(16));
  if (from === -1) return written.join(":");
  return `${written.slice(0, from).join(":")}::${written.slice(from + length).join(":")}`;
}
