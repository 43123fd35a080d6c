import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, test} from "vitest";
import {readRankList} from "../../src/ledger/rank-list.ts";
import {longTest} from "../run/amounts.ts";
import {zipOf} from "./import/zip-writer.ts";
import {newFolder} from "./workshop.ts";

async function ranksIn(content: string | Buffer, ...names: readonly string[]): Promise<unknown> {
  const path = join(newFolder(), "list");
  writeFileSync(path, content);
  const {ranks, length} = await readRankList(path, "list", names);
  return [length, Object.fromEntries(ranks)];
}

const list = "1,first.example\n2,example.press\n4,xn--mnchen-3ya.example\n";
describe("a list", () => {
  for (const [what, content] of [
    ["plain", list],
    ["with a head", `rank,domain\n${list}`],
    ["with the line ends of Windows and a byte order mark", `\ufeff${list.replaceAll("\n", "\r\n")}`],
    ["in quotes", list.replace(/(\d+),(\S+)/g, '"$1","$2"')],
    ["with further columns", list.replaceAll("\n", ",x,y\n")],
    ["with tabs", list.replaceAll(",", "\t")],
    ["with domains first", "domain;rank\nfirst.example;1\nexample.press;2\nxn--mnchen-3ya.example;4\n"],
    [
      "with ranks of other kinds beside, as the Majestic Million has them",
      "GlobalRank,TldRank,Domain,TLD,RefIPs,IDN_Domain,PrevGlobalRank\n1,1,first.example,example,9,first.example,2\n2,2,example.press,press,8,example.press,1\n4,3,xn--mnchen-3ya.example,example,7,m\u00fcnchen.example,4\n",
    ],
    [
      "with a rank of pages beside",
      '"Rank","Domain","Open Page Rank"\n"1","first.example","10.00"\n"2","example.press","9,1"\n"4","xn--mnchen-3ya.example","8"\n',
    ],
    ["as .gz", gzipSync(list)],
    ["as .zip", zipOf([["top-1m.csv", list]])],
  ] as const) {
    test(what, async () => {
      const names = ["example.press", "Münchén.example".replace("é", "e"), "other.example", "FIRST.example."];
      expect(await ranksIn(content, ...names)).toEqual([
        4,
        {"example.press": 2, "München.example": 4, "other.example": null, "FIRST.example.": 1},
      ]);
    });
  }
  longTest("of a million names is read as a whole", async () => {
    const rows = Array.from({length: 1_000_000}, (_, place) => `${place + 1},site${place}.example\n`);
    expect(await ranksIn(rows.join(""), "site999999.example", "site.example")).toEqual([
      1_000_000,
      {"site999999.example": 1_000_000, "site.example": null},
    ]);
  });
  test("that names a site twice has it where it comes first", async () => {
    expect(await ranksIn("1,a.example\n2,a.example\n", "a.example")).toEqual([2, {"a.example": 1}]);
  });
  test("holds a name as a whole only", async () => {
    expect(await ranksIn("1,www.a.example\n2,b.a.example\n", "a.example")).toEqual([2, {"a.example": null}]);
  });
});

describe("no list is", () => {
  for (const [what, content, message, where] of [
    ["an empty file", "", "the list is empty", "list"],
    ["a head alone", "rank,domain\n", "the list is empty", "list"],
    ["a text", "hello\nworld\n", "no column of the list holds domains", "list"],
    [
      "one of addresses of pages",
      "origin,rank\nhttps://a.example,1000\n",
      "no column of the list holds domains",
      "list",
    ],
    ["one without ranks", "domain\na.example\nb.example\n", "no column of the list holds ranks", "list"],
    [
      "one with two columns of domains",
      "1,a.example,b.example\n2,c.example,d.example\n",
      "the columns 2 and 3 may both be the one of domains",
      "list",
    ],
    [
      "one with two columns that may be ranks",
      "this,that,domain\n1,1,a.example\n2,3,b.example\n",
      'the columns "this" and "that" may both be the one of ranks',
      "list",
    ],
    ["one with a row of something else", `${list}5\n`, '"5" is not a rank and a domain', "list:4"],
    ["one whose ranks go down", "1,a.example\n5,b.example\n3,c.example\n", "the rank 3 comes after 5", "list:3"],
    ["one that begins with 0", "0,a.example\n", "the rank 0 comes after 0", "list:1"],
    ["a .gz that is cut off", gzipSync(list).subarray(0, 30), "the file is damaged, or cut off", "list"],
    [
      "a .zip of two",
      zipOf([
        ["a.csv", list],
        ["b.csv", list],
      ]),
      "the ZIP does not hold one list",
      "list",
    ],
  ] as const) {
    test(what, async () => {
      await expect(ranksIn(content, "a.example")).rejects.toMatchObject({code: "IMPORT_REFUSED", message, where});
    });
  }
  test("a file that is not there", async () => {
    await expect(readRankList(join(newFolder(), "none"), "none", [])).rejects.toMatchObject({
      code: "IMPORT_REFUSED",
      message: "there is no such file",
    });
  });
});
