import type {UnitId} from "../../../base/words/message.ts";
import type {Translator} from "../../../base/words/translator.ts";
import {formatValue} from "../../../render/content/values.ts";
import {isPublishedPercent} from "../../../report/unit.ts";
import type {Series} from "../series.ts";

/** A value as its measure prints it, a dash for none. */
export function printValue(
  value: number | null,
  {decimals, unit, unitId}: Pick<Series, "decimals" | "unit" | "unitId">,
  words: Translator,
): string {
  const isShare = isPublishedPercent(unitId, unit);
  const id: UnitId = isShare ? "unit.percent" : "unit.copies";
  return formatValue(value, {decimals, unit: {id, values: {}}}, words);
}

/** What is counted, and nothing else: the figure's own label says that, in the words of its publisher. */
const counted: readonly (string | undefined)[] = [
  ...["readers", "documents", "documents-a-day", "documents-a-reader", "requests", "sessions", "visitors"],
];

/** What a figure is counted in, where neither its label nor the sign behind the value says it; null elsewhere. */
export function unitOf({label, unit, unitId}: Pick<Series, "label" | "unit" | "unitId">): string | null {
  if (unit === "" || isPublishedPercent(unitId, unit) || counted.includes(unitId)) return null;
  const [first = ""] = unit.toLowerCase().split(/\s/);
  return label.toLowerCase().includes(first) ? null : unit;
}

/** A size as a person reads it; nothing is as small as none. */
export function printBytes(bytes: number, words: Translator): string {
  const isSmall = bytes < 1_000_000;
  return isSmall
    ? words.t("site-kilobytes", {number: words.number(Math.max(bytes / 1000, 0.1), bytes < 10_000 ? 1 : 0)})
    : words.t("site-megabytes", {number: words.number(bytes / 1_000_000, 1)});
}
