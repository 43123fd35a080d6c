import {withoutSessionFolders, withoutSessions} from "./session-text.ts";

/*
 * What is kept of the texts of a request. What else they say (what was searched for, who was logged in, which session it was) is dropped
 * before anything is written.
 */

const longestHost = 260;

/**
 * The method of a request, where it is one; else nothing.
 *
 * A request without a blank, `GET/search?q=…`, would be kept whole.
 */
export function methodOf(method: string): string {
  if (method === "GET") return method;
  if (method.length === 0 || method.length > 20) return "";
  for (let at = 0; at < method.length; at++) {
    const sign = method.charCodeAt(at);
    if (!isLetter(sign) && sign !== hyphen && sign !== underscore) return "";
  }
  return method;
}

/** The path of a request without its query, whose fragment is not kept either, nor sessions and user names that stand in it. */
export function pathOf(path: string): string {
  const end = path.search(/[?#]/);
  const bare = (end === -1 ? path : path.slice(0, end)).trim();
  const impersonal = bare.includes("@") ? withoutUsers(bare) : bare;
  return withoutSessions(withoutSessionFolders(impersonal));
}

/**
 * Only the site that sent the reader: its address may say what a person searched for.
 *
 * @returns Nothing where the referrer names no host, or one by its address, which may be a reader's.
 */
export function siteOf(referrer: string): string {
  const slash = referrer.indexOf("/");
  if (slash === -1 || referrer[slash + 1] !== "/") return "";
  let end = slash + 2;
  while (end < referrer.length && !"/?#\\".includes(referrer[end]!)) end++;
  const authority = referrer.slice(slash + 2, end);
  const site = authority.slice(authority.lastIndexOf("@") + 1);
  return isHost(site) && !isAddress(site) ? site : "";
}

/**
 * A virtual host as it is kept, without the name of a user before it.
 *
 * @returns null where it is an address, which may be a reader's, or no host at all: who asks may write anything there.
 */
export function impersonalHost(host: string): string | null {
  const name = host.slice(host.lastIndexOf("@") + 1);
  return isHost(name) && !isAddress(name) ? name : null;
}

const [hyphen, dot, underscore, colon] = [0x2d, 0x2e, 0x5f, 0x3a];

function isLetter(sign: number): boolean {
  const small = sign | 0x20;
  return small >= 0x61 && small <= 0x7a;
}

function isDigit(sign: number): boolean {
  return sign >= 0x30 && sign <= 0x39;
}

/** Has the text the form of a host's name, with or without a port? */
function isHost(site: string): boolean {
  if (site.length > longestHost) return false;
  let at = 0;
  for (; at < site.length; at++) {
    const sign = site.charCodeAt(at);
    if (sign <= 0x7f && !isLetter(sign) && !isDigit(sign) && sign !== hyphen && sign !== dot && sign !== underscore)
      break;
  }
  return (
    at > 0 &&
    (at === site.length || (site.charCodeAt(at) === colon && site.length - at <= 6 && areDigits(site, at + 1)))
  );
}

function areDigits(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) if (!isDigit(text.charCodeAt(at))) return false;
  return true;
}

function isAddress(host: string): boolean {
  if (host.startsWith("[")) return true;
  const first = host.indexOf(":");
  if (first !== host.lastIndexOf(":")) return true;
  let name = first !== -1 && areDigits(host, first + 1) ? host.slice(0, first) : host;
  if (name.endsWith(".")) name = name.slice(0, -1);
  const last = name.slice(name.lastIndexOf(".") + 1);
  if (last.startsWith("0x") || last.startsWith("0X")) return areHexadecimal(last, 2);
  return last !== "" && areDigits(last, 0);
}

function areHexadecimal(text: string, from: number): boolean {
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (!isDigit(sign) && !(isLetter(sign) && (sign | 0x20) <= 0x66)) return false;
  }
  return true;
}

/** Takes off `jane:secret@`: before a host, and before whatever else does not begin with a slash. */
function withoutUsers(path: string): string {
  let text = path.startsWith("/") ? path : withoutFirstUser(path);
  for (let slashes = text.indexOf("//"); slashes !== -1; ) {
    const start = slashes + 2;
    const slash = text.indexOf("/", start);
    const authority = text.slice(start, slash === -1 ? text.length : slash);
    const user = authority.lastIndexOf("@");
    const isUser = user !== -1 && (text[slashes - 1] === ":" || authority.slice(0, user).includes(":"));
    if (isUser) text = text.slice(0, start) + text.slice(start + user + 1);
    slashes = text.indexOf("//", isUser ? start : slashes + 1);
  }
  return text;
}

function withoutFirstUser(path: string): string {
  const scheme = schemeLength(path);
  for (const start of scheme > 0 ? [scheme, 0] : [0]) {
    const slash = path.indexOf("/", start);
    const user = path.slice(0, slash === -1 ? path.length : slash).lastIndexOf("@");
    if (user >= start) return path.slice(0, start) + path.slice(user + 1);
  }
  return path;
}

/** How long is `https://`, with which the text begins? 0 where it does not. */
function schemeLength(text: string): number {
  let at = 0;
  while (at < text.length && text[at] !== ":" && text[at] !== "/") at++;
  if (text[at] !== ":" || text[at + 1] !== "/" || !isLetter(text.charCodeAt(0))) return 0;
  for (let name = 1; name < at; name++) {
    const sign = text.charCodeAt(name);
    if (!isLetter(sign) && !isDigit(sign) && !"+.-".includes(text[name]!)) return 0;
  }
  at++;
  while (text[at] === "/") at++;
  return at;
}
