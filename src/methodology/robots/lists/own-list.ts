import {createHash} from "node:crypto";
import {basename, extname, resolve} from "node:path";
import type {BuiltInListName, OwnListSetting} from "../../../workspace/config/robots.ts";
import {sealOf} from "../../../workspace/seal.ts";
import {robotListFormats} from "./formats.ts";
import {readListFile, refusedList} from "./list-file.ts";
import type {ListFile, RobotList, RobotListFormat} from "./robot-list.ts";

/** Which of those that come along look for words wherever they stand. */
const publicLists: ReadonlySet<string> = new Set<BuiltInListName>(["isbot", "crawler-user-agents"]);

/** How many characters of the hash stand for a version where a list has none. */
const shortHash = 12;

/** Where the files' paths start from, and the workspace's key. */
export interface ListPlace {
  readonly folder: string;
  readonly key: string;
}

/**
 * Reads a list of robots of the publisher's own.
 *
 * A list of networks is told by a seal in place of its hash: it may hold a single client, who would be found by trying.
 *
 * @throws {UserError} ROBOT_LIST_REFUSED
 */
export function readOwnList(setting: OwnListSetting, {folder, key}: ListPlace): RobotList {
  const kind = setting.robots === undefined ? (setting.networks === undefined ? "file" : "networks") : "robots";
  const file = readListFile(resolve(folder, setting[kind]!));
  const browsers = setting.browsers === undefined ? null : readListFile(resolve(folder, setting.browsers));
  const format = formatOf(file, kind);
  const {newestDay, ...content} = format.read(file, browsers);
  const plain = hashOf(browsers === null ? [file] : [browsers, file]);
  const sha256 = content.networks.length > 0 ? sealOf(`networks ${plain}`, key) : plain;
  return {
    name: setting.name,
    version: newestDay ?? sha256.slice(0, shortHash),
    sha256,
    form: format.name,
    ...(publicLists.has(setting.name) ? {isAnotherVersion: true} : {}),
    ...content,
  };
}

/**
 * How would a file be named in `methodology.robots.lists`? Its form is found out from what it says.
 *
 * @param name What the list is to be called; the file's own name where it is null.
 * @param browsers The second file of a list that has two; null without one.
 * @throws {UserError} ROBOT_LIST_REFUSED
 */
export function settingFor(path: string, name: string | null, browsers: string | null): OwnListSetting {
  const named = {name: name ?? nameFor(path)};
  if (browsers !== null) return {...named, browsers, robots: path};
  const file = readListFile(path);
  const {setting} = robotListFormats.find((format) => format.fits(file)) ?? {setting: "file"};
  return {...named, [setting]: path};
}

/** The form that the setting allows and the file has; a file that has none is read as the plainest, to say what is amiss. */
function formatOf(file: ListFile, setting: RobotListFormat["setting"]): RobotListFormat {
  const allowed = robotListFormats.filter((format) => format.setting === setting);
  const format = allowed.find((one) => one.fits(file)) ?? (file.json === undefined ? allowed.at(-1) : undefined);
  if (format) return format;
  const other = robotListFormats.find((one) => one.fits(file));
  const help = other
    ? `write ${other.setting}: in place of ${setting}: in broadsheet.yaml`
    : "docs/configuration.md says how a list may be written";
  throw refusedList("the file is JSON, and no such list of robots", help, file.path);
}

function nameFor(path: string): string {
  const name = basename(path, extname(path))
    .replace(/[^a-z0-9._-]+/gi, "-")
    .replace(/^[._-]+/, "")
    .slice(0, 40);
  return name === "" ? "list" : name;
}

function hashOf(files: readonly ListFile[]): string {
  const hash = createHash("sha256");
  for (const {bytes} of files) hash.update(bytes);
  return hash.digest("hex");
}
