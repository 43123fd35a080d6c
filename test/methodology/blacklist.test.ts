import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {parseBlacklist, readBlacklist} from "../../src/methodology/decisions/read.ts";

const header = "entry,from,until,reason,decided_by,decided_on\n";
const [open] = [{from: null, until: null}];

for (const [what, text, want] of [
  ["an empty file", "", []],
  ["a header alone", header, []],
  ["a header without its line end", header.trim(), []],
  ["an address", `${header}192.0.2.10,,,,,\n`, [{who: {client: "192.0.2.10"}, ...open}]],
  ["the last line without its end", `${header}192.0.2.10,,,,,`, [{who: {client: "192.0.2.10"}, ...open}]],
  ["a network", `${header}198.51.100.0/24,,,,,\n`, [{who: {client: "198.51.100.0/24"}, ...open}]],
  ["an IPv6 network", `${header}2001:db8::/32,,,,,\n`, [{who: {client: "2001:db8::/32"}, ...open}]],
  ["a host name", `${header}proxy.example.org,,,,,\n`, [{who: {client: "proxy.example.org"}, ...open}]],
  ["an agent", `${header}agent:WebMirror,,,,,\n`, [{who: {agentText: "WebMirror"}, ...open}]],
  ["an agent after a space", `${header}Agent: Web Mirror/2,,,,,\n`, [{who: {agentText: "Web Mirror/2"}, ...open}]],
  ["an agent with a comma", `${header}"agent:a, b",,,,,\n`, [{who: {agentText: "a, b"}, ...open}]],
  [
    "both days and a reason with a comma and quotes",
    `${header}192.0.2.10,2005-09-01,2005-12-31,"takes all, says ""nothing""",A. Editor,2005-09-02\n`,
    [{who: {client: "192.0.2.10"}, from: "2005-09-01", until: "2005-12-31"}],
  ],
  [
    "one day",
    `${header}192.0.2.10,2004-02-29,2004-02-29,,,\n`,
    [{who: {client: "192.0.2.10"}, from: "2004-02-29", until: "2004-02-29"}],
  ],
  [
    "an open end",
    `${header}192.0.2.10,2005-09-01,,,,\n`,
    [{who: {client: "192.0.2.10"}, from: "2005-09-01", until: null}],
  ],
  [
    "an open beginning",
    `${header}192.0.2.10,,2005-09-01,,,\n`,
    [{who: {client: "192.0.2.10"}, from: null, until: "2005-09-01"}],
  ],
  [
    "spaces around the cells",
    `${header} 192.0.2.10 , 2005-09-01 ,,,,\n`,
    [{who: {client: "192.0.2.10"}, from: "2005-09-01", until: null}],
  ],
  ["a byte order mark", `\ufeff${header}192.0.2.10,,,,,\n`, [{who: {client: "192.0.2.10"}, ...open}]],
  ["CRLF", `${header}192.0.2.10,,,,,\n`.replaceAll("\n", "\r\n"), [{who: {client: "192.0.2.10"}, ...open}]],
  [
    "blank lines and comments",
    `${header}\n# by the board\n192.0.2.10,,,,,\n\n`,
    [{who: {client: "192.0.2.10"}, ...open}],
  ],
  [
    "columns in another order and case",
    "From,Entry,Until,Decided_On,Reason,Decided_By,More\n2005-09-01,192.0.2.10,,,,,x\n",
    [{who: {client: "192.0.2.10"}, from: "2005-09-01", until: null}],
  ],
  [
    "an entry twice",
    `${header}192.0.2.10,,,,,\n192.0.2.10,,,,,\n`,
    [
      {who: {client: "192.0.2.10"}, ...open},
      {who: {client: "192.0.2.10"}, ...open},
    ],
  ],
] as const) {
  test(`${what} is read`, () => expect(parseBlacklist(text, "blacklist.csv")).toEqual(want));
}

