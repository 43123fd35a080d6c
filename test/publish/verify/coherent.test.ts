import {chmodSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import type {Workshop} from "../../intake/workshop.ts";
import {rowsOf} from "../../run/amounts.ts";
import {copyPublished, overwrite, publishedPress, verifyAt} from "./published-press.ts";
import {told} from "./sealed.ts";

let workshop: Workshop;
beforeAll(async () => {
  workshop = await publishedPress();
}, 120_000);
afterAll(() => workshop.remove());

const period = "2026-01..2026-02";
let copies = 0;

/** The second level's findings of an edition of which files were changed. */
async function findingsOf(change: (folder: string) => void, more = {}): Promise<readonly string[]> {
  const folder = join(copyPublished(workshop, `copy-${copies++}`), period);
  change(folder);
  const found = await verifyAt(folder, workshop, more);
  const level = found.editions[0]!.levels.find((one) => one.level === 2)!;
  return [
    level.answer,
    ...level.findings.map(({file, cell, published, now}) =>
      [file, cell, published, now].filter((part) => part !== null).join(" | "),
    ),
  ];
}

function writeInto(folder: string, name: string): void {
  chmodSync(join(folder, "data"), 0o755);
  writeFileSync(join(folder, name), "a\r\n");
}

const change = (name: string, from: string | RegExp, to: string) => (folder: string) => {
  const path = join(folder, name);
  const text = readFileSync(path, "utf8");
  const changed = text.replace(from, to);
  expect(changed, `${name} has no ${from}`).not.toBe(text);
  overwrite(path, changed);
};

test("an edition as it was published is coherent: every file is made again, every sum and every figure of the books", async () => {
  const found = await verifyAt(join(workshop.folder, "published"), workshop);
  expect(found.editions.map((_, place) => told(found, 2, place))).toEqual([["verified"], ["verified"]]);
  const {checked} = found.editions[1]!.levels.find(({level}) => level === 2)!;
  for (const part of [
    "report.html",
    "report.pdf",
    "report.csv",
    "tables in data/",
    "sums, changes and indexes",
    "measures of the books",
  ]) {
    expect(checked.join("\n")).toContain(part);
  }
});

test("its pages are set for the paper that the workspace names, and are made again for that", () => {
  const pdf = readFileSync(join(workshop.folder, "published", period, "report.pdf"), "latin1");
  expect(pdf).toContain("/MediaBox [0 0 612 792]");
});

describe("a figure that was changed by hand is found and named in", () => {
  const cell = "Distinct users, February 2026";
  for (const [name, from, to, finding] of rowsOf(
    [
      ["report.txt", /(Distinct users.*430 +)517/, "$1571", `report.txt:LINE | ${cell} | 571 | 517`],
      ["report.md", /(Distinct users.*430 \| )517/, "$1571", `report.md:LINE | ${cell} | 571 | 517`],
      ["report.html", />517</, ">571<", `report.html:LINE | ${cell} | 571 | 517`],
      [
        "report.csv",
        /(measure,readers,.*?430,)517/,
        "$1571",
        "report.csv:LINE | measure readers Distinct users, 2026-02 | 571 | 517",
      ],
      [
        "data/figures.csv",
        /(readers,2026-02,)517/,
        "$1571",
        "data/figures.csv:LINE | logs readers 2026-02, value | 571 | 517",
      ],
      [
        "data/account.csv",
        /(2026-02,counted,.*?)\d+/,
        "$11",
        // 517 readers took three documents each.
        "data/account.csv:LINE | 2026-02 counted Counted, requests | 1 | 1551",
      ],
    ] as const,
    5,
  )) {
    test(name, async () => {
      const [answer, ...findings] = await findingsOf(change(name, from, to));
      expect(answer).toBe("differs");
      const lines = findings.map((line) => line.replace(/:\d+/, ":LINE"));
      expect(lines).toContain(finding);
    });
  }

  test("report.json, where everything else says otherwise", async () => {
    const [answer, ...findings] = await findingsOf(
      change("report.json", /("id": "readers"[\s\S]*?430,\s+)517/, "$1571"),
    );
    expect(answer).toBe("differs");
    for (const name of ["report.txt", "report.md", "report.html", "report.csv", "data/figures.csv"]) {
      expect(
        findings.some((line) => line.startsWith(`${name}:`) && line.includes("517 | 571")),
        name,
      ).toBe(true);
    }
  });
});

describe("found in an edition:", () => {
  for (const [what, name, from, to, finding] of rowsOf(
    [
      [
        "a word that was changed",
        "report.md",
        "Distinct users",
        "Distinct people",
        /^report\.md:\d+ \| .*people.* \| .*users/,
      ],
      ["a line that was taken away", "report.txt", /^.*Files per day.*\n/m, "", /^report\.txt:\d+/],
      [
        "a script that was put in",
        "report.html",
        "</body>",
        "<script>alert(1)</script></body>",
        /^report\.html:\d+ \| .*alert/,
      ],
      ["a hash of data", "datapackage.json", /sha256:./, "sha256:x", /^datapackage\.json/],
      ["a hash in the statement", "statement.intoto.json", /"sha256": "./, '"sha256": "0', /^statement\.intoto\.json/],
      [
        "another publication",
        "edition.json",
        "The Example Press",
        "Another Press",
        /^edition\.json \| the publication \| Another Press \| The Example Press/,
      ],
      [
        "the lines of a log",
        "inputs.json",
        /"lines": \d+/,
        '"lines": 7',
        /^inputs\.json \| the lines of .* \| 7 \| \d+/,
      ],
      ["a book", "books/editions.csv", "1493", "1593", /^books \| .*February 2026/],
      ["a total", "report.json", /("totals": \{\s+"readers": )\d+/, "$19999", /^report\.json \| Distinct users/],
      [
        "an account",
        "report.json",
        /("account": \[\s+\{\s+"period": "2026-01",\s+"requests": )\d+/,
        "$11",
        /^report\.json \| account, 2026-01 \| 1 \| \d+/,
      ],
    ] as const,
    4,
  )) {
    test(what, async () => {
      const [answer, ...findings] = await findingsOf(change(name, from, to));
      expect(answer).toBe("differs");
      expect(
        findings.some((line) => finding.test(line)),
        findings.join("\n"),
      ).toBe(true);
    });
  }

  test("a table that follows from nothing", async () => {
    const [answer, finding] = await findingsOf((folder) => writeInto(folder, "data/more.csv"));
    expect([answer, finding]).toEqual(["differs", "data/more.csv"]);
  });

  test("a book that came later, which nothing in the report is of", async () => {
    const later = "date,copies\n2026-02-05,1000\n";
    const findings = await findingsOf((folder) => {
      chmodSync(join(folder, "books"), 0o755);
      writeFileSync(join(folder, "books/mailings.csv"), later);
    });
    expect(findings[0]).toBe("differs");
    expect(findings).toContain("books/mailings.csv");
  });

  test("other files that follow from nothing, and records that are not there", async () => {
    const findings = await findingsOf((folder) => {
      for (const name of [".", "lists"]) chmodSync(join(folder, name), 0o755);
      for (const name of ["figures.html", "lists/more.txt"]) writeFileSync(join(folder, name), "9999 readers");
      for (const name of ["inputs.json", "buildinfo.json"]) rmSync(join(folder, name));
    });
    for (const finding of ["figures.html", "lists/more.txt", "inputs.json", "buildinfo.json"]) {
      expect(findings).toContain(finding);
    }
  });

  test("a report that cannot be read, and hostile JSON", async () => {
    for (const text of ["", "[]", "{}", `${"[".repeat(200_000)}`, '{"period": "../../etc"}']) {
      const [answer] = await findingsOf((folder) => {
        for (const name of ["report.json", "methodology.json", "edition.json", "buildinfo.json", "datapackage.json"]) {
          overwrite(join(folder, name), text);
        }
      });
      expect(answer).toBe("could not be checked");
    }
  });
});

describe("made by another program or on another ground,", () => {
  const versions = {...process.versions, cldr: "1.0"};
  const older = change("report.md", "Distinct users", "Different users");

  test("what differs in words could not be checked, and it is said with what it was made", async () => {
    const place = copyPublished(workshop, "older");
    older(join(place, period));
    const found = await verifyAt(join(place, period), workshop, {versions});
    const {findings} = found.editions[0]!.levels.find(({level}) => level === 2)!;
    // The statement has the hash of what was there before.
    expect(findings.map(({file, answer}) => [file, answer])).toEqual([
      ["report.md", "could not be checked"],
      ["report.md", "differs"],
    ]);
    expect(findings[0]!.cause).toMatch(
      /1 line differs in words, or in where figures stand: it was made with cldr .* and not 1\.0; Broadsheet /,
    );
  });

  test("other words of a cell, and figures that stand elsewhere, could not be checked", async () => {
    const swapped = (folder: string) => {
      change("report.csv", ",users,", ",readers,")(folder);
      change("report.md", /(Distinct users.*)430 \| 517/, "$1517 | 430")(folder);
    };
    const place = copyPublished(workshop, "words");
    swapped(join(place, period));
    const found = await verifyAt(join(place, period), workshop, {versions});
    const {findings} = found.editions[0]!.levels.find(({level}) => level === 2)!;
    // The statement has the hashes of what was there before.
    const own = findings.filter(({cause}) => !cause.includes("statement"));
    expect(own.map(({file, answer}) => [file, answer])).toEqual([
      ["report.md", "could not be checked"],
      ["report.csv", "could not be checked"],
    ]);
  });

  test("pages that break elsewhere could not be checked", async () => {
    const place = copyPublished(workshop, "pages");
    change("buildinfo.json", /"paper": ?"letter"/, '"paper": "a4"')(join(place, period));
    const found = await verifyAt(join(place, period), workshop, {versions});
    const {findings} = found.editions[0]!.levels.find(({level}) => level === 2)!;
    const own = findings.filter(({file}) => file?.startsWith("report.pdf"));
    expect(new Set(own.map(({answer}) => answer))).toEqual(new Set(["could not be checked"]));
  });

  test("a figure that was changed is found all the same", async () => {
    const [answer, ...findings] = await findingsOf(change("report.md", /(Distinct users.*430 \| )517/, "$1571"), {
      versions,
    });
    expect(answer).toBe("differs");
    expect(findings[0]).toMatch(/^report\.md:\d+ \| Distinct users, February 2026 \| 571 \| 517$/);
  });
});
