import {expect, test} from "vitest";
import {mainMonths} from "../../src/operations/report/log-months.ts";

test.for([
  ["one month is all", {"2020-11": 3}, ["2020-11"]],
  ["months between are kept", {"2020-01": 50, "2020-03": 50}, ["2020-01", "2020-02", "2020-03"]],
  ["one stray line of another year is left out", {"2017-02": 1, "2020-11": 3}, ["2020-11"]],
  ["and a stray hundredth, before or after", {"1999-01": 5, "2020-11": 900, "2030-01": 5}, ["2020-11"]],
  ["two of sixty are as stray as one", {"1992-01": 2, "2025-11": 30, "2026-01": 30}, ["2025-11", "2025-12", "2026-01"]],
  ["a month that lies near is none, however few lines it has", {"2020-10": 1, "2020-11": 900}, ["2020-10", "2020-11"]],
  [
    "two years that both have many are kept, with what is between",
    {"2020-11": 50, "2021-05": 40},
    ["2020-11", "2020-12", "2021-01", "2021-02", "2021-03", "2021-04", "2021-05"],
  ],
] as const)("%s", ([, requests, months]) => {
  expect(mainMonths(new Map(Object.entries(requests)))).toEqual(months);
});