for (const [what, text, place, message, help] of [
  [
    "no header",
    "192.0.2.10,,,,,\n",
    "1",
    'there is no column "entry"',
    "begin the file with entry,from,until,reason,decided_by,decided_on",
  ],
  [
    "a header that lacks a column",
    "entry,from,reason,decided_by,decided_on\n",
    "1",
    'there is no column "until"',
    "begin the file with entry,",
  ],
  [
    "semicolons",
    `${header}192.0.2.10,,,,,\n`.replaceAll(",", ";"),
    "1",
    'there is no column "entry"',
    "begin the file with entry,",
  ],
  [
    "an entry that is nothing",
    `${header},2005-09-01,,,,\n`,
    '2, column "entry"',
    '"" is no address, network or host name',
    "write it like 192.0.2.10, ",
  ],
  [
    "an address that is none",
    `${header}192.0.2.10,,,,,\n192.0.2.300,,,,,\n`,
    '3, column "entry"',
    '"192.0.2.300" is no address, network or host name',
    "write it like 192.0.2.10, ",
  ],
  [
    "a network that is none",
    `${header}192.0.2.0/40,,,,,\n`,
    '2, column "entry"',
    '"192.0.2.0/40" is no address, network or host name',
    "write it like 192.0.2.10, ",
  ],
  [
    "a network without an end",
    `${header}::/0,,,,,\n`,
    '2, column "entry"',
    "the network ::/0 is too wide to be looked for",
    "list networks in it, an IPv4 /8 or an IPv6 /16 at the widest",
  ],
  [
    "an agent of two letters",
    `${header}agent:Mo,,,,,\n`,
    '2, column "entry"',
    'the agent text "Mo" would fit nearly everything',
    "write at least three characters",
  ],
  [
    "an agent that is nothing",
    `${header}agent:,,,,,\n`,
    '2, column "entry"',
    'the agent text "" would fit nearly everything',
    "write at least three characters",
  ],
  [
    "a day in another way of writing",
    `${header}192.0.2.10,01.09.2005,,,,\n`,
    '2, column "from"',
    '"01.09.2005" is not a day',
    "write it like 2005-09-01",
  ],
  [
    "31 February",
    `${header}192.0.2.10,,2005-02-31,,,\n`,
    '2, column "until"',
    '"2005-02-31" is not a day',
    "write it like 2005-09-01",
  ],
  [
    "29 February of a common year",
    `${header}192.0.2.10,2005-02-29,,,,\n`,
    '2, column "from"',
    '"2005-02-29" is not a day',
    "write it like 2005-09-01",
  ],
  [
    "a decision on no day",
    `${header}192.0.2.10,,,,,yesterday\n`,
    '2, column "decided_on"',
    '"yesterday" is not a day',
    "write it like 2005-09-01",
  ],
  [
    "an end before its beginning",
    `${header}192.0.2.10,2005-09-02,2005-09-01,,,\n`,
    "2",
    "until 2005-09-01 is before from 2005-09-02",
    "swap the two days, or leave one empty",
  ],
  [
    "a line of too few cells",
    `${header}192.0.2.10,2005-09-01\n`,
    "2",
    "the line has 2 cells, the first line names 6",
    "put text that holds a comma or a quote in quotes, and write its quotes twice",
  ],
  [
    "a line of too many cells",
    `${header}192.0.2.10,,,takes all, always,A,\n`,
    "2",
    "the line has 7 cells, the first line names 6",
    "put text that holds",
  ],
  [
    "a quote that is not closed",
    `${header}192.0.2.10,,,"takes all,,\n`,
    "2",
    "a quote is opened and not closed, or stands in the middle of a cell",
    "put text that holds",
  ],
  [
    "a quote in the middle",
    `${header}192.0.2.10,,,takes "all",,\n`,
    "2",
    "a quote is opened and not closed, or stands in the middle of a cell",
    "put text that holds",
  ],
] as const) {
  test(`${what} is refused with its line: ${message}`, () => {
    const refuse = () => parseBlacklist(text, "blacklist.csv");
    expect(refuse).toThrow(UserError);
    expect(refuse).toThrow(
      expect.objectContaining({code: "BLACKLIST_REFUSED", message, where: `blacklist.csv:${place}`}),
    );
    expect(refuse).toThrow(expect.objectContaining({help: expect.stringContaining(help)}));
  });
}

const folder = mkdtempSync(join(tmpdir(), "broadsheet-blacklist-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("a file is read like its text", () => {
  const path = join(folder, "blacklist.csv");
  writeFileSync(path, `${header}192.0.2.10,,,,,\n`);
  expect(readBlacklist(path)).toEqual([{who: {client: "192.0.2.10"}, ...open}]);
});

for (const [what, path, message] of [
  ["that is missing", join(folder, "none.csv"), "there is no such blacklist"],
  ["that is a folder", folder, "the blacklist is a folder, and no file"],
] as const) {
  test(`a blacklist ${what} is refused`, () => {
    expect(() => readBlacklist(path)).toThrow(
      expect.objectContaining({
        code: "BLACKLIST_REFUSED",
        message,
        where: path,
        help: "check methodology.blacklist in broadsheet.yaml",
      }),
    );
  });
}
