import type {Report} from "../../../src/report/report.ts";
import {lineOf, logOf, type Press} from "../../press.ts";

/** What is said of a request. */
export type Given = NonNullable<Parameters<typeof lineOf>[0]>;

export const hour = 3600;
export const day = 24 * hour;

/** A request at so many seconds after midnight on 1 July 2005. */
export function at(seconds: number, given: Given = {}): Given {
  const instant = new Date(Date.UTC(2005, 6, 1, 0, 0, seconds)).toISOString();
  const month = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ")[Number(instant.slice(5, 7)) - 1];
  return {...given, at: `${instant.slice(8, 10)}/${month}/${instant.slice(0, 4)}:${instant.slice(11, 19)} +0000`};
}

/** A press whose log has these requests, with the table of downloads. */
export function pressOf(lines: readonly Given[], press: Partial<Press> = {}): Press {
  const {settings, methodology, ...more} = press;
  return {
    logs: {"access.log": logOf(lines.map((given) => lineOf(given)))},
    period: "2005-07",
    methodology: {downloads: true, ...methodology},
    settings: {smallest: 1, ranges: false, tables: {"top-downloads": 100, "top-episodes": 100}, ...settings},
    tables: "top-downloads",
    ...more,
  };
}

/** Downloads, downloaders and bytes of each file in the table. */
export function rowsOf({tables}: Report, table = "top-downloads"): Record<string, (number | null)[]> {
  const rows = tables.find(({id}) => id === table)?.rows ?? [];
  return Object.fromEntries(
    rows.map(({key, values: [downloads, readers, megabytes]}) => [
      key,
      [downloads ?? null, readers ?? null, megabytes === null ? null : Math.round(megabytes! * 1e6)],
    ]),
  );
}
