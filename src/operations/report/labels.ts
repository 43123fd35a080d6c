import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import type {Labels} from "../../base/words/labels.ts";

/**
 * Does every label of a section or an outside place have one that the settings name?
 *
 * @param measures The ids of the measures from logs.
 * @throws {UserError} CONFIG_REFUSED
 */
export function checkLabels(labels: Labels, measures: readonly string[]): void {
  const named = Object.keys(labels).flatMap((id) => /^measure\.((?:section-readers|sent-to):.+)$/.exec(id)?.[1] ?? []);
  const unknown = named.find((id) => !id.endsWith(":NAME") && !measures.includes(id));
  if (unknown === undefined) return;
  const known = measures.filter((id) => id.includes(":"));
  const near = nearest(unknown, known);
  throw new UserError(
    "CONFIG_REFUSED",
    `labels.${unknown} is no measure: ${known.length === 0 ? "no section or outside place is named" : `there are ${known.join(", ")}`}`,
    near === null ? "check sections and sentTo" : `write ${near}`,
    "broadsheet.yaml",
  );
}
