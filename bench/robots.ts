import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {parseArgs} from "node:util";
import {visible} from "../src/base/text.ts";
import {settingFor} from "../src/methodology/robot-lists/own-list.ts";
import {isRobot, type RobotList, readRobotList} from "../src/methodology/robots.ts";
import {builtInLists} from "../src/workspace/config-robots.ts";

/*
 * How many known robots do the lists find, and how many known browsers do they take for robots?
 *
 *   node bench/robots.ts --robots FILE… --browsers FILE… [--list FILE…] [--misses]
 *
 * A file holds one agent a line. The agents are other people's collections, which docs/robots.md names; none is kept here.
 * Half of them, by a hash of their text, are held out: nobody who changes the list `broadsheet` looks at these. So
 * `--misses` prints those of the other half only.
 */
const {values} = parseArgs({
  options: {
    robots: {type: "string", multiple: true, default: []},
    browsers: {type: "string", multiple: true, default: []},
    list: {type: "string", multiple: true, default: []},
    misses: {type: "boolean", default: false},
  },
});

/** Agents whose collection calls them by a name that we do not share: see docs/robots.md#how-well-the-lists-do. */
const disputed = {
  robots: [
    // A download program in a person's browser, a small browser, a translator, an app for talk in a window of its own.
    /QQDownload|OffByOne|Yandex\.Translate|Slack_SSB/,
  ],
  browsers: [
    // Robots by their own word.
    /googlebot|bingbot|Google Page Speed|Wireless Transcoder|link.?(?:check|valid)|HTTP ?Client|Mobile-Gateway|Paros\//i,
    // Programs of an office and of mail; what an app fetches without showing it.
    /ms-office|MSOffice|Outlook|Thunderbird\/|CFNetwork\/|GOGGalaxyClient\//,
    // What no browser sends: the name of the header, Chrome without its engine.
    /^User-?Agent:|^Mozilla\/5\.0 \([^()]+\) Chrome\/[\d.]+$/i,
  ],
} as const;

const builtIn = builtInLists.map((name) => readRobotList(name, "."));
const own = values.list.map((path) => readRobotList(settingFor(resolve(path), null, null), "."));
const all = [...builtIn, ...own];
const named = (lists: readonly RobotList[]) => [lists.map(({name}) => name).join(" + "), lists] as const;
const trials: readonly (readonly [string, readonly RobotList[]])[] = [
  ...all.map((list) => [`${list.name} ${list.version}`, [list]] as const),
  named(builtIn.filter(({form}) => form === "package")),
  named(builtIn),
  ...(own.length > 0 ? [named(all)] : []),
];

for (const what of ["robots", "browsers"] as const) {
  for (const file of values[what]) {
    const lines = readFileSync(file, "utf8").split("\n");
    const agents = [...new Set(lines.filter((line) => line !== ""))];
    const seen = agents.filter((agent) => !isHeldOut(agent));
    const parts = [agents, seen, agents.filter(isHeldOut)];
    console.log(`\n${basename(file)}: ${parts.map(({length}) => length).join(" / ")} different agents of ${what}`);
    console.log(`  ${["all", "looked at", "held out"].map((head) => head.padStart(20)).join("")}  robots to`);
    for (const [name, lists] of trials) {
      console.log(`  ${parts.map((part) => shareOf(part, lists).padStart(20)).join("")}  ${name}`);
    }
    const undisputed = parts.map((part) => part.filter((agent) => !disputed[what].some((one) => one.test(agent))));
    console.log(
      `  ${undisputed.map((part) => shareOf(part, all).padStart(20)).join("")}  all, without disputed agents`,
    );
    if (!values.misses) continue;
    for (const agent of seen) if (isRobot(agent, all) !== (what === "robots")) console.log(`    ${visible(agent)}`);
  }
}

function isHeldOut(agent: string): boolean {
  return createHash("sha256").update(`broadsheet 2026\n${agent}`).digest()[0]! % 2 === 1;
}

function shareOf(agents: readonly string[], lists: readonly RobotList[]): string {
  const taken = agents.filter((agent) => isRobot(agent, lists)).length;
  return `${taken}/${agents.length} ${((taken / agents.length) * 100).toFixed(2)} %`;
}
