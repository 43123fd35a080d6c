import type {RE2JS} from "re2js";
import {compileExpression, type Expression, type ExpressionOptions, readExpression} from "./expression.ts";
import {findTexts, foldCase} from "./find-texts.ts";
import {refusedList} from "./list-file.ts";

/** What an agent is compared with. */
export interface Pattern {
  /** A text that an agent holds, or the regular expression that it fits. */
  readonly text: string;
  readonly isExpression: boolean;
  /** Where it stands in its file; null where that is not known. */
  readonly line: number | null;
}

/** A text to look for first, and what then has to fit; null where the text alone tells. */
interface Clue {
  readonly text: string;
  readonly group: RE2JS | null;
}

/** Expressions of about so many instructions are tried at once. */
const groupSize = 2000;
/** More could take more memory than a report should. */
const mostSize = 100_000;

/**
 * Which agents do the patterns fit?
 *
 * The patterns come from strangers: see {@link readExpression}. Most of them are, or hold, a text that few agents have,
 * so that a list of thousands costs little more than one of ten.
 *
 * @throws {UserError} ROBOT_LIST_REFUSED with the line and the pattern.
 */
export function matchPatterns(patterns: readonly Pattern[], options: ExpressionOptions): (agent: string) => boolean {
  const fold = options.isCaseSensitive ? (text: string): string => text : foldCase;
  const clues: Clue[] = [];
  const expressions: Expression[] = [];
  for (const {text, isExpression, line} of patterns) {
    const expression = isExpression ? readExpression(text, line, options) : null;
    if (expression === null) clues.push({text: fold(text), group: null});
    else if (expression.isText) clues.push({text: expression.required, group: null});
    else expressions.push(expression);
  }
  if (sizeOf(expressions) > mostSize) {
    throw refusedList("the patterns are too large together", "take those out that you do not need", options.path);
  }
  const compile = (group: readonly Expression[]): RE2JS =>
    compileExpression(group.length === 1 ? group[0]!.text : anyOf(group), options);
  for (const group of groupsOf(expressions.filter(({required}) => required !== ""))) {
    const compiled = compile(group);
    clues.push(...group.map(({required}) => ({text: required, group: compiled})));
  }
  const find = findTexts(clues);
  const always = groupsOf(expressions.filter(({required}) => required === "")).map(compile);
  return (agent) => {
    const groups = new Set(find(fold(agent)).map(({row}) => row.group));
    return groups.has(null) || [...groups, ...always].some((group) => group?.test(agent));
  };
}

function anyOf(expressions: readonly Expression[]): string {
  return expressions.map(({text}) => `(?:${text})`).join("|");
}

function sizeOf(expressions: readonly Expression[]): number {
  return expressions.reduce((sum, {size}) => sum + size, 0);
}

/** Expressions that are tried at once. Alone stays one with a name, which may be given once, or an open quotation. */
function groupsOf(expressions: readonly Expression[]): Expression[][] {
  const groups: Expression[][] = [];
  let room = 0;
  for (const expression of expressions) {
    const isAlone = /\(\?P?<|\\Q/.test(expression.text);
    if (isAlone || expression.size > room) {
      groups.push([]);
      room = isAlone ? 0 : groupSize;
    }
    groups.at(-1)!.push(expression);
    room -= expression.size;
  }
  return groups;
}
