import {describe, expect, test} from "vitest";
import {addMonths} from "../../../src/base/period.ts";
import {sha256} from "../../../src/base/sha256.ts";
import {Translator} from "../../../src/base/words/translator.ts";
import type {ArchivedEdition, Erratum} from "../../../src/publish/site/archive/archive.ts";
import type {PublishedMeasure, Term} from "../../../src/publish/site/archive/extract.ts";
import {siteFiles} from "../../../src/publish/site/pages.ts";
import {seriesOf} from "../../../src/publish/site/series.ts";
import {longTest} from "../../run/amounts.ts";
import {isPage} from "./built.ts";

/*
 * The archive of a publisher with a report a month for 83 years: a hundred figures, a hundred documents and notes each, an erratum every other
 * year and other rules every fourth.
 */
const count = 1000;
const measureCount = 100;

function measureOf(place: number, value: number): PublishedMeasure {
  return {
    ...{group: place < 20 ? "measure" : "ledger", id: `figure-${place}`, label: `Figure ${place} of the publisher`},
    ...{unit: "megabytes a day", unitId: "megabytes-a-day", decimals: 1, definition: "What it means. ".repeat(12)},
    ...{values: [value], reported: [false], yearBefore: [], total: null},
  };
}

function editionOf(place: number): ArchivedEdition {
  const period = addMonths("1920-01", place);
  const value = 30_000 + place * 40 + ((place * 7919) % 9000);
  const terms: Term[] = Array.from({length: 100}, (_, row) => {
    return row % 5 === 0
      ? {kind: "note", text: `Left out in ${period}: ${row * place} clients that took more than ${row} documents.`}
      : {kind: "row", text: `${String.fromCharCode(65 + (row % 26))}rticle ${row * (place % 40)} of the paper`};
  });
  const date = `${addMonths(period, 1)}-10`;
  const files = Array.from({length: 36}, (_, file) => ({
    name: `data/table-${file}.csv`,
    bytes: 20_000,
    sha256: sha256(`${place} ${file}`),
  }));
  return {
    ...{
      period,
      months: [period],
      kind: "sealed",
      date,
      files,
      sums: sha256(period),
      previous: null,
      accepted: [],
      key: null,
      countersigned: [],
    },
    reported: [],
    report: {
      ...{publication: "The Example Press", timeZone: "UTC", broadsheet: "0.1.0", logs: 31, lines: 1_000_000, terms},
      ...{summary: ["A sentence that says what moved most. ".repeat(3)], months: [period]},
      tables: [],
      measures: Array.from({length: measureCount}, (_, measure) => measureOf(measure, value * (measure + 1))),
      methodology: {name: "the paper's own", sha256: sha256(`rules ${Math.floor(place / 48)}`), robotLists: []},
      rules: [
        {
          months: [period],
          settings: {heavyReaders: {shown: `${Math.floor(place / 48)}`, said: `${Math.floor(place / 48)}`}},
        },
      ],
    },
    errata: place % 24 === 0 ? [erratumOf(period, date, value)] : [],
  };
}

function erratumOf(period: string, date: string, value: number): Erratum {
  const figures = Array.from({length: measureCount}, (_, place) => ({
    ...{key: `${place < 20 ? "measure" : "ledger"}|figure-${place}|${period}`, label: `Figure ${place}`, span: period},
    ...{cell: null, decimals: 1, before: value * (place + 1), after: value * (place + 1) - 300},
  }));
  const told = {reason: "the blacklist was short by two mirrors", causes: ["two clients more on the blacklist"]};
  return {period, number: 1, page: 1, date, kind: "correction", ...told, figures, summary: null, files: []};
}

describe("an archive of a thousand editions", () => {
  const archive = {editions: Array.from({length: count}, (_, place) => editionOf(place)), announced: [], keys: null};
  const words = new Translator("fr");
  const site = {
    publication: "The Example Press",
    words,
    address: "https://example.org/",
    broadsheet: "0.1.0",
    archive,
    series: seriesOf(archive),
  };
  const files = siteFiles(site);

  longTest("has no page of 100 kB", () => {
    // Of the editions some, since they are alike.
    const pages = files.filter(
      ({path}, place) => isPage(path) && (!/^editions\/\d{4}-/.test(path) || place % 97 === 0),
    );
    const large = pages
      .map(({path, make}) => ({path, bytes: Buffer.byteLength(make())}))
      .filter(({bytes}) => bytes >= 100_000);
    expect(large).toEqual([]);
  });

  longTest("makes nothing again that stays as it is when one more comes, but the pages that show it", () => {
    const more = {...archive, editions: [...archive.editions, editionOf(count)]};
    const stamps = new Map(files.map(({path, key}) => [path, key]));
    const made = siteFiles({...site, archive: more, series: seriesOf(more)}).filter(
      ({path, key}) => key === null || stamps.get(path) !== key,
    );
    const editions = made.filter(({path}) => /^editions\/\d{4}-\d{2}\.html$/.test(path)).map(({path}) => path);
    expect(editions).toEqual(["editions/2003-04.html", "editions/2003-05.html"]);
    expect(made.length).toBeLessThan(2 * measureCount + 150);
  });

  test("has each path once", () => expect(new Set(files.map(({path}) => path)).size).toBe(files.length));
});
