import {findTexts, foldCase} from "./find-texts.ts";
import {linesOf, refusedList} from "./list-file.ts";
import {newestDay} from "./newest-day.ts";
import type {ListFile, RobotListFormat} from "./robot-list.ts";

/** A line of one of the two files, its case folded. */
interface Entry {
  readonly text: string;
  readonly isAtStart: boolean;
  /** An agent that holds one of these is not meant. */
  readonly exceptions: readonly string[];
}

/** Which cells of a line say what, counted from 0; null where the file has no such cell. */
interface Columns {
  readonly exceptions: number | null;
  readonly isAtStart: number;
  readonly inactiveOn: number;
}

const robotColumns: Columns = {exceptions: 2, isAtStart: 5, inactiveOn: 6};
const browserColumns: Columns = {exceptions: null, isAtStart: 2, inactiveOn: 3};

/**
 * The International Spiders and Bots List of IAB and ABC: two files, read in two passes.
 *
 * Robots: `text|active|exceptions|one or two passes|impact|at the start|inactive on`. Browsers:
 * `text|active|at the start|inactive on`. An agent that no browser's line fits is a robot; of the others, those that a
 * robot's line fits. The flags for passes and impact are not read.
 *
 * @source docs/robots.md#lists-of-your-own
 */
export const iab: RobotListFormat = {
  name: "IAB/ABC",
  setting: "robots",
  fits: ({text}) => linesOf(text).every((line) => isLine(line.text)),
  read: (file, browserFile) => {
    const robots = readEntries(file, robotColumns);
    const browsers = browserFile && readEntries(browserFile, browserColumns);
    const [fitsRobot, fitsBrowser] = [matchEntries(robots), browsers && matchEntries(browsers)];
    return {
      entryCount: robots.length + (browsers?.length ?? 0),
      networks: [],
      newestDay: newestDay(`${file.text}\n${browserFile?.text ?? ""}`),
      isRobot: (agent) => {
        const text = foldCase(agent);
        return fitsBrowser?.(text) === false || fitsRobot(text);
      },
    };
  },
};

function isLine(text: string): boolean {
  return /^[^|]+\|[01]\s*(\||$)/.test(text);
}

function readEntries({path, text}: ListFile, columns: Columns): Entry[] {
  const entries = linesOf(text).flatMap((line) => {
    if (!isLine(line.text)) {
      const what = "the line has no text and flag (1 or 0), parted by |";
      throw refusedList(what, "name the file as it was downloaded", path, line.line);
    }
    const cells = line.text.split("|").map((one) => one.trim());
    // An entry that was given up on a day was right until then, and logs may be older; without a day it never held.
    const isUsed = cells[1] === "1" || newestDay(cells[columns.inactiveOn] ?? "") !== null;
    const exceptions = columns.exceptions === null ? "" : (cells[columns.exceptions] ?? "");
    const entry = {
      text: foldCase(cells[0]!),
      isAtStart: cells[columns.isAtStart] === "1",
      exceptions: exceptions
        .split(",")
        .map((one) => foldCase(one.trim()))
        .filter((one) => one !== ""),
    };
    return isUsed ? [entry] : [];
  });
  if (entries.length === 0) throw refusedList("the list has no entry that is active", "fetch the list again", path);
  return entries;
}

function matchEntries(entries: readonly Entry[]): (text: string) => boolean {
  const find = findTexts(entries);
  return (text) =>
    find(text).some(
      ({row, place}) =>
        (!row.isAtStart || place === 0) && !row.exceptions.some((exception) => text.includes(exception)),
    );
}
