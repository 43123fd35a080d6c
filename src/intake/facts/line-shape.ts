/** A field of a line as it is told: its kind and its length, never what it says. */
interface Field {
  /** Where it begins, from 0. */
  readonly start: number;
  readonly end: number;
  readonly shape: string;
}

/** No more of a line is looked at; what is behind it says nothing of what went wrong before. */
const longestLooked = 1 << 13;

/** How many fields are told before the place where the line goes wrong, and from there on. */
const fieldsBefore = 6;
const fieldsBehind = 10;

const here = "▸";

/**
 * What does a line look like, and where does it go wrong, without a word of it?
 *
 * Each field is told by its kind and its length in characters, `word(9)` or `"GET path(30) HTTP/1.1"`. Kept as they are: methods,
 * protocols, the status behind a request, `-`, and, where the time is what is wrong, a time in the form of a time. The rest may name a
 * reader in any spelling. A `▸` stands before the field where it goes wrong.
 *
 * @param column From 1.
 * @param given.tellsTime True where the time itself is what is wrong.
 */
export function lineShape(
  text: string,
  column: number,
  {expected, tellsTime}: {readonly expected: string | null; readonly tellsTime: boolean},
): string {
  const fields = fieldsOf(text.slice(0, longestLooked), tellsTime ? column - 1 : null);
  // Behind a time that is in order, the next field is at fault.
  const found = fields.findIndex(({start, end, shape}) => end >= column && !(shape === "[time]" && start < column - 1));
  const place = found === -1 ? fields.length : found;
  const begin = Math.max(0, place - fieldsBefore);
  const until = place + fieldsBehind;
  const isCut = until < fields.length || text.length > longestLooked;
  const parts = [
    ...(begin > 0 ? ["…"] : []),
    ...fields.slice(begin, place).map(({shape}) => shape),
    here,
    ...fields.slice(place, until).map(({shape}) => shape),
    ...(isCut ? ["…"] : []),
  ];
  return `${parts.join(" ")}${expected === null ? "" : `  (expected: ${expected})`}`;
}

/**
 * An excerpt as it may be shown: older versions kept words of the line, of which nothing is told any more.
 *
 * @returns Empty where it is not what {@link lineShape} gives.
 */
export function shownExcerpt(excerpt: string): string {
  return excerpt.length <= longestExcerpt && shapeForm.test(excerpt) ? excerpt : "";
}

const longestExcerpt = 1000;
const count = String.raw`\(\d{1,2}\+?\)`;
const methods = "GET HEAD POST PUT DELETE CONNECT OPTIONS TRACE PATCH PROPFIND".split(" ");
const protocols = ["HTTP/1.0", "HTTP/1.1", "HTTP/2", "HTTP/2.0", "HTTP/3", "HTTP/3.0"];
/** Those in use: of other numbers of three digits, an address may be made. */
const statuses = /^(?:10[0-3]|20[0-8]|226|30[0-578]|40\d|41[0-8]|42[1-689]|431|444|451|499|50[0-8]|51[01])$/;
const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const clock = String.raw`\d{1,2}/(?:${months.join("|")})/\d{4}:\d\d:\d\d:\d\d(?: [+-]\d{4})?`;
const clockForm = new RegExp(`^${clock}$`);
const clockMask = /^[dm/:+\- ]*$/;

const request = `(?:${methods.join("|")}) path${count}(?: (?:${protocols.join("|").replaceAll(".", "[.]")}))?`;
const oneShape = [
  `${here}|…|-|${methods.join("|")}|${protocols.join("|").replaceAll(".", "[.]")}`,
  `(?:word|number|[{][}])${count}`,
  String.raw`\[(?:time|text${count}|${clock}|[dm/:+\- ]{0,40})\]?`,
  String.raw`"(?:-|text${count}|${request})?"?(?: \d{3})?`,
].join("|");
const shapeForm = new RegExp(`^(?:${oneShape})(?: (?:${oneShape}))*(?:  [(]expected: [a-z, ]+[)])?$`);

/** The fields of a line, in order: in brackets, in quotes, or a word. Each character is looked at a few times at most. */
function fieldsOf(line: string, timeAt: number | null): Field[] {
  const fields: Field[] = [];
  let at = 0;
  while (at < line.length) {
    if (isBlank(line, at)) {
      at++;
      continue;
    }
    const end = endOf(line, at);
    const isTime = timeAt !== null && timeAt >= at && timeAt < end;
    const before = fields.at(-1)?.shape ?? "";
    fields.push({start: at, end, shape: shapeOf(line.slice(at, end), before, isTime)});
    at = end;
  }
  return fields;
}

function isBlank(line: string, at: number): boolean {
  return line.charCodeAt(at) <= 32;
}

/** Where the field that begins here ends: at its bracket or quote, where it has one, else at the next blank. */
function endOf(line: string, start: number): number {
  const opening = line[start];
  if (opening === "[") {
    const close = line.indexOf("]", start);
    if (close !== -1) return close + 1;
  }
  if (opening === '"') {
    let close = line.indexOf('"', start + 1);
    while (close !== -1 && (line[close - 1] === "\\" || !(close + 1 === line.length || isBlank(line, close + 1))))
      close = line.indexOf('"', close + 1);
    return close === -1 ? line.length : close + 1;
  }
  let end = start + 1;
  while (end < line.length && !isBlank(line, end)) end++;
  return end;
}

function shapeOf(field: string, before: string, isTime: boolean): string {
  if (field.startsWith("[")) return timeShape(field, isTime);
  if (field.startsWith('"')) return quotedShape(field);
  if (field === "-" || methods.includes(field) || protocols.includes(field)) return field;
  if (before.startsWith('"') && before.endsWith('"') && /^"[A-Z]/.test(before) && statuses.test(field)) return field;
  if (/^\d+$/.test(field)) return `number${counted(field.length)}`;
  return `${field.startsWith("{") ? "{}" : "word"}${counted(field.length)}`;
}

function timeShape(field: string, isTime: boolean): string {
  const isClosed = field.endsWith("]");
  const inner = field.slice(1, isClosed ? -1 : undefined);
  const end = isClosed ? "]" : "";
  if (clockForm.test(inner)) return `[${isTime ? inner : "time"}${end}`;
  const mask = inner.length > 40 ? "" : inner.replace(/[A-Za-z]/g, "m").replace(/\d/g, "d");
  return `[${mask !== "" && clockMask.test(mask) ? mask : `text${counted(inner.length)}`}${end}`;
}

function quotedShape(field: string): string {
  const isClosed = field.length > 1 && field.endsWith('"');
  const inner = field.slice(1, isClosed ? -1 : undefined);
  const end = isClosed ? '"' : "";
  if (inner === "" || inner === "-") return `"${inner}${end}`;
  const [method = ""] = inner.split(" ", 1);
  if (!methods.includes(method) || method === inner) return `"text${counted(inner.length)}${end}`;
  const protocol = protocols.find((one) => inner.endsWith(` ${one}`) && inner.length > method.length + 1 + one.length);
  const path = inner.length - method.length - 1 - (protocol === undefined ? 0 : protocol.length + 1);
  return `"${method} path${counted(path)}${protocol === undefined ? "" : ` ${protocol}`}${end}`;
}

/** Two digits, so that no length reads like a part of an address. */
function counted(length: number): string {
  return `(${length > 99 ? "99+" : length})`;
}
