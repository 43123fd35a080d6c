import type {Report} from "../../report/report.ts";
import type {CsvCell} from "./cell.ts";

/** `range`: what each measure would be under each alternative, which stands in the column of units. */
export function rangeRowsCsv({ranges, measures}: Report): CsvCell[][] {
  return (ranges?.measures ?? []).flatMap(({id, low, high, totalLow, totalHigh, alternatives}) => {
    const label = measures.find((one) => one.id === id)?.label ?? "";
    return [
      ["range", id, label, "least", ...low, totalLow],
      ["range", id, label, "greatest", ...high, totalHigh],
      ...alternatives.map((one): CsvCell[] => ["range", id, label, one.id, ...one.values, one.total]),
    ];
  });
}
