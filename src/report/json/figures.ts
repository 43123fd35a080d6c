import type {Translator} from "../../base/words/translator.ts";
import type {Figures, Note} from "../report.ts";
import {unitName} from "../unit.ts";

/** A measure with its keys in the order of the contract. */
export function measureEntry(
  {id, label, unit, values, reasons, notes, definition, decimals, reported}: Figures,
  words: Translator,
): object {
  const [said, unitId] = [words.unit(unit), unitName(unit)];
  return {id, label, unit: said, values, reasons, notes, definition, decimals, reported, unitId};
}

/** A note with its keys in the order of the contract. */
export function noteEntry({id, text, columns, mark}: Note): object {
  return {id, text, columns, mark};
}
