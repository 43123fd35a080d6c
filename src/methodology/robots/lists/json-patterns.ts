import {z} from "zod";
import {matchPatterns} from "./match-patterns.ts";
import {newestDay} from "./newest-day.ts";
import type {ListContent, ListFile, RobotListFormat} from "./robot-list.ts";

const entries = z
  .array(
    z.looseObject({
      pattern: z.string().min(1),
      last_changed: z.string().optional(),
      addition_date: z.string().optional(),
    }),
  )
  .min(1);

/**
 * The list of Project COUNTER: `[{"pattern": "bot", "last_changed": "2017-08-08"}, …]`.
 *
 * Patterns are regular expressions, in any case, as its page advises.
 */
export const counter: RobotListFormat = {
  name: "COUNTER",
  setting: "file",
  fits: ({json}) => entries.safeParse(json).success,
  read: (file) => readPatterns(file, {isCaseSensitive: false}),
};

/**
 * A later (or earlier) `crawler-user-agents.json`: `[{"pattern": "Googlebot\\/", "instances": [], …}, …]`.
 *
 * Patterns are regular expressions; upper and lower case differ.
 */
export const crawlerUserAgents: RobotListFormat = {
  name: "crawler-user-agents",
  setting: "file",
  fits: ({json}) => entries.safeParse(json).success && (json as object[]).some((entry) => "instances" in entry),
  read: (file) => readPatterns(file, {isCaseSensitive: true}),
};

function readPatterns({path, json, text}: ListFile, {isCaseSensitive}: {isCaseSensitive: boolean}): ListContent {
  const given = entries.parse(json);
  const lines = linesOfPatterns(text);
  const patterns = given.map(({pattern}, place) => ({
    text: pattern,
    isExpression: true,
    line: lines.length === given.length ? lines[place]! : null,
  }));
  const days = given.flatMap(({last_changed, addition_date}) => [last_changed, addition_date]).join(" ");
  return {
    entryCount: patterns.length,
    networks: [],
    newestDay: newestDay(days),
    isRobot: matchPatterns(patterns, {path, isCaseSensitive}),
  };
}

/** In which lines do patterns stand? JSON does not say, once it is read. */
function linesOfPatterns(text: string): number[] {
  let [line, from] = [1, 0];
  return [...text.matchAll(/"pattern"\s*:/g)].map(({index}) => {
    line += text.slice(from, index).split("\n").length - 1;
    from = index;
    return line;
  });
}
