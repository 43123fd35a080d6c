import {expect, test} from "vitest";
import {formatNumber, formatPercent} from "../../src/base/number.ts";

for (const [value, decimals, want] of [
  [0, 0, "0"],
  [999, 0, "999"],
  [1000, 0, "1,000"],
  [48_817, 0, "48,817"],
  [3_761_882, 0, "3,761,882"],
  [443.2, 1, "443.2"],
  [1234.5678, 2, "1,234.57"],
  [999.96, 1, "1,000.0"],
  [0.1234, 3, "0.123"],
  [1000.1234, 4, "1,000.1234"],
  [-1234.5, 1, "−1,234.5"],
  [-0.04, 1, "0.0"],
  [-0, 0, "0"],
] as const) {
  test(`${value} with ${decimals} decimals is printed ${want}`, () => {
    expect(formatNumber(value, decimals)).toBe(want);
  });
}

for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
  test(`${value} is not a figure`, () => {
    expect(() => formatNumber(value)).toThrow(RangeError);
  });
}

for (const [shareRatio, want] of [
  [0, "0.0%"],
  [0.0001, "<0.1%"],
  [0.0005, "0.1%"],
  [0.307, "30.7%"],
  [0.9994, "99.9%"],
  [0.9999, ">99.9%"],
  [1, "100.0%"],
] as const) {
  test(`a share of ${shareRatio} is printed ${want}`, () => {
    expect(formatPercent(shareRatio)).toBe(want);
  });
}
