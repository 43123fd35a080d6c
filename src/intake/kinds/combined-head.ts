import {withPort} from "../line/assemble.ts";
import {forwardedWord} from "../line/choose-client.ts";
import {type ClientKind, clientKind, couldBeHost} from "../line/client-word.ts";
import type {LineFields, Refusal} from "../line/fields.ts";

/** Which of the words before the time is the client, where two of them are addresses. */
export type TwoAddresses = "first" | "second";

/**
 * Who the client is, and the virtual host: the words before the time.
 *
 * @param clock Where the brackets around the time begin.
 * @returns Null where a client is there, or none that is anybody's.
 */
export function readBeforeClock(text: string, clock: number, which: TwoAddresses, into: LineFields): Refusal | null {
  const words = wordsBehindList(wordsBefore(text, clock), into);
  const [first = "", second = ""] = words;
  const [one, two] = [clientKind(first), clientKind(second)];
  if (first.includes(",")) return readList(words, into);
  if (one !== null && second.includes(",")) {
    into.host = one === "address" ? null : first;
    return readList(words.slice(1), into);
  }
  if (one === "address" && two === "address" && words.length > 2) {
    const isFirst = which === "first" && !serversPort.test(first);
    // The other one is the server's own: an address is never a host's name.
    into.client = isFirst ? first : second;
    return null;
  }
  if (one !== null && two === "address" && words.length > 2 && !isPlainUser(words)) {
    into.client = second;
    into.host = first;
    return null;
  }
  // The port in a word of its own: `%v %p %h`.
  if (one === "host" && words.length > 4 && /^\d{1,5}$/.test(second) && isClientThird(words)) {
    into.client = words[2]!;
    into.host = withPort(first, second);
    return null;
  }
  // A server that knows its port writes it, and the client behind it may be any name.
  if (one !== "address" && one !== null && /:\d{1,5}$/.test(first) && two !== null && words.length > 3) {
    into.client = second;
    into.host = first;
    return null;
  }
  // Two names of hosts, and neither ident nor user: the first is the one that was asked.
  if (one === "host" && two === "host" && words.length > 3 && words[2] === "-") {
    into.client = second;
    into.host = first;
    return null;
  }
  // A host that is no name: whoever asked may have sent anything for it.
  if (one === null && two === "address" && words.length > 2 && /:\d{1,5}$/.test(first)) {
    into.client = second;
    return null;
  }
  // A host that the server left empty, or a client that it did not know.
  if ((first === "-" || first === "") && two === "address" && words.length > 2) {
    into.client = second;
    return null;
  }
  // A socket of the machine's own: whoever stands before the server came by it.
  if (first === "-" || first.startsWith("unix:")) return null;
  if (one === null && !(second === "-" && couldBeHost(first))) {
    return {reason: "no-client", column: 1, expected: "an address or the name of a host"};
  }
  // A name, and an address further on that begins such a line as well: what stands first may be anybody's mark.
  if (
    one !== "address" &&
    words.some((word, place) => place > 1 && place < words.length - 2 && clientKind(word) === "address")
  ) {
    return {reason: "no-client", column: 1, expected: "an address"};
  }
  // A name of one part is a client's only where nothing else can be meant: `Mar 3 …` is no client's line.
  if (one === "label" && second !== "-") return {reason: "no-client", column: 1, expected: "an address"};
  into.client = first;
  // Some write what a proxy forwarded in the place of the user's name.
  if (one === "address" && words.length === 3 && second === "-" && clientKind(words[2]!) === "address")
    into.forward("user", words[2]!);
  return null;
}

/** Is the third word an address, or a name before an ident that is none? */
function isClientThird([, , third = "", ident]: readonly string[]): boolean {
  const kind = clientKind(third);
  return kind === "address" || (kind !== null && ident === "-");
}

/** An address with a port that servers are asked at: no client has one of those. */
const serversPort = /^(?:\[[^\]]{1,60}\]|[\d.]{7,15}):(?:80|443|8080|8443)$/;

/** The words before a place; no more than tell anything. A blank at the beginning is an empty first word. */
function wordsBefore(text: string, until: number): string[] {
  const words: string[] = [];
  for (let from = 0; from < until && words.length < mostWords; ) {
    let end = text.indexOf(" ", from);
    if (end === -1 || end > until) end = until;
    if (end > from || from === 0) words.push(text.slice(from, end));
    from = end + 1;
  }
  return words;
}

const mostWords = 32;

/** Apache is often told to write `(%{X-Forwarded-For}i)` before everything else: the words behind it. */
function wordsBehindList(words: readonly string[], into: LineFields): readonly string[] {
  if (!words[0]?.startsWith("(")) return words;
  const last = words.findIndex((word) => word.endsWith(")"));
  const list = words
    .slice(0, last + 1)
    .join(" ")
    .slice(1, -1);
  if (list !== "-" && !holdsAddress(list)) return words;
  into.forward("x-forwarded-for", list);
  return words.slice(last + 1);
}

/** Does a client begin the line whose user's name holds an address: `host.example - 192.0.2.1 [`? */
function isPlainUser(words: readonly string[]): boolean {
  return words[1] === "-";
}

/** `192.0.2.8, 10.0.0.1 - - [`: what a proxy forwarded, written where the client stands. */
function readList(words: readonly string[], into: LineFields): Refusal | null {
  const last = words.findIndex((word) => !word.endsWith(","));
  const list = words.slice(0, last === -1 ? undefined : last + 1).join(" ");
  const kinds: ClientKind[] = list.split(",").map((word) => clientKind(word.trim()));
  if (kinds.every((kind) => kind === null)) return {reason: "no-client", column: 1, expected: "an address"};
  into.client = list;
  return null;
}

/** Is one of a list's words an address? */
export function holdsAddress(list: string): boolean {
  return list.split(",").some((word) => clientKind(forwardedWord(word)) === "address");
}
