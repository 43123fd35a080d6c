import {languages} from "../base/words/language.ts";
import type {UnitData, UnitId} from "../base/words/message.ts";

const [ofUnit, ofShare] = ["unit.", "unit.percent"];

/** Is it a share of a whole, from 0 to 100? */
export function isPercent({id}: Pick<UnitData, "id">): boolean {
  return id.startsWith(ofShare);
}

/** Is it an average over days? */
export function isDaily({id}: Pick<UnitData, "id">): boolean {
  return id.endsWith("-a-day");
}

/** The unit's name as programs know it, the same in every language: `megabytes-a-day`. */
export function unitName({id}: Pick<UnitData, "id">): string {
  return id.slice(ofUnit.length);
}

/**
 * Is what a published report says of a unit a share of a whole?
 *
 * @param unitId Its name; undefined in reports that were published when units were words alone: those are in any language.
 */
export function isPublishedPercent(unitId: string | undefined, unit: string): boolean {
  return unitId === undefined ? shareWords().has(unit) : `${ofUnit}${unitId}`.startsWith(ofShare);
}

let known: ReadonlySet<string> | null = null;

function shareWords(): ReadonlySet<string> {
  known ??= new Set(
    Object.values(languages).flatMap(({messages}) =>
      Object.entries(messages).flatMap(([id, text]) => (isPercent({id: id as UnitId}) ? [text] : [])),
    ),
  );
  return known;
}
