import {z} from "zod";
import {textCell} from "../workspace/cell.ts";
import {readSheet, type SheetKind} from "../workspace/sheet.ts";

/** A city of a named panel; without a region, or a country, it is that city in any. */
export interface PanelCity {
  readonly city: string;
  readonly region?: string;
  readonly country?: string;
}

const text = textCell("");
const shape = {
  city: textCell("write the city as deliveries.csv has it"),
  region: text.optional(),
  country: text.optional(),
};

const kind: SheetKind<typeof shape> = {
  code: "LEDGER_REFUSED",
  name: "table of cities",
  help: "check ledger.cities in broadsheet.yaml",
  columns: z.object(shape),
};

/**
 * Reads the table of cities that are to be reached: `city`, and `region` and `country` where they are told apart.
 *
 * @throws {UserError} LEDGER_REFUSED with the lines, also for a city that stands there twice.
 * @source docs/configuration.md#ledger-cities
 */
export function readPanel(path: string): PanelCity[] {
  const lines = new Map<string, number>();
  const panel: PanelCity[] = [];
  readSheet(path, kind, ({city, region, country}, {line, refuse}) => {
    const member = {city, ...(region === undefined ? {} : {region}), ...(country === undefined ? {} : {country})};
    const key = JSON.stringify(member);
    const twin = lines.get(key);
    if (twin !== undefined) return refuse(`the city is there already, in line ${twin}`, "delete one of the two lines");
    lines.set(key, line);
    panel.push(member);
  });
  return panel;
}
