import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {openStore} from "../../../src/operations/store/store.ts";
import type {Finding} from "../../../src/publish/verify/answer.ts";
import type {VerifyRequest} from "../../../src/publish/verify/verify.ts";
import type {Workshop} from "../../intake/workshop.ts";
import {longTest, rowsOf} from "../../run/amounts.ts";
import {copyPublished, overwrite, publishedPress, verifyAt} from "./published-press.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await publishedPress();
}, 120_000);
afterAll(() => workshop.remove());

const period = "2026-01..2026-02";
let copies = 0;

/** A level's answer for the edition of both months, and what it found. */
async function findingsOf(
  level: 4 | 5,
  more: Partial<VerifyRequest>,
  change: (folder: string) => void = () => {},
): Promise<readonly [string, readonly Finding[], readonly string[]]> {
  const folder = join(copyPublished(workshop, `copy-${copies++}`), period);
  change(folder);
  const found = await verifyAt(folder, workshop, more);
  const own = found.editions[0]!.levels.find((one) => one.level === level)!;
  return [own.answer, own.findings, own.checked];
}

const told = ({file, cell, published, now}: Finding) => [file, cell, published, now];
const world = {};

describe("from the facts of the workspace", () => {
  test("the figures are the same", async () => {
    const [answer, findings, checked] = await findingsOf(4, {store: openStore(workshop.folder)});
    expect([answer, findings]).toEqual(["verified", []]);
    expect(checked[0]).toMatch(/^\d+ figures are what the facts of the workspace give$/);
  });

  longTest("a figure that is another by other rules is named with its cause", async () => {
    const other = workshop.copy();
    try {
      const config = join(other.folder, "broadsheet.yaml");
      writeFileSync(config, readFileSync(config, "utf8").replace("198.51.0.1", "198.51.0.2, 198.51.0.3"));
      const [answer, findings] = await findingsOf(4, {store: openStore(other.folder)});
      expect(answer).toBe("differs");
      // One reader of January is counted more, and two less.
      const readers = findings.find(({cell}) => cell === "Distinct users, January 2026")!;
      expect(told(readers)).toEqual(["report.json", "Distinct users, January 2026", "430", "429"]);
      expect(readers.cause).toMatch(/developers/);
    } finally {
      other.remove();
    }
  });

  test("those of another publication say nothing of it", async () => {
    const other = workshop.copy();
    try {
      const config = join(other.folder, "broadsheet.yaml");
      writeFileSync(config, readFileSync(config, "utf8").replace("The Example Press", "Another Press"));
      const [answer, [finding]] = await findingsOf(4, {store: openStore(other.folder)});
      expect(answer).toBe("could not be checked");
      expect(finding!.cause).toBe("the workspace is that of Another Press, and the edition that of The Example Press");
    } finally {
      other.remove();
    }
  });
});

