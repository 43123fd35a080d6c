import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {parseArgs} from "node:util";
import {visible} from "../src/base/text.ts";
import {presets} from "../src/methodology/presets.ts";
import {settingFor} from "../src/methodology/robots/lists/own-list.ts";
import {isRobot, type RobotList, readRobotList} from "../src/methodology/robots/match.ts";
import {
  type Calling,
  type Collection,
  callings,
  contradicted,
  isHeldOut,
  isUndisputed,
  type Parts,
  together,
} from "./robot-collections.ts";

/*
 * How many known robots do the lists find, and how many known browsers do they take for robots?
 *
 *   node bench/robots.ts [--robots FILE]… [--browsers FILE]… [--unseen-robots FILE]… [--unseen-browsers FILE]…
 *                        [--list FILE]… [--misses]
 *
 * A file holds one agent a line. The agents are other people's collections, which docs/robots.md names; none is kept here.
 * Half of them, by a hash of their text, are held out, and an unseen collection is so as a whole: nobody who changes the
 * list `broadsheet` looks at these. So `--misses` prints those of the other half only.
 */
const files = {type: "string", multiple: true, default: [] as string[]} as const;
const {values} = parseArgs({
  options: {
    robots: files,
    browsers: files,
    "unseen-robots": files,
    "unseen-browsers": files,
    list: files,
    misses: {type: "boolean", default: false},
  },
});

const collections = callings.flatMap((calling) => [
  ...values[calling].map((file) => readCollection(file, calling, false)),
  ...values[`unseen-${calling}`].map((file) => readCollection(file, calling, true)),
]);
const older = new Set(collections.filter(({isUnseen}) => !isUnseen).flatMap(({agents}) => agents));

const standard = presets["central-task"].robots.lists.map((name) => readRobotList(name, {folder: ".", key: "k"}));
const own = values.list.map((path) => readRobotList(settingFor(resolve(path), null, null), {folder: ".", key: "k"}));
const all = [...standard, ...own];
const named = (lists: readonly RobotList[]) => [lists.map(({name}) => name).join(" + "), lists] as const;
type Trial = readonly [string, readonly RobotList[]];
const inUse: readonly Trial[] = [named(standard), ...(own.length > 0 ? [named(all)] : [])];
const trials: readonly Trial[] = [
  ...all.map((list) => [`${list.name} ${list.version}`, [list]] as const),
  named(standard.filter(({form}) => form === "package")),
  ...inUse,
];

for (const {name, calling, isUnseen, agents} of collections) {
  const fresh = agents.filter((agent) => !older.has(agent));
  console.log(`\n${name}: ${agents.length} different agents of ${calling}`);
  printShares(
    isUnseen
      ? {all: agents, "in no other": fresh}
      : {all: agents, "looked at": agents.filter((agent) => !isHeldOut(agent)), "held out": agents.filter(isHeldOut)},
    calling,
  );
  if (!values.misses || isUnseen) continue;
  for (const agent of agents) {
    if (!isHeldOut(agent) && isRobot(agent, all) !== (calling === "robots")) console.log(`    ${visible(agent)}`);
  }
}

const unclear = contradicted(collections);
console.log(`\nTogether, each agent once; ${unclear.length} that are robots to one and browsers to another left out`);
for (const calling of callings) {
  const {lookedAt, heldOut, unseen, untouched}: Parts = together(collections, calling);
  console.log(`\n${lookedAt.length + untouched.length} different agents of ${calling}`);
  printShares({"looked at": lookedAt, "held out": heldOut, unseen, "held out or unseen": untouched}, calling);
}

function readCollection(path: string, calling: Calling, isUnseen: boolean): Collection {
  const lines = readFileSync(path, "utf8").split("\n");
  return {name: basename(path), calling, isUnseen, agents: [...new Set(lines.filter((line) => line !== ""))]};
}

function printShares(parts: Readonly<Record<string, readonly string[]>>, calling: Calling): void {
  const row = (cells: readonly string[]) => cells.map((cell) => cell.padStart(21)).join("");
  console.log(`${row(Object.keys(parts))}  robots to`);
  for (const [name, lists] of trials) {
    console.log(`${row(Object.values(parts).map((part) => shareOf(part, lists)))}  ${name}`);
  }
  const undisputed = Object.values(parts).map((part) => part.filter((agent) => isUndisputed(agent, calling)));
  for (const [name, lists] of inUse) {
    console.log(`${row(undisputed.map((part) => shareOf(part, lists)))}  ${name}, without disputed agents`);
  }
}

function shareOf(agents: readonly string[], lists: readonly RobotList[]): string {
  const taken = agents.filter((agent) => isRobot(agent, lists)).length;
  return `${taken}/${agents.length} ${((taken / agents.length) * 100).toFixed(2)} %`;
}
