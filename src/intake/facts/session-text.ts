import {fewestSigns, isToken, longestToken} from "../../base/paths/token.ts";

/* What a path or a query says of a session is dropped before anything is written: it tells who a reader is. */

/**
 * The path without folders that tell a session: `/(S(…))` and `/(…)` of ASP.NET, `/sap(…)`, `/PHPSESSID=…`, `/osCsid/…`.
 *
 * What follows a name in a folder is cut off where it does: `/a&SessionID=…`, `/a$JSESSIONID$…`.
 */
export function withoutSessionFolders(path: string): string {
  const plain = path.includes("(") ? withoutFolders(path) : path;
  return mayNameSession(plain) ? withoutNamed(plain) : plain;
}

/** Nearly no path does, and each is asked. */
function mayNameSession(path: string): boolean {
  return /sid|sess|zope|ticket/i.test(path) || (path.includes("=") && path.length > fewestSigns);
}

function withoutNamed(path: string): string {
  const parts = path.split("/");
  const kept: string[] = [];
  for (let place = 0; place < parts.length; place++) {
    const part = parts[place]!;
    const isName = place > 0 && isSessionName(part) && parts.length > place + 1;
    if (isName && /^[A-Za-z0-9,-]{16,}$/.test(parts[place + 1]!)) {
      place++;
      continue;
    }
    const own = withoutEnd(part);
    if (own !== "" || part === "") kept.push(own);
  }
  return kept.join("/") || "/";
}

/** A name within a part of a path, between a sign before it and one behind it. */
const namedValue = /(?:^|[&$])(\w{1,64})(?=([=$]))/g;

/** A part of a path up to `NAME=…`, `&NAME=…` or `$NAME$…`, where that tells a session. */
function withoutEnd(part: string): string {
  for (const found of part.matchAll(namedValue)) {
    const [text, name, sign] = found;
    const from = found.index + text.length + 1;
    // No longer than a token can be: whatever a stranger sends, each sign is looked at but a few times.
    const value = part.slice(from, from + longestToken + 1);
    if (value.includes(";")) continue;
    if (isSessionName(name!) || (sign === "=" && isToken(value))) return part.slice(0, found.index);
  }
  return part;
}

/** Does a parameter or a folder of this name tell a session? */
function isSessionName(name: string): boolean {
  const small = name.toLowerCase();
  return names.has(small) || /^(?:aspsessionid|jsessionid|phpsessid)\w*$|sess(?:ion)?_?id$/.test(small);
}

/** Names of parameters that tell a session. */
const names: ReadonlySet<string> = new Set(
  "jsessionid phpsessid sessionid session_id sessid sid cfid cftoken oscsid zenid xtcsid _zopeid bv_sessionid bv_engineid sessiontoken".split(
    " ",
  ),
);

function withoutFolders(path: string): string {
  const parts = path.split("/");
  const kept = parts.filter((part, place) => place === 0 || !isSessionFolder(part));
  if (kept.length === parts.length) return path;
  // What is left of the last folder is its slash.
  return kept.join("/") + (isSessionFolder(parts.at(-1)!) && parts.length > 1 ? "/" : "");
}

function isSessionFolder(part: string): boolean {
  if (/^sap\([^()]+\)$/.test(part)) return true;
  if (!part.startsWith("(") || !part.endsWith(")") || part.length < 3) return false;
  const inner = part.slice(1, -1);
  if (!inner.includes("(")) return /^[\da-z]{24}$/.test(inner);
  for (let at = 0; at < inner.length; ) {
    if (!/[a-z]/i.test(inner[at] ?? "") || inner[at + 1] !== "(") return false;
    const close = inner.indexOf(")", at + 2);
    if (close === -1 || inner.slice(at + 2, close).includes("(")) return false;
    at = close + 1;
  }
  return true;
}

/** Takes off sessions that stand behind a semicolon. */
export function withoutSessions(text: string): string {
  return text.includes(";") || text.includes("%3") ? withoutParameters(text) : text;
}

/** Takes off `;jsessionid=…`, and the same with signs that are written as percent codes. */
function withoutParameters(path: string): string {
  let text = "";
  let from = 0;
  for (let at = 0; at < path.length; ) {
    const start = at + signLength(path, at, ";", "3b");
    if (start === at) {
      at++;
      continue;
    }
    let end = start;
    while (end < path.length && isWordSign(path.charCodeAt(end))) end++;
    const name = path.slice(start, end).toLowerCase();
    const equals = signLength(path, end, "=", "3d");
    const value = end + equals;
    if (equals === 0 || !(isSessionName(name) || isToken(untilBorder(path.slice(value, value + longestToken + 1))))) {
      at = start;
      continue;
    }
    text += path.slice(from, at);
    at = value;
    while (at < path.length && path[at] !== "/" && path[at] !== ";") at++;
    from = at;
  }
  return text + path.slice(from);
}

/** How long is the sign that stands here, itself or as its code after a percent sign? 0 where another stands here. */
function signLength(text: string, at: number, sign: string, code: string): number {
  if (text[at] === sign) return 1;
  return text[at] === "%" && text.slice(at + 1, at + 3).toLowerCase() === code ? 3 : 0;
}

function untilBorder(text: string): string {
  const end = text.search(/[/;]/);
  return end === -1 ? text : text.slice(0, end);
}

function isWordSign(sign: number): boolean {
  const small = sign | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (sign >= 0x30 && sign <= 0x39) || sign === 0x5f;
}
