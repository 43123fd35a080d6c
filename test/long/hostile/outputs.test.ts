import {readdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {beforeAll, describe, expect, test} from "vitest";
import type {Said, Workshop} from "../../intake/workshop.ts";
import {isNightly} from "../sizes.ts";
import {checkCsv, checkHtml, checkMarkdown, checkText, type Fabric, fabricOf} from "./outputs.ts";
import {type Place, places, pressOf, putInto} from "./press.ts";
import {attempts, mark} from "./texts.ts";

/*
 * Text of strangers, put wherever text of strangers gets to, and looked for in everything that is printed. A text may be
 * refused; it may never do anything.
 */

const commands: readonly (readonly string[])[] = [
  ["account", "2005-07"],
  ["explain", "readers", "2005-07"],
  ["compare-methods", "2005-07"],
  ["restate"],
  ["review", "2005-07", "--list"],
  ["departments", "2005-07"],
  ["quarantine"],
  ["robots"],
  ["ledger", "check"],
  ...(isNightly
    ? [
        ["report", "2005-07", "--notes"],
        ["report", "2005-07", "--methodology", "goaccess"],
      ]
    : []),
];
/** What gives JSON, too: the same by the same writer, so that a night is soon enough. */
const asJson = isNightly
  ? ["account", "explain", "compare-methods", "restate", "review", "departments", "quarantine", "robots"]
  : ["review", "quarantine"];
const files = {"r.html": null, "r.md": checkMarkdown, "r.csv": checkCsv, "r.txt": checkText, "r.json": null};

/** Whatever a command says about itself is text for a terminal, and a fault is the person's. */
function checkSaid({status, stderr}: Said, where: string): void {
  expect([0, 3], `${where}: ${stderr}`).toContain(status);
  checkText(stderr, where);
}

const outputsOf = (workshop: Workshop): string[] =>
  Object.keys(files).flatMap((name) => ["--format", formatOf(name), "--output", join(workshop.root, name)]);
const formatOf = (name: string): string =>
  ({html: "html", md: "markdown", csv: "csv", txt: "text", json: "json"})[name.slice(2)]!;

async function reportOn(workshop: Workshop, options: readonly string[] = []): Promise<Said> {
  return workshop.run("report", "2005-07", "--compare", "none", ...options, ...outputsOf(workshop));
}

const ownPlaces = places.filter(({name}) => name !== "commentary");
const harmless = `${mark} words`;
let fabric: Fabric;
beforeAll(async () => {
  const workshop = await pressOf(harmless);
  await workshop.ingest(["logs"]);
  const seen: Fabric[] = [];
  for (const chosen of [ownPlaces, places]) {
    putInto(workshop.folder, chosen, harmless);
    const said = await reportOn(workshop);
    expect(said.status, said.stderr).toBe(0);
    seen.push(fabricOf(readFileSync(join(workshop.root, "r.html"), "utf8")));
  }
  workshop.remove();
  const all = (sets: readonly ReadonlySet<string>[]): Set<string> => new Set(sets.flatMap((set) => [...set]));
  fabric = {parts: all(seen.map(({parts}) => parts)), marked: all(seen.map(({marked}) => marked)), addresses: []};
});

for (const [turn, [what, text]] of Object.entries(attempts).entries()) {
  describe("does nothing in any output", () => {
    test(what, async () => {
      const workshop = await pressOf(text);
      try {
        const read = await workshop.run("ingest", "logs");
        checkSaid(read, "ingest");
        expect(read.status, read.stderr).toBe(0);
        expect(await holds(workshop, [], text)).toBe(true);
        // Together as long as nothing is refused; where something is, each by itself.
        if (!(await holds(workshop, ownPlaces, text))) {
          for (const place of ownPlaces) await holds(workshop, [place], text);
        }
        await holds(workshop, places.slice(-1), text);
        // Each text meets half of the commands, by turns, and each command half of the texts; in a night all meet all.
        for (const words of commands.filter((_, place) => isNightly || (place + turn) % 2 === 0)) {
          const said = await workshop.run(...words);
          checkSaid(said, words.join(" "));
          checkText(said.stdout, words.join(" "));
        }
        for (const words of commands.filter(([name]) => asJson.includes(name!))) {
          const said = await workshop.run(...words.filter((word) => word !== "--list"), "--format", "json");
          checkSaid(said, `${words.join(" ")} as JSON`);
          if (said.status === 0) JSON.parse(said.stdout);
        }
        await checkDecisions(workshop, text);
      } finally {
        workshop.remove();
      }
    });
  });
}

/** Reports with the text in these places, and looks at all that is printed. Was it taken? */
async function holds(workshop: Workshop, chosen: readonly Place[], text: string): Promise<boolean> {
  const where = chosen.map(({name}) => name).join(", ");
  putInto(workshop.folder, chosen, text);
  // How far figures would move is told once: it takes as long as all the rest.
  const said = await reportOn(workshop, chosen.length === 0 ? [] : ["--no-ranges"]);
  checkSaid(said, where);
  if (said.status === 0) checkFiles(workshop, where);
  else putInto(workshop.folder, [], text);
  return said.status === 0;
}

function checkFiles(workshop: Workshop, where: string): void {
  for (const [name, check] of Object.entries(files)) {
    const printed = readFileSync(join(workshop.root, name), "utf8");
    if (name.endsWith(".json")) JSON.parse(printed);
    else if (check === null) checkHtml(printed, fabric, `${where}, ${name}`);
    else check(printed, `${where}, ${name}`);
  }
}

/** The tables of an edition, and the comments of its signature. */
function checkEdition(folder: string): void {
  for (const name of readdirSync(join(folder, "data"))) {
    checkCsv(readFileSync(join(folder, "data", name), "utf8"), `data/${name}`);
  }
  checkText(readFileSync(join(folder, "SHA256SUMS.minisig"), "utf8").replaceAll("\t", " "), "the signature");
}

/** The edition; the sheet of the review, given back with the text as the reason; and the text as the reason of a restatement. */
async function checkDecisions(workshop: Workshop, text: string): Promise<void> {
  const published = await workshop.run("publish", "2005-07", "--compare", "none", "--accept", text);
  checkSaid(published, "publish");
  checkText(published.stdout, "publish");
  if (published.status === 0) checkEdition(join(workshop.folder, "published/2005-07"));
  const sheet = await workshop.run("review", "2005-07", "--format", "csv");
  checkSaid(sheet, "review as CSV");
  checkCsv(sheet.stdout, "review as CSV");
  const reason = text.replaceAll('"', '""');
  const path = join(workshop.root, "decisions.csv");
  writeFileSync(path, `entry,decision,reason\n198.18.3.232,reader,"${reason}"\n`);
  checkSaid(await workshop.run("review", "2005-07", "--decide", path, "--by", text), "review --decide");
  checkCsv(readFileSync(join(workshop.folder, "blacklist.csv"), "utf8"), "the blacklist");
  for (const words of [
    ["correct", "2005-07", "--reason", text],
    ["restate"],
    ["review", "2005-07", "--list", "--all"],
  ]) {
    const said = await workshop.run(...words);
    checkSaid(said, words[0]!);
    checkText(said.stdout, words[0]!);
  }
}
