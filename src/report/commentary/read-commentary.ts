import {parse, YAMLParseError} from "yaml";
import {z} from "zod";
import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {isDay, type Period, parsePeriod} from "../../base/period.ts";
import {visible} from "../../base/text.ts";
import {checkProse} from "./check-prose.ts";
import {type CommentaryDraft, type NamedFigure, refusedCommentary} from "./draft.ts";

const head = z.strictObject({
  by: z.string().trim().min(1),
  date: z.string().refine(isDay),
  title: z.string().trim().min(1).optional(),
});

const keys = Object.keys(head.shape);
const example = "begin with the lines ---, by: NAME, date: 2006-01-15, ---";

const longestHead = 4096;
const mostFigures = 1000;

/** A figure in braces; what does not fit this and begins so is a fault. */
const named = /\{\{\s*(\S+?)\s+(\S+?)\s*\}\}/y;

/**
 * Who wrote the commentary, when, and which figures does it name?
 *
 * @param name The file's, for faults.
 * @throws {UserError} COMMENTARY_REFUSED
 */
export function readCommentary(text: string, name: string): CommentaryDraft {
  const found = /^---[ \t]*\r?\n([\s\S]*?)(?<=\n)---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!found) throw refusedCommentary("it does not say who wrote it and when", example, `${name}:1:1`);
  if (found[1]!.length > longestHead) {
    throw refusedCommentary("its head is longer than a name, a date and a title", example, `${name}:1:1`);
  }
  const {by, date, title} = readHead(found[1]!, name);
  const body = text.slice(found[0].length);
  const bodyLine = found[0].split("\n").length;
  checkProse({body, name, bodyLine});
  const figures = figuresIn(body, name, bodyLine);
  return {title: title ?? null, by, date, name, body, bodyLine, figures};
}

function readHead(text: string, name: string): z.output<typeof head> {
  const result = head.safeParse(parseHead(text, name));
  if (result.success) return result.data;
  // A misspelt name first: that one is missing may only follow from it.
  const issue = result.error.issues.toSorted((a, b) => rankOf(a) - rankOf(b))[0]!;
  const key = issue.code === "unrecognized_keys" ? issue.keys[0]! : String(issue.path[0] ?? "");
  const where = `${name}:${lineOf(text, key)}:1`;
  if (issue.code === "unrecognized_keys") {
    const near = nearest(key, keys);
    const help = near === null ? `it may say ${keys.join(", ")}` : `write ${near}`;
    throw refusedCommentary(`there is no "${visible(key)}" at the head of a commentary`, help, where);
  }
  if (key === "date") throw refusedCommentary("it has no date", "write a day, like date: 2006-01-15", where);
  if (key === "title") throw refusedCommentary("the title is no text", "write it in quotes, or leave it out", where);
  throw refusedCommentary("it does not say who wrote it", "write by: and a name; a pen name will do", where);
}

function rankOf({code}: {readonly code: string}): number {
  return code === "unrecognized_keys" ? 0 : 1;
}

function parseHead(text: string, name: string): unknown {
  try {
    // Days stay text, and so does a name that looks like a number.
    return parse(text, {schema: "failsafe"}) ?? {};
  } catch (fault) {
    // The head begins on the file's second line.
    if (fault instanceof YAMLParseError) {
      const {line = 1, col = 1} = fault.linePos?.[0] ?? {};
      throw refusedCommentary(`the head is not YAML: ${fault.code}`, example, `${name}:${line + 1}:${col}`);
    }
    // An alias that stands for nothing or too much, and brackets in brackets that exhaust the stack.
    if (!(fault instanceof ReferenceError || fault instanceof RangeError)) throw fault;
    const star = text.split("\n").findIndex((one) => /[*&[{]/.test(one));
    const where = `${name}:${star === -1 ? 2 : star + 2}:${Math.max(0, text.split("\n")[star]?.search(/[*&[{]/) ?? 0) + 1}`;
    throw refusedCommentary(
      "the head is not YAML: an alias stands for nothing, or for too much",
      "write names in quotes where they begin with * or &",
      where,
    );
  }
}

/** The line of the file on which the head says this; its first line where it does not. */
function lineOf(head: string, key: string): number {
  const place = head.split(/\r?\n/).findIndex((line) => line.trimStart().startsWith(`${key}:`));
  return place === -1 ? 1 : place + 2;
}

function figuresIn(body: string, name: string, bodyLine: number): NamedFigure[] {
  const figures: NamedFigure[] = [];
  let line = 0;
  let lineStart = 0;
  for (let from = body.indexOf("{{"); from !== -1; from = body.indexOf("{{", from + 2)) {
    for (let end = body.indexOf("\n", lineStart); end !== -1 && end < from; end = body.indexOf("\n", lineStart)) {
      line++;
      lineStart = end + 1;
    }
    const where = `${name}:${bodyLine + line}:${from - lineStart + 1}`;
    if (figures.length === mostFigures) {
      throw refusedCommentary(`it names more than ${mostFigures} figures`, "leave them to the tables", where);
    }
    named.lastIndex = from;
    const found = named.exec(body);
    if (!found) {
      const what = `a figure is not written as one: ${visible(body.slice(from, from + 30).split("\n")[0]!)}`;
      throw refusedCommentary(what, "write {{MEASURE PERIOD}}, like {{readers 2005-12}}", where);
    }
    const [measure, period] = [found[1]!, found[2]!];
    figures.push({measure, period: parseNamed(period, where), text: `${measure} ${period}`, where});
  }
  return figures;
}

function parseNamed(text: string, where: string): Period {
  try {
    // Which month was the last depends on the day: a report would not be the same twice.
    if (text !== "last-month") return parsePeriod(text, "1970-01-01");
  } catch (fault) {
    if (!(fault instanceof UserError)) throw fault;
  }
  throw refusedCommentary(`${visible(text)} is no period`, "write one like 2005-12 or 2005-H2", where);
}
