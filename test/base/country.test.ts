import {expect, test} from "vitest";
import {countryTitle} from "../../src/base/country.ts";

for (const [code, title] of [
  ["FR", "France"],
  ["de", "Germany"],
  ["US", "United States"],
  ["XK", "Kosovo"],
  ["ZZ", "ZZ"],
  ["QX", "QX"],
  ["F", "F"],
  ["FRA", "FRA"],
  ["001", "001"],
  ["", ""],
] as const) {
  test(`${code || "nothing"} is called ${title || "nothing"}`, () => expect(countryTitle(code)).toBe(title));
}
