import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {fillCommentary, type KnownFigure} from "../../src/report/commentary/fill-commentary.ts";
import type {Block} from "../../src/report/commentary/prose.ts";
import {readCommentary} from "../../src/report/commentary/read-commentary.ts";
import {english} from "../in-english.ts";

const head = "---\nby: Mole\ndate: 2006-01-15\n---\n";
const name = "commentary/2005-H2.md";

const known: Readonly<Record<string, readonly KnownFigure[]>> = {
  "2005-12": [
    {id: "readers", decimals: 0, value: 73928, reason: null},
    {id: "megabytes-per-day", decimals: 1, value: 471.46, reason: null},
    {id: "mail-index", decimals: 0, value: null, reason: "no mailing in this month"},
  ],
  "2005-H2": [{id: "readers", decimals: 0, value: 240103, reason: null}],
};

const filled = (body: string): readonly Block[] =>
  fillCommentary(readCommentary(head + body, name), (period) => known[period.name] ?? [], english).blocks;

const faultOf = (run: () => unknown): UserError => {
  try {
    run();
  } catch (fault) {
    if (fault instanceof UserError) return fault;
    throw fault;
  }
  throw new Error("nothing was refused");
};

const paragraph = (text: string): Block => ({kind: "paragraph", content: [{kind: "text", text}]});

test("the head says who wrote it, when, and what it is called", () => {
  const text = "---\r\nby: The pool\r\ndate: 2006-01-15\r\ntitle: 2005\r\n---\r\nText.\r\n";
  expect(readCommentary(text, name)).toMatchObject({by: "The pool", date: "2006-01-15", title: "2005"});
  expect(readCommentary(head, name)).toMatchObject({by: "Mole", title: null, body: "", figures: []});
});

describe("a figure is printed as the report prints it", () => {
  for (const [written, want] of [
    ["{{readers 2005-12}} users", "73,928 users"],
    ["{{ megabytes-per-day  2005-12 }}", "471.5"],
    ["{{readers 2005-H2}}", "240,103"],
    // The same months by another name.
    ["{{readers 2005-07..2005-12}}", "240,103"],
    // At the start of a line a number with a full stop would begin a list.
    ["{{readers 2005-12}}. Then", "73,928. Then"],
    ["twice {{readers 2005-12}}, {{readers 2005-12}}", "twice 73,928, 73,928"],
    ["one { brace }} {more", "one { brace }} {more"],
  ] as const) {
    test(written, () => expect(filled(written)).toEqual([paragraph(want)]));
  }
});

describe("what cannot be used is refused, and where it stands is said", () => {
  for (const [text, what, help, where] of [
    ["Text.", "it does not say who wrote it and when", /^begin with the lines ---/, ":1:1"],
    ["---\ndate: 2006-01-15\n---\n", "it does not say who wrote it", /^write by:/, ":1:1"],
    ["---\nby: Mole\ndate: 2006-02-30\n---\n", "it has no date", /2006-01-15/, ":3:1"],
    ["---\nby: Mole\nday: 2006-01-15\n---\n", 'there is no "day" at the head of a commentary', /./, ":3:1"],
    ["---\nauthor: [\n---\n", /^the head is not YAML/, /./, ":3:1"],
    [`${head}One.\n\nIn {{reader 2005-12}}.`, 'there is no figure "reader"', "write {{readers 2005-12}}", ":7:4"],
    [`${head}{{readers 2005-13}}`, "2005-13 is no period", /2005-H2/, ":5:1"],
    [`${head}{{readers last-month}}`, "last-month is no period", /./, ":5:1"],
    [`${head}{{readers}}`, "a figure is not written as one: {{readers}}", /^write {{MEASURE PERIOD}}/, ":5:1"],
    [`${head}{{mail-index 2005-12}}`, "mail-index has no value for 2005-12: no mailing in this month", /./, ":5:1"],
    [`${head}a <b>bold</b> word`, "HTML cannot stand in a commentary", /backslash/, ":5:3"],
    [`${head}\n<script>alert(1)</script>`, "HTML cannot stand in a commentary", /./, ":6:1"],
    [`${head}![us](us.png)`, "pictures cannot stand in a report, which loads nothing", /link/, ":5:1"],
    [`${head}[us](javascript:alert(1))`, "a link leads to javascript:alert(1)", /https/, ":5:1"],
    [`${head}> [us][here]\n\n[here]: https://example.org/`, "a link points to an address further down", /./, ":5:3"],
  ] as const) {
    test(JSON.stringify(text.slice(0, 60)), () => {
      const draft = () => fillCommentary(readCommentary(text, name), (period) => known[period.name] ?? [], english);
      const fault = faultOf(draft);
      expect(fault.code).toBe("COMMENTARY_REFUSED");
      expect(fault.message).toMatch(what);
      expect(fault.help).toMatch(help);
      expect(fault.where).toBe(name + where);
    });
  }
});

test("headings, lists, quotations and emphasis become blocks", () => {
  expect(filled("# Head\n\n3. one\n4. *two*\n\n> said\n\n- [x](https://example.org/a)  \n  y")).toEqual([
    {kind: "heading", content: [{kind: "text", text: "Head"}]},
    {
      kind: "list",
      start: 3,
      items: [
        [paragraph("one")],
        [{kind: "paragraph", content: [{kind: "emphasis", content: [{kind: "text", text: "two"}]}]}],
      ],
    },
    {kind: "quote", blocks: [paragraph("said")]},
    {
      kind: "list",
      start: null,
      items: [
        [
          {
            kind: "paragraph",
            content: [
              {kind: "link", url: "https://example.org/a", content: [{kind: "text", text: "x"}]},
              {kind: "break"},
              {kind: "text", text: "y"},
            ],
          },
        ],
      ],
    },
  ]);
});

test("a paragraph that is indented by accident is a paragraph", () => {
  expect(filled("    {{readers 2005-12}} users")).toEqual([paragraph("73,928 users")]);
});

test("whatever is written, it is read or refused", () => {
  fc.assert(
    fc.property(fc.string({unit: "binary"}), (text) => {
      try {
        filled(text);
      } catch (fault) {
        expect(fault).toMatchObject({code: "COMMENTARY_REFUSED"});
      }
    }),
  );
});