describe("from the logs alone, in a workspace with another key", () => {
  const logsOf = (folder: string, hidden: string | null = workshop.folder) => ({logs: {logs: folder, hidden, world}});
  const plain = () => join(workshop.root, "logs");

  test("the figures are the same, with the publisher's private lists", async () => {
    const [answer, findings, checked] = await findingsOf(5, logsOf(plain()));
    expect([answer, findings]).toEqual(["verified", []]);
    expect(checked.at(-1)).toMatch(/^\d+ figures are what the logs give, counted anew with another key$/);
  });

  longTest("without them, what they moved could not be checked, and lies between bounds that are said", async () => {
    const [answer, findings] = await findingsOf(5, logsOf(plain(), null));
    expect(answer).toBe("could not be checked");
    const readers = findings.find(({cell}) => cell === "Distinct users, January 2026")!;
    // One client is a developer, with three requests.
    expect(told(readers)).toEqual(["report.json", "Distinct users, January 2026", "430", "431"]);
    expect(readers.cause).toBe(
      "not at hand: developers (1 entry), which took 3 requests; without it the figure lies between 430 and 433 users",
    );
    expect(findings.some(({cell}) => cell?.startsWith("Distinct users, February 2026"))).toBe(false);
  });

  const lists: [string, () => string][] = [
    ["broadsheet.yaml alone", () => join(workshop.folder, "broadsheet.yaml")],
    ["a list of developers alone", () => workshop.write("private/staff.txt", "# ours\n198.51.0.1\n")],
    ["a folder with one", () => dirname(workshop.write("private/developers.txt", "198.51.0.1\n"))],
  ];
  test.each(rowsOf(lists, 1))("the figures are the same with %s", async (_, place) => {
    expect((await findingsOf(5, logsOf(plain(), place())))[0]).toBe("verified");
  });

  longTest("with another private list alone, what is lacking could not be checked", async () => {
    const blacklist = workshop.write(
      "lists/blacklist.csv",
      "entry,from,until,reason,decided_by,decided_on\n203.0.113.77,,,a robot,A,2026-01-01\n",
    );
    const [answer, findings] = await findingsOf(5, logsOf(plain(), blacklist));
    expect(answer).toBe("could not be checked");
    expect(findings[0]!.cause).toMatch(/^not at hand: developers \(1 entry\), which took 3 requests/);
  });

  for (const [what, place] of [
    ["nothing", "nowhere"],
    ["a folder without one", "logs"],
  ] as const) {
    test(`private lists that are ${what} are the person's mistake`, async () => {
      const asked = findingsOf(5, logsOf(plain(), join(workshop.root, place)));
      await expect(asked).rejects.toMatchObject({code: "INPUT_MISSING"});
    });
  }

  test("a figure that was published otherwise than the logs give is found, whatever was signed", async () => {
    const change = (folder: string) => {
      const path = join(folder, "report.json");
      overwrite(path, readFileSync(path, "utf8").replace(/("id": "readers"[\s\S]*?430,\s+)517/, "$1571"));
    };
    const [answer, findings] = await findingsOf(5, logsOf(plain()), change);
    expect(answer).toBe("differs");
    expect(findings.map(told)).toEqual([["report.json", "Distinct users, February 2026", "571", "517"]]);
    expect(findings[0]!.cause).toBe("the logs give another figure by the edition's own rules");
  });

  /** An edition of a version whose list of robots was another. */
  const withList = (name: string, add: string) => (folder: string) => {
    const path = join(folder, "methodology.json");
    const rules = JSON.parse(readFileSync(path, "utf8"));
    const list = rules.robotLists.find((one: {name: string}) => one.name === name);
    const patterns = join(folder, list.file);
    overwrite(patterns, readFileSync(patterns, "utf8") + add);
    list.sha256 = "0".repeat(64);
    overwrite(path, JSON.stringify(rules));
  };

  for (const name of rowsOf(["isbot", "crawler-user-agents"], 0)) {
    test(`the list ${name} of the edition is gone by, and not today's`, async () => {
      expect((await findingsOf(5, logsOf(plain()), withList(name, "")))[0]).toBe("verified");
      // Then every reader of the logs was a robot.
      const [answer, findings] = await findingsOf(5, logsOf(plain()), withList(name, "Firefox\n"));
      expect(answer).toBe("differs");
      const readers = findings.find(({cell}) => cell === "Distinct users, February 2026")!;
      expect(told(readers)).toEqual(["report.json", "Distinct users, February 2026", "517", "0"]);
    });
  }

  test("a list that is no mere patterns, and is another today, moves nothing where it moves nothing", async () => {
    expect((await findingsOf(5, logsOf(plain()), withList("broadsheet", "x\n")))[0]).toBe("verified");
  });

  for (const [what, settings] of [
    ["a file of this machine", {departments: "/etc/passwd"}],
    ["a file outside of it", {departments: "../../etc/passwd"}],
    ["a list of robots elsewhere", {methodology: {robots: {lists: [{name: "x", file: "/etc/passwd"}]}}}],
  ] as const) {
    test(`settings that name ${what} are refused`, async () => {
      const change = (folder: string) => {
        const path = join(folder, "methodology.json");
        const rules = JSON.parse(readFileSync(path, "utf8"));
        overwrite(path, JSON.stringify({...rules, settings: {...rules.settings, ...settings}}));
      };
      const [answer, [finding]] = await findingsOf(5, logsOf(plain()), change);
      expect(answer).toBe("could not be checked");
      expect(finding!.cause).toMatch(/names a file that is not in the edition$/);
    });
  }

  longTest("settings that name a server are passed over, and hostile ones are told", async () => {
    const changed = (settings: unknown) => (folder: string) => {
      const path = join(folder, "methodology.json");
      const rules = JSON.parse(readFileSync(path, "utf8"));
      overwrite(path, JSON.stringify({...rules, settings: {...rules.settings, ...(settings as object)}}));
    };
    const engine = {
      engine: {kind: "clickhouse", url: "http://127.0.0.1:1"},
      logs: ["/etc/passwd"],
      places: "/etc/passwd",
    };
    expect((await findingsOf(5, logsOf(plain()), changed(engine)))[0]).toBe("verified");
    // A label is no file, whatever it is the label of.
    const labels = {labels: {departments: "Parts of the press"}};
    expect((await findingsOf(5, logsOf(plain()), changed(labels)))[0]).toBe("verified");
    const [answer] = await findingsOf(5, logsOf(plain()), changed({sections: {"": "\u0000"}, smallest: -1}));
    expect(answer).toBe("could not be checked");
  });
});
