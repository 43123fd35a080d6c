import {z} from "zod";
import {isMonth, isPeriod} from "../../base/period.ts";
import {tableIds} from "../../base/table-ids.ts";
import {areasSetting} from "./areas.ts";
import {configPath} from "./path.ts";
import {siteHost, sitesSetting} from "./sites.ts";

const file = configPath;
const rows = z.union([z.boolean(), z.number().int().min(1).max(1000)], {
  error: "must be true, false, or how many rows to show, at most 1000",
});

const base = z.preprocess(
  (value) => {
    const [period, number] = typeof value === "string" ? value.split("=").map((part) => part.trim()) : [];
    return period && isMonth(period) && number ? {period, value: Number(number)} : value;
  },
  z.union(
    [
      z.strictObject({
        period: z.string().refine(isMonth, {error: "must be a month like 2001-08"}),
        value: z.number().min(1).max(1e9).default(100),
      }),
      z.never(),
    ],
    {error: "must be a month and what it is set to, like 2001-08 = 100"},
  ),
);

const ledgerBase = z.preprocess(
  (value) => {
    // YAML reads 2001 as a number.
    if (typeof value !== "string" && typeof value !== "number") return value;
    const [period = "", number = "100"] = String(value)
      .split("=")
      .map((part) => part.trim());
    return isPeriod(period) ? {period, value: Number(number)} : value;
  },
  z.union(
    [
      z.strictObject({
        period: z.preprocess(
          (value) => (typeof value === "number" ? String(value) : value),
          z.string().refine(isPeriod, {error: "must be a period like 2001-08"}),
        ),
        value: z.number().min(1).max(1e9).default(100),
      }),
      z.never(),
    ],
    {error: "must be a period and what it is set to, like 2001-08 = 100"},
  ),
);

const cityName = z.string().trim().min(1);
const city = z.union(
  [
    cityName.transform((one) => ({city: one})),
    z.strictObject({city: cityName, region: cityName.exactOptional(), country: cityName.exactOptional()}),
  ],
  {error: "must be a city, or {city: Springfield, region: Illinois, country: US}"},
);

const published = z.enum(["rows", "sums", "none"], {error: "must be rows, sums or none"});

/** The books, by name. */
const bookNames = [
  ...[
    "editions",
    "deliveries",
    "mailings",
    "newsletters",
    "funds",
    "translations",
    "ranks",
    "plan",
    "credits",
    "events",
    "history",
  ],
] as const;

const ledger = z.strictObject({
  publish: z
    .union([published, z.partialRecord(z.enum(bookNames), published)], {
      error: `must be rows, sums or none, or one of them for some of ${bookNames.join(", ")}, like {deliveries: rows}`,
    })
    .default("sums"),
  printBase: ledgerBase.optional(),
  mailBase: ledgerBase.optional(),
  cities: z
    .union([file, z.array(city).min(1)], {error: "must be a file like cities.csv, or a list of cities"})
    .optional(),
  smallestCity: z.number().int().min(1).default(1000),
});

/** The settings of what the books yield. */
export const ledgerSettings = Object.keys(ledger.shape);

function isCompared(text: string): boolean {
  return text === "year-ago" || text === "previous" || isPeriod(text);
}

/** The settings of the tables, measures and comparisons that a publisher may ask for. */
export const reportSettings = {
  departments: file.optional(),
  aliases: file.optional(),
  titles: file.optional(),
  episodes: file.optional(),
  sections: areasSetting.default({}),
  sentTo: areasSetting.default({}),
  downloads: areasSetting.default({}),
  sites: sitesSetting,
  site: z.string().trim().min(1).optional(),
  ranks: z.strictObject({ours: siteHost.optional(), others: z.array(siteHost).default([])}).default({others: []}),
  ledger: z.preprocess((value) => value ?? {}, ledger),
  referrerSpam: file.optional(),
  places: z
    .union([z.boolean(), file, z.strictObject({ipv4: file.optional(), ipv6: file.optional()})], {
      error: "must be false, a file like places.mmdb, or {ipv4: one.mmdb, ipv6: other.mmdb}",
    })
    .transform((given) => (typeof given === "string" ? {ipv4: given, ipv6: given} : given))
    .default(true),
  addresses: z.boolean().default(true),
  owners: file.optional(),
  tables: z.partialRecord(z.enum(tableIds), rows).default({}),
  ranges: z.boolean().default(true),
  paper: z.enum(["a4", "letter"]).default("a4"),
  smallest: z.number().int().min(1).default(10),
  base: base.optional(),
  compare: z
    .preprocess(
      (value) => (typeof value === "number" ? String(value) : value),
      z.string().refine(isCompared, {error: "must be year-ago, previous, or a period like 2004-H2"}),
    )
    .optional(),
};
