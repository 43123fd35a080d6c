import {mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {summaryInForce} from "../../../src/publish/site/site.ts";
import {richReport} from "../../render/rich-fixture.ts";
import {correct, openPress, publish, reportOf} from "./archive-fixture.ts";
import {build} from "./built.ts";

/*
 * The half-year 2005-H2 says 100 readers in July and 150 in December, and that the year before there were 41,002 and 70,018. An erratum
 * makes December 140, and two cells of a table others; a second one puts one of these cells back.
 */

let folder = "";

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "broadsheet-in-force-"));
  const press = openPress(folder);
  publish(press, reportOf("2005-Q3", [100, 110, 120]), "2005-10-20");
  const {comparison} = richReport;
  const given = {comparison, summary: ["December had 150."]};
  publish(press, reportOf("2005-H2", [100, 110, 120, 130, 140, 150], given), "2006-01-20");
  const cell = "table|departments|2005-H2";
  correct(press, {
    ...{period: "2005-H2", number: 1, date: "2006-02-01", summary: ["December had 150.", "December had 140."]},
    figures: {
      "measure|readers|2005-12": [150, 140],
      "measure|readers|2005-08": [110, 111],
      [`${cell}|English|Files`]: [7, 8],
      [`${cell}|German|Files`]: [5, 6],
    },
  });
  correct(press, {
    ...{period: "2005-H2", number: 2, date: "2006-03-01", summary: ["December had 140.", "December had 140."]},
    figures: {[`${cell}|German|Files`]: [6, 5]},
  });
  await build(folder);
}, 60_000);

afterAll(() => rmSync(folder, {recursive: true, force: true}));

const textOf = (path: string): string => readFileSync(join(folder, "public", path), "utf8");

for (const path of ["index.html", "editions/2005-H2.html", "feed.json", "atom.xml"]) {
  test(`${path} says the sentence that is in force`, () => {
    expect(textOf(path)).toContain("December had 140.");
    const said = textOf(path).replaceAll(/<s class="gone">.*?<\/s>/g, "");
    expect(said).not.toContain("December had 150.");
  });
}

test("an entry of a feed is as new as the last erratum of its edition, and as old as the edition", () => {
  const {items} = JSON.parse(textOf("feed.json")) as {items: Record<string, string>[]};
  const edition = items.find(({url, title}) => url === undefined && title === "Readership, second half of 2005");
  expect(edition).toMatchObject({date_published: "2006-01-20T00:00:00Z", date_modified: "2006-03-01T00:00:00Z"});
  expect(textOf("atom.xml")).toContain("<updated>2006-03-01T00:00:00Z</updated>");
});

test("an erratum shows the sentence before and after", () => {
  expect(textOf("errata/2006.html")).toMatch(
    /<s class="gone"><bdi>December had 150\.<\/bdi><\/s><\/li>\s*<li><bdi>December had 140\./,
  );
});

test("sentences that no erratum kept are said to be as they were published", () => {
  const figures = [
    {...{key: "measure|readers|2005-12", label: "", span: "2005-12", cell: null, decimals: 0}, before: 1, after: 2},
  ];
  const erratum = {
    ...{period: "2005-H2", number: 1, date: "2006-02-01", kind: null, reason: "", causes: [], files: []},
    figures,
  };
  const report = {summary: ["As it was."]} as never;
  const of = (errata: readonly object[]) => summaryInForce({report, errata} as never);
  expect(of([])).toEqual({sentences: ["As it was."], isOutdated: false});
  expect(of([{...erratum, summary: null}])).toEqual({sentences: ["As it was."], isOutdated: true});
  const known = {...erratum, summary: {before: [], after: ["As it is."]}};
  expect(of([{...erratum, summary: null}, known])).toEqual({sentences: ["As it is."], isOutdated: false});
});

describe("figures that are others now are counted once, wherever they stand", () => {
  test("on the page of the edition: two months and one cell, the other was put back", () => {
    expect(textOf("editions/2005-H2.html")).toContain("3 figures are no longer as they are printed in this edition.");
    expect(textOf("editions/2005-H2.html")).toContain("<bdi>Distinct users: English, Files</bdi>");
    expect(textOf("editions/2005-H2.html")).not.toContain("German, Files");
  });

  test("on the page of an edition before, which has the same month", () => {
    expect(textOf("editions/2005-Q3.html")).toContain("1 figure is no longer as it is printed in this edition.");
  });

  for (const path of ["index.html", "editions/2005-H2.html", "editions/index.html"]) {
    test(`${path} counts two errata`, () => expect(textOf(path)).toContain("Corrected by 2 errata."));
  }
});

describe("the change on the year before", () => {
  test("is that which the edition gives, where there is no edition of that year", () => {
    // 140 of 70,018 are 0.2 percent.
    expect(textOf("index.html")).toMatch(/99\.8\s%/);
    expect(textOf("series/index.html")).toContain("On the year before");
  });

  test("has no column where no figure has one", async () => {
    const own = mkdtempSync(join(tmpdir(), "broadsheet-in-force-"));
    publish(openPress(own), reportOf("2005-07", [1]), "2005-08-10");
    await build(own);
    expect(readFileSync(join(own, "public/index.html"), "utf8")).not.toContain("On the year before");
    rmSync(own, {recursive: true});
  });
});

test("what is counted is called by the report's own label alone", () => {
  for (const path of ["index.html", "series/index.html", "series/readers.html", "series/documents-per-day.html"]) {
    expect(textOf(path), path).not.toMatch(/>(readers|documents a day)\b/);
  }
  expect(textOf("series/index.html")).toContain("points");
});
