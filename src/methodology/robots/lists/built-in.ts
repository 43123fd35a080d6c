import {readFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import crawlers from "crawler-user-agents";
import {isbot, list as isbotPatterns} from "isbot";
import {sha256} from "../../../base/sha256.ts";
import type {BuiltInListName} from "../../../workspace/config/robots.ts";
import {broadsheetList} from "./broadsheet.ts";
import {fitsAny} from "./compile.ts";
import type {RobotList} from "./robot-list.ts";
import {wikimediaList} from "./wikimedia.ts";

const crawlerPatterns = crawlers.map(({pattern}) => pattern);
const isCrawler = fitsAny(crawlerPatterns);

type PackageName = Exclude<BuiltInListName, "broadsheet" | "wikimedia">;

const packages: Readonly<
  Record<PackageName, {readonly patterns: readonly string[]; readonly isRobot: (agent: string) => boolean}>
> = {
  isbot: {patterns: isbotPatterns, isRobot: (agent) => isbot(agent)},
  "crawler-user-agents": {patterns: crawlerPatterns, isRobot: isCrawler},
};

/** A list of robots that Broadsheet brings along. */
export function builtInList(name: BuiltInListName): RobotList {
  if (name === "broadsheet") return broadsheetList;
  if (name === "wikimedia") return wikimediaList;
  const {patterns, isRobot} = packages[name];
  const patternsText = () => patterns.map((pattern) => `${pattern}\n`).join("");
  return {
    name,
    version: versionOf(name),
    sha256: sha256(patternsText()),
    form: "package",
    entryCount: patterns.length,
    networks: [],
    isRobot,
    patternsText,
  };
}

// The packages do not let their own description be imported, so it is found beside what they do.
function versionOf(name: PackageName): string {
  const entry = fileURLToPath(import.meta.resolve(name));
  return (JSON.parse(readFileSync(join(dirname(entry), "package.json"), "utf8")) as {version: string}).version;
}
