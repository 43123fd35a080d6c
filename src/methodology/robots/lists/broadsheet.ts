import {sha256} from "../../../base/sha256.ts";
import {browserSigns} from "./browser-forms.ts";
import {strippedBrowserText, withoutBrowser} from "./browser-text.ts";
import type {RobotList} from "./robot-list.ts";
import {findRobotMark, robotMarks} from "./robot-marks.ts";

/** The day of its last change; a test holds it to the list's hash. */
const version = "2026-12-01";

const expressions: readonly RegExp[] = [
  ...browserSigns,
  ...robotMarks.flatMap(({fits, unless}) => (unless ? [fits, unless] : [fits])),
  ...strippedBrowserText,
];

const patternsText = (): string => expressions.map((expression) => `${expression}\n`).join("");

/**
 * Broadsheet's own list of robots: what the public ones miss, and what they take wrongly.
 *
 * It names few robots. It knows how browsers write their agents: what has no sign of one, or a mark of a program, is a
 * robot; and what a public list holds a browser for is set aside.
 *
 * @source docs/robots.md#what-broadsheet-adds
 */
export const broadsheetList: RobotList = {
  name: "broadsheet",
  version,
  sha256: sha256(patternsText()),
  form: "built in",
  entryCount: expressions.length,
  networks: [],
  isRobot: (agent) => findRobotMark(agent) !== null,
  withoutBrowser,
  patternsText,
};
