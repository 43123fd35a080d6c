import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join, relative} from "node:path";
import {type ArchiveSiteRequest, buildSite, type SiteSummary} from "../../../src/publish/site/build.ts";
import {correct, openPress, type Press, publish, reportOf, seal} from "./archive-fixture.ts";

/** Builds the archive of a workspace into its folder `public`. */
export function build(
  folder: string,
  given: Partial<ArchiveSiteRequest> = {},
  signal?: AbortSignal,
): Promise<SiteSummary> {
  return buildSite(folder, {output: join(folder, "public"), ...given}, {signal});
}

/** A workspace with something of everything: made by hand, sealed, corrected, counted by two methodologies, announced. */
export function fullPress(folder: string): Press {
  const press = openPress(folder);
  const older = join(press.published, "older/2003-H2");
  mkdirSync(older, {recursive: true});
  writeFileSync(join(older, "report.pdf"), "%PDF-1.4\n");
  writeFileSync(
    join(older, "history.csv"),
    "measure,month,value,source\nreaders,2003-12,20000,report of January 2004\n",
  );
  publish(press, reportOf("2004-H1", [21_000, 22_000, 23_500, 23_000, 25_000, 24_000]), "2004-07-20");
  publish(press, reportOf("2004-H2", [26_000, 27_000, null, 28_000, 31_000, 30_000]), "2005-01-20", {
    accepted: [{id: "undecided", text: "3 clients that nobody has decided about", reason: "they ask for little"}],
  });
  const methodology = {name: "plain-2005", sha256: "7a".repeat(32), robotLists: []};
  publish(press, reportOf("2005-H1", [32_000, 33_000, 35_000, 34_000, 36_000, 38_000], {methodology}), "2005-07-20", {
    limit: 2000,
  });
  correct(press, {
    period: "2004-H1",
    number: 1,
    date: "2004-10-15",
    figures: {"measure|readers|2004-03": [23_500, 22_900]},
  });
  correct(press, {
    period: "2004-H2",
    number: 1,
    date: "2005-03-15",
    kind: "revision",
    figures: {"measure|readers|2004-11": [31_000, 30_400]},
  });
  const judgedBy = {timeZone: "UTC", rules: [], documents: {}, tables: {}};
  const announcement = {
    ...{format: 1, publication: "The Example Press", period: "2005-H2", date: "2005-10-01", publishOn: "2006-01-20"},
    ...{methodology: {name: "plain-2005", sha256: "7a".repeat(32), judgedBy}, readUntil: null},
  };
  seal(
    press,
    "2005-H2.announced",
    {"announcement.json": JSON.stringify(announcement)},
    {what: "announcement of 2005-H2", date: "2005-10-01"},
  );
  return press;
}

/** Leaves nothing of an archive but what was announced. */
export function keepAnnouncement({published}: Press): void {
  for (const name of readdirSync(published)) {
    if (name !== "keys.txt" && name !== "2005-H2.announced") rmSync(join(published, name), {recursive: true});
  }
}

/** Every file of a folder with its text, by its path. */
export function filesIn(folder: string): Map<string, string> {
  const names = readdirSync(folder, {recursive: true, withFileTypes: true}).filter((entry) => entry.isFile());
  const paths = names.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"));
  return new Map(paths.sort().map((path) => [path, readFileSync(join(folder, path), "latin1")]));
}

/** Is it a page that is made, and not a file of an edition? */
export function isPage(path: string): boolean {
  return path.endsWith(".html") && !/^editions\/[^/]+\//.test(path);
}
