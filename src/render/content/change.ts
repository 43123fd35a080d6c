import type {Translator} from "../../base/words/translator.ts";

/** A change as printed, with its sign and one digit after the point: `+12.3 %`, `−4.1 %`, `0.0 %`. */
export function formatChange(changePercent: number, words: Translator): string {
  const size = words.number(changePercent, 1);
  const sign = changePercent > 0 && /[1-9]/.test(size) ? "+" : "";
  return words.t("change-percent", {number: `${sign}${size}`});
}

/** The same in words, for those who cannot see a sign: `up 12.3 percent`, `unchanged`. */
export function changeInWords(changePercent: number, words: Translator): string {
  const number = words.number(Math.abs(changePercent), 1);
  if (!/[1-9]/.test(number)) return words.t("change-none");
  return words.t(changePercent > 0 ? "change-up" : "change-down", {number});
}
