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

/** A month or a whole period, as it is named beside a figure. */
export function printSpan(span: string, words: Translator): string {
  return words.period(span);
}

/** A size as a person reads it. */
export function printBytes(bytes: number, words: Translator): string {
  const isSmall = bytes < 1_000_000;
  return isSmall
    ? words.t("site-kilobytes", {number: words.number(bytes / 1000, bytes < 10_000 ? 1 : 0)})
    : words.t("site-megabytes", {number: words.number(bytes / 1_000_000, 1)});
}
