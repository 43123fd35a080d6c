import {clientKind} from "../line/client-word.ts";
import {isEscaped} from "../line/escaped.ts";
import type {LineFields} from "../line/fields.ts";
import {holdsAddress} from "./combined-head.ts";

const blank = 32;

/** More of them than this are not looked at: who writes so many quotes into a request means no good. */
const mostAnswers = 32;

/** Where the request stands, and where what follows the size begins. */
export interface AnswerPlace {
  readonly request: number;
  /** The quote that ends the request. */
  readonly end: number;
  readonly rest: number;
}

/**
 * The request ends at the last quote that a status and a size follow, and referrer and agent or nothing behind those; a quote after a
 * backslash is part of it.
 */
export function findAnswer(text: string, clock: number): AnswerPlace | null {
  if (text.charCodeAt(clock) !== blank || text.charCodeAt(clock + 1) !== 34) return null;
  const request = clock + 2;
  let plain: AnswerPlace | null = null;
  // At the line's end, behind what is no protocol: the numbers that a server appends to the agent look like a status and a size.
  let last: AnswerPlace | null = null;
  let tried = 0;
  for (let end = text.lastIndexOf('" '); end >= request && tried < mostAnswers; end = text.lastIndexOf('" ', end - 1)) {
    const rest = sizeEnd(text, end);
    if (rest !== -1 && !isEscaped(text, end, request)) {
      tried++;
      const answer = {request, end, rest};
      const hasProtocol = isProtocolBefore(text, end);
      if (isWholeOrigin(text, rest)) {
        const hasOrigin = text.charCodeAt(rest + 1) === 34;
        if (last === null && (hasOrigin || hasProtocol)) return answer;
        if (last !== null && hasOrigin && hasProtocol) return answer;
        last ??= answer;
      } else if (plain === null || hasProtocol) plain = answer;
    }
    if (end === 0) break;
  }
  return last ?? plain;
}

/** Behind `" 200 512`, where the quote stands there; -1 where something else follows it. */
function sizeEnd(text: string, quote: number): number {
  for (let at = quote + 2; at < quote + 5; at++) if (!isDigit(text.charCodeAt(at))) return -1;
  if (text.charCodeAt(quote + 5) !== blank) return -1;
  let end = quote + 6;
  if (text.charCodeAt(end) === 45) end++;
  else while (isDigit(text.charCodeAt(end))) end++;
  if (end === quote + 6) return -1;
  const next = text.charCodeAt(end);
  return Number.isNaN(next) || next === blank || next === 9 ? end : -1;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function isProtocolBefore(text: string, end: number): boolean {
  return / HTTP\/\d(?:\.\d)?$/.test(text.slice(Math.max(0, end - 9), end));
}

/** Do referrer and agent stand here, or does the line end? */
function isWholeOrigin(text: string, rest: number): boolean {
  if (text.charCodeAt(rest) !== blank) return rest >= text.trimEnd().length;
  return text.charCodeAt(rest + 1) === 34;
}

/**
 * Takes the virtual host where it stands behind the size, before referrer and agent, as hosts of many sites write it (IONOS, Strato).
 *
 * @returns Where what follows it begins; the same place where none stands there.
 */
export function passHost(text: string, rest: number, into: LineFields): number {
  if (text.charCodeAt(rest) !== blank || text.charCodeAt(rest + 1) === 34) return rest;
  const end = text.indexOf(" ", rest + 1);
  if (end === -1 || text.charCodeAt(end + 1) !== 34 || clientKind(text.slice(rest + 1, end)) !== "host") return rest;
  into.host ??= text.slice(rest + 1, end);
  return end;
}

/** Takes referrer and agent, and the address that nginx's own example appends, from behind the size. */
export function readOrigin(text: string, rest: number, into: LineFields): void {
  if (text.charCodeAt(rest) !== blank || text.charCodeAt(rest + 1) !== 34) return;
  const referrerEnd = text.indexOf('" "', rest + 2);
  if (referrerEnd === -1) {
    // Cut inside the referrer, or nothing but it.
    const end = text.lastIndexOf('"');
    into.referrer = text.slice(rest + 2, end > rest + 1 ? end : undefined);
    return;
  }
  into.referrer = text.slice(rest + 2, referrerEnd);
  const start = referrerEnd + 3;
  const end = agentEnd(text, start);
  into.agent = text.slice(start, end === -1 ? undefined : end);
  if (end !== -1) readAppended(text, end + 1, into);
}

/** The quote that ends the agent: the first that is not escaped and that a blank or the end follows, and no half quote behind it. */
function agentEnd(text: string, start: number): number {
  let last = -1;
  for (let end = text.indexOf('"', start), tried = 0; end !== -1; end = text.indexOf('"', end + 1)) {
    if (isEscaped(text, end, start)) continue;
    last = end;
    const next = text.charCodeAt(end + 1);
    const isApart = Number.isNaN(next) || next === blank || next === 9 || next === 13;
    if (isApart && tried++ < mostAnswers && areWholeParts(text, end + 1)) return end;
  }
  return last;
}

/** Are there only whole quotes and bare words to the end of the line? A last one may be cut. */
function areWholeParts(text: string, from: number): boolean {
  for (let at = from; at < text.length; ) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return true;
    const before = text.charCodeAt(quote - 1);
    // A blank, or a label: `xff="192.0.2.1"`.
    if (before !== blank && before !== 61) return false;
    let end = text.indexOf('"', quote + 1);
    while (end !== -1 && isEscaped(text, end, quote + 1)) end = text.indexOf('"', end + 1);
    if (end === -1) return true;
    const next = text.charCodeAt(end + 1);
    if (!Number.isNaN(next) && next !== blank) return false;
    at = end + 1;
  }
  return true;
}

/** What stands in quotes; Apache writes a backslash before those within. */
const quoted = String.raw`"((?:[^"\\]|\\.)*)"`;
const firstPart = new RegExp(String.raw`^${quoted}|^\(([^)]*)\)`);
const anyPart = new RegExp(String.raw`${quoted}|[^\s"]+`, "g");

/** Notes the list of addresses that stands behind the agent, in quotes or brackets, as servers append what a proxy forwarded. */
function readAppended(text: string, from: number, into: LineFields): void {
  const part = text.slice(from).trim();
  const found = firstPart.exec(part.slice(0, longestList));
  const list = found?.[1] ?? found?.[2];
  if (list !== undefined && (list === "-" || holdsAddress(list))) into.forward("x-forwarded-for", list);
  // Some write it further behind, or without quotes.
  if (list !== undefined && holdsAddress(list)) return;
  const words = part.slice(0, longestList).match(anyPart) ?? [];
  const more = words.map((word) => word.replace(/^"|"$/g, "")).find(holdsAddress);
  if (more !== undefined) into.forward("appended", more);
}

const longestList = 1000;
