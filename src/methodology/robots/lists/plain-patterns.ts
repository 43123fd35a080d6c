import {quoted} from "../../../workspace/sheet/cell.ts";
import {type ListLine, linesOf, refusedList} from "./list-file.ts";
import {matchPatterns, type Pattern} from "./match-patterns.ts";
import {newestDay} from "./newest-day.ts";
import type {RobotListFormat} from "./robot-list.ts";

/** Fewer would stand in nearly every agent. */
const leastCharacters = 3;

/** One pattern a line: a text that the agent holds, in any case, or `/a regular expression/`. `#` begins a comment. */
export const plainPatterns: RobotListFormat = {
  name: "patterns",
  setting: "file",
  fits: ({json}) => json === undefined,
  read: ({path, text}) => {
    const patterns = linesOf(text).map((line) => readPattern(line, path));
    if (patterns.length === 0) throw refusedList("the list has no pattern", "fetch the list again", path);
    return {
      entryCount: patterns.length,
      networks: [],
      newestDay: newestDay(commentsOf(text)),
      isRobot: matchPatterns(patterns, {path, isCaseSensitive: false}),
    };
  },
};

function readPattern({text, line}: ListLine, path: string): Pattern {
  const expression = /^\/(.+)\/i?$/.exec(text)?.[1];
  if (expression !== undefined) return {text: expression, isExpression: true, line};
  if (text.length < leastCharacters) {
    const help = "write at least three characters, or an expression like /^x$/";
    throw refusedList(`the text ${quoted(text)} would fit nearly everything`, help, path, line);
  }
  // As text it would be looked for as it stands, and never be found.
  if (/^\^|\\|\.\*|[^\\]\$$/.test(text)) {
    throw refusedList(`${quoted(text)} looks like a regular expression`, `write it as /${text}/`, path, line);
  }
  return {text, isExpression: false, line};
}

/** What a list says about itself. */
function commentsOf(text: string): string {
  return (text.match(/^\s*#.*$/gm) ?? []).join("\n");
}
