import {z} from "zod";
import {cell, quoted, textCell} from "../workspace/sheet/cell.ts";
import {readSheet, type SheetKind} from "../workspace/sheet/sheet.ts";

/** A city of a named panel; without a region, or a country, it is that city in any. */
export interface PanelCity {
  readonly city: string;
  readonly region?: string;
  readonly country?: string;
  /** Where it is, in degrees; south and west are below 0. */
  readonly at?: {readonly latitude: number; readonly longitude: number};
}

const text = textCell("");
const shape = {
  city: textCell("write the city as deliveries.csv has it"),
  region: text.optional(),
  country: text.optional(),
  latitude: degreesCell(90).optional(),
  longitude: degreesCell(180).optional(),
};

const kind: SheetKind<typeof shape> = {
  code: "LEDGER_REFUSED",
  name: "table of cities",
  help: "check ledger.cities in broadsheet.yaml",
  columns: z.object(shape),
};

/**
 * Reads the table of cities that are to be reached: `city`, and `region` and `country` where they are told apart, `latitude` and `longitude` for the map.
 *
 * @throws {UserError} LEDGER_REFUSED with the lines, also for a city that stands there twice.
 * @source docs/configuration.md#ledger-cities
 */
export function readPanel(path: string): PanelCity[] {
  const lines = new Map<string, number>();
  const panel: PanelCity[] = [];
  readSheet(path, kind, ({city, region, country, latitude, longitude}, {line, refuse}) => {
    const named = {city, ...(region === undefined ? {} : {region}), ...(country === undefined ? {} : {country})};
    const key = JSON.stringify(named);
    const twin = lines.get(key);
    if (twin !== undefined) return refuse(`the city is there already, in line ${twin}`, "delete one of the two lines");
    lines.set(key, line);
    if ((latitude === undefined) !== (longitude === undefined)) {
      return refuse("one of latitude and longitude is missing", "give both, or neither");
    }
    const at = latitude === undefined || longitude === undefined ? undefined : {latitude, longitude};
    panel.push({...named, ...(at && {at})});
  });
  return panel;
}

/** Degrees from none, with a point before decimals; south and west are below 0. */
function degreesCell(most: number) {
  return cell<number>((written, refuse) => {
    const degrees = /^[-−]?\d+(?:\.\d+)?$/.test(written) ? Number(written.replace("−", "-")) : Number.NaN;
    if (Math.abs(degrees) <= most) return degrees;
    return refuse(
      `${quoted(written)} is not a number of degrees`,
      `write degrees from -${most} to ${most}, like 39.8 or -89.65`,
    );
  });
}
