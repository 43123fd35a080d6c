import {formatNumber} from "../base/number.ts";

/** A change as printed, with its sign and one digit after the point: `+12.3 %`, `−4.1 %`, `0.0 %`. */
export function formatChange(changePercent: number): string {
  const size = formatNumber(changePercent, 1);
  return `${changePercent > 0 && /[1-9]/.test(size) ? "+" : ""}${size} %`;
}

/** The same in words, for those who cannot see a sign: `up 12.3 percent`, `unchanged`. */
export function changeInWords(changePercent: number): string {
  const size = formatNumber(Math.abs(changePercent), 1);
  if (!/[1-9]/.test(size)) return "unchanged";
  return `${changePercent > 0 ? "up" : "down"} ${size} percent`;
}
