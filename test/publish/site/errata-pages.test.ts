import {describe, expect, test} from "vitest";
import {Translator} from "../../../src/base/words/translator.ts";
import type {Erratum} from "../../../src/publish/site/archive/archive.ts";
import {onPages} from "../../../src/publish/site/archive/errata-pages.ts";
import {errataPages} from "../../../src/publish/site/pages/errata.ts";
import {erratumPath} from "../../../src/publish/site/paths.ts";

const letters = {
  ascii: "the log of a mirror came late, and ",
  han: "日志迟到了，镜像的记录也是如此；",
  markup: `<&"'>`,
};

/** An erratum as long as one can be. */
function erratumOf(number: number, date: string, text: string): Erratum {
  const long = text.repeat(60);
  const figure = (place: number) => ({
    ...{key: `measure|figure-${place}|2005-07`, label: text.repeat(3), span: "2005-07", cell: null},
    ...{decimals: 1, before: place, after: place + 1},
  });
  return {
    ...{period: "2005-07", number, page: 1, date, kind: "revision", reason: `${number} ${long}`},
    ...{
      causes: Array.from({length: 30}, () => text.repeat(8)),
      figures: Array.from({length: 40}, (_, place) => figure(place)),
    },
    ...{summary: {before: [long], after: [`${long}!`]}, files: [{name: "erratum.json", bytes: 1, sha256: "0"}]},
  };
}

function siteWith(errata: readonly Erratum[]) {
  const editions = onPages([{period: "2005-07", errata} as never]);
  const site = {
    ...{publication: "The Example Press", words: new Translator("zh"), address: null, broadsheet: "0.1.0", series: []},
    archive: {editions, announced: [], keys: null},
  };
  return {errata: editions[0]!.errata, files: new Map(errataPages(site).map(({path, make}) => [path, make()]))};
}

describe.each(Object.entries(letters))("errata of a year that are long, in %s", (_, text) => {
  const all = Array.from({length: 110}, (_one, place) =>
    erratumOf(place + 1, place < 60 ? "2005-09-01" : "2005-10-01", text),
  );
  const {errata, files} = siteWith(all);

  test("stand on as many pages as it takes, none of 100 kB", () => {
    expect([...files.keys()]).toEqual([
      "errata/index.html",
      ...["errata/2005-5.html", "errata/2005-4.html", "errata/2005-3.html", "errata/2005-2.html", "errata/2005.html"],
    ]);
    const sizes = [...files].map(([path, page]) => ({path, bytes: Buffer.byteLength(page)}));
    expect(sizes.filter(({bytes}) => bytes >= 100_000)).toEqual([]);
  });

  test("are each on the page to which others lead, which the first page names", () => {
    for (const erratum of errata) {
      const [path, id] = erratumPath(erratum).split("#") as [string, string];
      expect(files.get(path)).toContain(`id="${id}"`);
    }
    for (const path of files.keys()) {
      if (path !== "errata/index.html") expect(files.get("errata/index.html")).toContain(`href="../${path}"`);
    }
  });

  test("stay on their pages when more come", () => {
    const more = siteWith([...all, erratumOf(111, "2005-11-01", text)]);
    expect(more.errata.slice(0, 110).map(erratumPath)).toEqual(errata.map(erratumPath));
  });
});

test("a few short errata are told whole on the page of their year", () => {
  const short = {...erratumOf(1, "2006-01-02", "x"), reason: "the blacklist was short", causes: ["two clients more"]};
  const page = siteWith([short]).files.get("errata/2006.html")!;
  expect(page).toContain("the blacklist was short");
  expect(page).toContain("two clients more");
});
