import {describe, expect, test} from "vitest";
import {nameIds} from "../../../src/measures/ledger/named-id.ts";
import {inOrder, sumOf} from "../../../src/measures/ledger/order.ts";
import {rankItems} from "../../../src/measures/ledger/ranking.ts";

test("a sum of amounts is the same to the last digit in every order", () => {
  const amounts = [0.1, 0.2, 0.3, 1e16, -1e16];
  expect(0.1 + 0.2 + 0.3).not.toBe(0.3 + 0.2 + 0.1);
  expect(sumOf(amounts)).toBe(sumOf(amounts.toReversed()));
  expect(sumOf([])).toBe(0);
});

test("rows stand in the order of the first key, then of the next", () => {
  const rows = ["b2", "a2", "b1", "a1"];
  const [letter, digit] = [0, 1].map((place) => (row: string) => row.charAt(place));
  expect(inOrder(rows, digit!, letter!)).toEqual(["a1", "b1", "a2", "b2"]);
});

test("equal items share a rank, and the next is passed over", () => {
  const items = ["d 1", "b 2", "c 2", "a 3"].map((key) => ({key, amount: Number(key.slice(2))}));
  expect(rankItems(items, ({amount}) => amount).map(({item, rank}) => [item.key, rank])).toEqual([
    ["a 3", 1],
    ["b 2", 2],
    ["c 2", 2],
    ["d 1", 4],
  ]);
});

describe("names in ids", () => {
  for (const [name, id] of [
    ["Notas Rojas", "notas-rojas"],
    ["São Paulo: news!", "sao-paulo-news"],
    ["通讯 12", "通讯-12"],
    ["がんばれ", "がんばれ"],
    ["हिन्दी", "हिन्दी"],
    ["?!", "?!"],
  ] as const) {
    test(name, () => expect(nameIds([name]).get(name)).toBe(id));
  }
  test("two that would be alike stand as they are, and the same one twice is one", () => {
    expect([...nameIds(["Notes", "notes!", "Notas", "Notas"])]).toEqual([
      ["Notes", "Notes"],
      ["notes!", "notes!"],
      ["Notas", "notas"],
    ]);
  });
});
