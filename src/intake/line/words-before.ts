import {clientKind} from "./client-word.ts";

/** No more than this is looked through. */
const longestWords = 300;

/** The brackets with a time in them that stand behind a client. */
const clock = /\[\d{1,2}\/[A-Za-z]{3}\/\d{4}:/y;

/** Signs of a terminal, and a byte order mark, as lines have them. */
const dress = /^(?:\\x1[bB]\[[\d;]{0,16}m|\\xEF\\xBB\\xBF)/;

/**
 * Where does the line itself begin behind words of whatever carried it to the file? At the address before `- USER [time]`, or at a host's
 * name before that.
 *
 * Where the words hold another address, either may be the reader's: only what ends in a colon or a bar is the carrier's own then.
 *
 * @returns -1 where no such line stands there.
 */
export function wordsBeforeLine(text: string): number {
  const end = clientEnd(text);
  if (end === -1) return -1;
  let start = 1 + Math.max(text.lastIndexOf(" ", end - 1), text.lastIndexOf("\t", end - 1));
  const words = text.slice(0, start).trim().split(/\s+/);
  for (let sign = dress.exec(text.slice(start, end)); sign; sign = dress.exec(text.slice(start, end))) {
    start += sign[0].length;
  }
  if (start === 0 || start > longestWords || clientKind(text.slice(start, end)) !== "address") return -1;
  const last = words.at(-1)!;
  // `name - 192.0.2.1 - - [` has a client already, and syslog's `message repeated 2 times: [ … ]` is two lines.
  if ((last === "-" && words.length < 4) || last === "[") return -1;
  // One word that is a host's name is the virtual host.
  if (words.length === 1 && clientKind(last) !== null) return -1;
  const isAddress = (word: string): boolean => clientKind(word.replace(/^[(<{]|[)>},;]$/g, "")) === "address";
  if (words.some(isAddress) && (isAddress(last) || !/[:|]$/.test(last))) return -1;
  const isHost = words.length > 1 && clientKind(last) === "host" && !last.endsWith(":");
  return isHost ? text.lastIndexOf(last, start - 1) : start;
}

/** Where an object of JSON begins that is the rest of the line. */
export function wordsBeforeJson(text: string): number {
  const start = text.slice(0, longestWords).indexOf('{"');
  return start > 0 && text.endsWith("}") ? start : -1;
}

/** Where a client ends that `- USER [time]` follows; -1 where none does. */
function clientEnd(text: string): number {
  for (let at = text.indexOf("["); at !== -1 && at < 2 * longestWords; at = text.indexOf("[", at + 1)) {
    clock.lastIndex = at;
    if (!clock.test(text)) continue;
    const user = text.lastIndexOf(" ", at - 2);
    return user > 2 && text.slice(user - 2, user) === " -" ? user - 2 : -1;
  }
  return -1;
}
