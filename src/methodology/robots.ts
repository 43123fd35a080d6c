import type {RobotListSetting} from "../workspace/config-robots.ts";
import {builtInList} from "./robot-lists/built-in.ts";
import {readOwnList} from "./robot-lists/own-list.ts";
import type {RobotList} from "./robot-lists/robot-list.ts";

/** A list of robots, ready to be asked. */
export type {RobotList} from "./robot-lists/robot-list.ts";

/** Nobody's agent is longer; patterns of the lists take time that grows with the square of a text made to that end. */
const longestLookedAt = 1000;

/**
 * Reads a list of robots: one that Broadsheet brings along, or files of the publisher's own.
 *
 * @param folder The workspace's, which the files' paths start from.
 * @throws {UserError} ROBOT_LIST_REFUSED
 */
export function readRobotList(setting: RobotListSetting, folder: string): RobotList {
  return typeof setting === "string" ? builtInList(setting) : readOwnList(setting, folder);
}

/** Is the agent on one of the lists? Its first 1,000 characters are looked at. */
export function isRobot(agent: string, lists: readonly RobotList[]): boolean {
  const text = agent.slice(0, longestLookedAt);
  return lists.some((list) => list.isRobot(text));
}

/** Which lists are these, exactly? */
export function robotListVersions(lists: readonly RobotList[]): Pick<RobotList, "name" | "version" | "sha256">[] {
  return lists.map(({name, version, sha256}) => ({name, version, sha256}));
}
