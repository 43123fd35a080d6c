import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {parseArgs} from "node:util";
import {visible} from "../src/base/text.ts";
import {settingFor} from "../src/methodology/robot-lists/own-list.ts";
import {isRobot, type RobotList, readRobotList} from "../src/methodology/robots.ts";

/*
 * How many known robots do the lists find, and how many known browsers do they take for robots?
 *
 *   node bench/robots.ts --robots FILE… --browsers FILE… [--list FILE…] [--misses]
 *
 * A file holds one agent a line. The agents are other people's collections, which docs/robots.md names; none is kept here.
 */
const {values} = parseArgs({
  options: {
    robots: {type: "string", multiple: true, default: []},
    browsers: {type: "string", multiple: true, default: []},
    list: {type: "string", multiple: true, default: []},
    misses: {type: "boolean", default: false},
  },
});

const builtIn = (["isbot", "crawler-user-agents"] as const).map((name) => readRobotList(name, "."));
const own = values.list.map((path) => readRobotList(settingFor(resolve(path), null, null), "."));
const all = [...builtIn, ...own];
const trials: readonly (readonly [string, readonly RobotList[]])[] = [
  ...all.map((list) => [`${list.name} ${list.version}`, [list]] as const),
  [builtIn.map(({name}) => name).join(" + "), builtIn],
  ...(own.length > 0 ? [["all of them", all] as const] : []),
];

for (const [what, files] of [
  ["robots", values.robots],
  ["browsers", values.browsers],
] as const) {
  for (const file of files) {
    const agents = [
      ...new Set(
        readFileSync(file, "utf8")
          .split("\n")
          .filter((line) => line !== ""),
      ),
    ];
    console.log(`\n${basename(file)}: ${agents.length} different agents of ${what}`);
    for (const [name, lists] of trials) {
      const taken = agents.filter((agent) => isRobot(agent, lists));
      const share = ((taken.length / agents.length) * 100).toFixed(2);
      console.log(`  ${share.padStart(6)} %  ${String(taken.length).padStart(6)} robots to ${name}`);
    }
    const wrong = agents.filter((agent) => isRobot(agent, all) !== (what === "robots"));
    if (values.misses) for (const agent of wrong) console.log(`    ${visible(agent)}`);
  }
}
