import {readFileSync, writeFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {mmdbOf} from "../../test/intake/clients/mmdb.ts";

const pathOf = (place: string): string => fileURLToPath(new URL(place, import.meta.url));

/**
 * Where are the example's readers said to be? The bytes of a database with what `places.csv` says.
 *
 * All of it is invented: the addresses are kept for documentation and belong to nobody.
 */
export function makePlaces(): Buffer {
  const rows = readFileSync(pathOf("places.csv"), "utf8").trim().split("\n").slice(1);
  const records = rows.map((row) => {
    const [network = "", country = "", region = "", city = ""] = row.split(",");
    return [network, {country_code: country, state1: region, city}] as const;
  });
  return mmdbOf(Object.fromEntries(records), {databaseType: "Invented-Places", day: "2005-07-01"});
}

if (import.meta.main) writeFileSync(pathOf("places.mmdb"), makePlaces());
