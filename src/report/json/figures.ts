import type {Figures, Note} from "../report.ts";

/** A measure with its keys in the order of the contract. */
export function measureEntry({
  id,
  label,
  unit,
  values,
  reasons,
  notes,
  definition,
  decimals,
  reported,
}: Figures): object {
  return {id, label, unit, values, reasons, notes, definition, decimals, reported};
}

/** A note with its keys in the order of the contract. */
export function noteEntry({id, text, columns, mark}: Note): object {
  return {id, text, columns, mark};
}
