import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {changeLabels, changeSettings} from "../../../src/operations/settings/change.ts";
import {settingFields} from "../../../src/operations/settings/fields.ts";
import {readSettings} from "../../../src/operations/settings/read.ts";
import {parseConfig} from "../../../src/workspace/config/config.ts";

const written = `# Our paper.
publication:   'The Example Press'   # as on the masthead

timeZone: Europe/London
logs: [logs/*.log, old-logs]
# Since the redesign:
methodology:
    extends: central-task
    # the office
    developers:
    - 192.0.2.10   # Ann
    - 198.51.100.0/24
    heavyReaders: { documents: 1000, months: 2005-07..2005-08 }
labels: {readers: Readers}
`;

const change = (...typed: [string, string][]): string => changeSettings(written, new Map(typed));

describe("a form of settings changes what was typed and nothing else", () => {
  for (const [what, typed, from, to] of [
    ["a value", ["timeZone", "Asia/Kathmandu"], "Europe/London", "Asia/Kathmandu"],
    [
      "a value with a remark behind it",
      ["publication", "The Other Press"],
      "'The Example Press'   #",
      "'The Other Press' #",
    ],
    ["a number", ["methodology.heavyReaders.documents", "500"], "documents: 1000", "documents: 500"],
    [
      "a text that looks like a number",
      ["compare", "2004"],
      "labels: {readers: Readers}\n",
      'labels: {readers: Readers}\ncompare: "2004"\n',
    ],
    ["an entry of a list", ["methodology.developers", "192.0.2.10\n203.0.113.9"], "- 198.51.100.0/24", "- 203.0.113.9"],
    ["a list on one line", ["logs", "logs/*.log\nmore"], "[logs/*.log, old-logs]", "[logs/*.log, more]"],
    [
      "a setting that is taken away, but for what was remarked before it",
      ["methodology.developers", ""],
      "    # the office\n    developers:\n    - 192.0.2.10   # Ann\n    - 198.51.100.0/24\n",
      "    # the office\n",
    ],
    [
      "a setting that is new, with those above it",
      ["mail.to", "a@example.org"],
      "labels: {readers: Readers}\n",
      "labels: {readers: Readers}\nmail:\n  to:\n    - a@example.org\n",
    ],
    [
      "a table that is left out",
      ["tables.hours", "false"],
      "labels: {readers: Readers}\n",
      "labels: {readers: Readers}\ntables:\n  hours: false\n",
    ],
  ] as const) {
    test(what, () => {
      expect(written).toContain(from);
      const after = change([typed[0], typed[1]]);
      const value = (text: string) => JSON.stringify(parseConfig(text));
      expect(value(after)).toBe(value(written.replace(from, to)));
      // But for the lines that change all are there as they were.
      const want = written.replace(from, to).split("\n");
      const lines = written.split("\n").filter((line) => want.includes(line));
      expect(after.split("\n").filter((line) => lines.includes(line))).toEqual(lines);
    });
  }

  test("what nobody touched is the same, byte for byte", () => {
    const same = readSettings(written).map(({field, text}): [string, string] => [
      field.path,
      text.replaceAll("\n", "\r\n"),
    ]);
    expect(change(...same)).toBe(written);
  });

  test("settings that are a name alone begin to hold something", () => {
    const after = changeSettings("publication: P\nmethodology:\n", new Map([["methodology.extends", "wikimedia"]]));
    expect(parseConfig(after).methodology.extends).toBe("wikimedia");
  });

  test("what is taken away takes those along that hold nothing more", () => {
    const text = "publication: P\nmail:\n  host: mail.example.org\n";
    expect(changeSettings(text, new Map([["mail.host", ""]]))).toBe("publication: P\n");
  });

  test("any text that is typed stands there, or is refused by the name of its setting", () => {
    const fields = settingFields.filter(({kind}) => kind === "text" || kind === "list");
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.string({unit: "grapheme", maxLength: 20}), ({path}, typed) => {
        let after: string;
        try {
          after = change([path, typed]);
        } catch (fault) {
          expect(fault).toMatchObject({
            code: "CONFIG_REFUSED",
            where: expect.stringMatching(/^broadsheet\.yaml:\d+:\d+$/),
          });
          return;
        }
        const now = readSettings(after).find(({field}) => field.path === path)!.text;
        expect(now.trim()).toBe(
          typed
            .split(/\r?\n/)
            .map((line) => line.trim())
            .filter((line) => line !== "")
            .join("\n")
            .trim(),
        );
      }),
      {seed: 2005, numRuns: 200},
    );
  });
});

describe("settings that a form cannot show stay in the text", () => {
  for (const [path, text] of [
    ["methodology.heavyReaders.documents", "publication: P\nmethodology: {heavyReaders: false}\n"],
    ["base", "publication: P\nbase: {period: 2001-08, value: 50}\n"],
    ["logs", "publication: P\nlogs: &x [a]\nclient: *x\n".replace("client: *x", "trustedProxies: []")],
  ] as const) {
    test(path, () => {
      const found = readSettings(text).find(({field}) => field.path === path)!;
      if (path === "logs") expect(found.text).toBe("a");
      else {
        expect(found.written).not.toBeNull();
        expect(changeSettings(text, new Map([[path, "1"]]))).toBe(text);
      }
    });
  }
});

for (const [what, typed, code, where] of [
  ["a time zone that there is not", ["timeZone", "Mars/North"], "CONFIG_REFUSED", "broadsheet.yaml:4:1"],
  ["a number that is none", ["smallest", "few"], "CONFIG_REFUSED", "broadsheet.yaml:15:1"],
  ["no publication", ["publication", " "], "CONFIG_REFUSED", "broadsheet.yaml:1:1"],
] as const) {
  test(`${what} is refused, with its place`, () => {
    expect(() => change([typed[0], typed[1]])).toThrow(expect.objectContaining({code, where}));
  });
}

test("labels are set, changed and taken away", () => {
  const after = changeLabels(
    written,
    new Map([
      ["measure.readers", "Leser"],
      ["table.hours", "  When  "],
    ]),
  );
  expect(parseConfig(after).labels).toEqual({"measure.readers": "Leser", "table.hours": "When"});
  expect(changeLabels(written, new Map([["table.hours", ""]]))).toBe(written);
});
