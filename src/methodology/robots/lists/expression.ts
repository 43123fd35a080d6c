import {RE2JS, RE2JSException} from "re2js";
import {quoted} from "../../../workspace/sheet/cell.ts";
import {foldCase} from "./find-texts.ts";
import {refusedList} from "./list-file.ts";
import {requiredText} from "./required-text.ts";

/** How the expressions of a list are meant, and where they stand. */
export interface ExpressionOptions {
  /** The list's file, for faults. */
  readonly path: string;
  readonly isCaseSensitive: boolean;
}

/** A regular expression that its list was not refused for. */
export interface Expression {
  readonly text: string;
  /** A text that every match holds, its case folded; "" where none is certain. */
  readonly required: string;
  /** Is that text all of it? */
  readonly isText: boolean;
  /** Instructions of its program. */
  readonly size: number;
}

/** No agent's name needs more, and without a bound a few characters could take all memory. */
const mostSize = 1000;

/** What fits all of these fits every agent. */
const anything = ["", "zq 0", "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0"];

/**
 * Checks a regular expression that a stranger wrote.
 *
 * @param line Where it stands in its file; null where that is not known.
 * @throws {UserError} ROBOT_LIST_REFUSED with the line and the pattern.
 */
export function readExpression(text: string, line: number | null, options: ExpressionOptions): Expression {
  const refuse = (what: string, help: string) =>
    refusedList(`the pattern ${quoted(text)} ${what}`, help, options.path, line ?? undefined);
  try {
    const compiled = compileExpression(text, options);
    const size = compiled.programSize();
    if (size > mostSize) throw refuse("is too large", "repeat less in it, or take it out of the list");
    if (anything.every((agent) => compiled.test(agent))) {
      throw refuse("fits every agent", "correct it, or take it out of the list");
    }
    const required = requiredText(text);
    const isText = required !== "" && required === text.replace(/\\([^a-z0-9])/gi, "$1");
    return {text, required: options.isCaseSensitive ? required : foldCase(required), isText, size};
  } catch (fault) {
    if (!(fault instanceof RE2JSException)) throw fault;
    const why = fault.message.replace(/^error parsing regexp: /, "");
    throw refuse(`cannot be used: ${why}`, "write it in the syntax of RE2, or take it out of the list");
  }
}

/** The expression in RE2's engine: its time grows with the length of an agent, and never faster. */
export function compileExpression(text: string, {isCaseSensitive}: Pick<ExpressionOptions, "isCaseSensitive">): RE2JS {
  return RE2JS.compile(text, isCaseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
}
