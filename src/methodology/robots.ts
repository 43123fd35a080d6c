import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import crawlers from "crawler-user-agents";
import {isbot} from "isbot";

/** The lists of robots that Broadsheet brings along. */
export type RobotListName = "isbot" | "crawler-user-agents";

const crawlerPattern = new RegExp(crawlers.map(({pattern}) => `(?:${pattern})`).join("|"));

const isKnownTo: Readonly<Record<RobotListName, (agent: string) => boolean>> = {
  isbot: (agent) => isbot(agent),
  "crawler-user-agents": (agent) => crawlerPattern.test(agent),
};

/** Is the agent on one of the lists? */
export function isRobot(agent: string, lists: readonly RobotListName[]): boolean {
  return lists.some((name) => isKnownTo[name](agent));
}

/** Which lists are these, exactly? */
export function robotListVersions(lists: readonly RobotListName[]): {name: string; version: string}[] {
  return lists.map((name) => ({name, version: versionOf(name)}));
}

// The packages do not let their own description be imported, so it is found beside what they do.
function versionOf(name: RobotListName): string {
  const entry = fileURLToPath(import.meta.resolve(name));
  return (JSON.parse(readFileSync(join(dirname(entry), "package.json"), "utf8")) as {version: string}).version;
}
