import {describe, expect, test} from "vitest";
import {columnIds, labelIds, labelMeant} from "../../../src/base/words/labels.ts";
import {message} from "../../../src/base/words/message.ts";
import {Translator} from "../../../src/base/words/translator.ts";

for (const [written, id] of [
  ["readers", "measure.readers"],
  ["measure.readers", "measure.readers"],
  ["mail-index", "measure.mail-index"],
  ["section-readers", "measure.section-readers:NAME"],
  ["section-readers:bookshop", "measure.section-readers:bookshop"],
  // A measure of that name is meant before a table.
  ["net-circulation", "measure.net-circulation"],
  ["table.net-circulation", "table.net-circulation"],
  ["departments", "table.departments"],
  ["robots:kinds", "table.robots:kinds"],
  ["top-documents:zhongwen", "table.top-documents:zhongwen"],
  ["table.robots", "table.robots"],
  ["verdict.robots", "verdict.robots"],
  ["heavy-readers", "verdict.heavy-readers"],
  ["sharePercent", "column.sharePercent"],
  ["column.readers", "column.readers"],
  ["departments.readers", "column.departments.readers"],
  ["table.departments.readers", "column.departments.readers"],
  ["departments.rowLabel", "column.departments.rowLabel"],
  ["top-documents:a.b.readers", "column.top-documents:a.b.readers"],
  ["section.account", "section.account"],
  ["account", "section.account"],
  // What stands on the page.
  ["Distinct users", "measure.readers"],
  ["distinct users", "measure.readers"],
  ["Verschiedene Nutzer", "measure.readers"],
  ["Users of Chinese", "measure.section-readers:chinese"],
  ["Where every request went", "section.account"],
] as const) {
  test(`${written} is ${id}`, () => expect(labelMeant(written)).toEqual({id}));
}

describe("an id that has no label", () => {
  for (const [written, help] of [
    ["raeders", "write readers"],
    ["Distinct usres", "write Distinct users"],
    ["table.departmnts", "write table.departments"],
    ["verdict.readers", "write verdict.robots"],
    ["section-readers:", "write section-readers:NAME"],
    ["departments.nothing", "docs/languages.md lists the ids that have a label"],
    ["", "docs/languages.md lists the ids that have a label"],
    ["constructor", "docs/languages.md lists the ids that have a label"],
  ] as const) {
    test(`"${written}": ${help}`, () => expect(labelMeant(written)).toMatchObject({help}));
  }

  test("may be that of several things: then they are named", () => {
    expect(labelMeant("robots")).toEqual({
      fault: "may mean several things",
      help: "write table.robots or verdict.robots",
    });
  });
});

test("a column is looked for in its table first, then in all", () => {
  expect(columnIds("top-documents:zhongwen", "readers")).toEqual([
    ...["column.top-documents:zhongwen.readers", "column.top-documents:NAME.readers"],
    ...["column.top-documents.readers", "column.readers"],
  ]);
});

test("a publisher's label takes the place of the message, with what is named in braces", () => {
  const words = new Translator("de", {"measure.section-readers:NAME": "Leser: {name}", "measure.readers": "$& {x}"});
  expect(words.translate(message("measure.section-readers:NAME", {name: "$& {name}"}))).toBe("Leser: $& {name}");
  expect(words.translate(message("measure.readers"))).toBe("$& {x}");
  expect(words.label("measure.section-readers:a", message("measure.section-readers:NAME", {name: "a"}))).toBe(
    "Leser: a",
  );
});

test("everything of each kind has an id", () => {
  for (const ids of Object.values(labelIds)) expect(ids.length).toBeGreaterThan(5);
});
