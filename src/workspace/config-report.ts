import {z} from "zod";
import {isHostName} from "../base/address.ts";
import {parsePeriod} from "../base/period.ts";
import {tableIds} from "../base/table-ids.ts";

const name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be a short name in lower case, like bookshop");
const file = z.string().min(1);
const path = z.string().startsWith("/", "must be a path that begins with /");
const paths = z.union([path.transform((one) => [one]), z.array(path).min(1)], {
  error: "must be a path that begins with /, or a list of such",
});
const rows = z.union([z.boolean(), z.number().int().min(1).max(1000)], {
  error: "must be true, false, or how many rows to show, at most 1000",
});

/** Is the text a single month, `2001-08`? */
function isMonth(text: string): boolean {
  try {
    return /^\d{4}-\d\d$/.test(text) && parsePeriod(text, "1970-01-01").months.length === 1;
  } catch {
    return false;
  }
}

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

function isCompared(text: string): boolean {
  if (text === "year-ago" || text === "previous") return true;
  try {
    return text !== "last-month" && parsePeriod(text, "1970-01-01").months.length > 0;
  } catch {
    return false;
  }
}

const site = z.string().refine(isHostName, {error: "must be the name of a site, like www.example.org"}).toLowerCase();

/** The settings of the tables, measures and comparisons that a publisher may ask for. */
export const reportSettings = {
  departments: file.optional(),
  aliases: file.optional(),
  titles: file.optional(),
  sections: z.record(name, paths).default({}),
  sentTo: z.record(name, paths).default({}),
  sites: z.array(site).default([]),
  ranks: z.strictObject({ours: site.optional(), others: z.array(site).default([])}).default({others: []}),
  referrerSpam: file.optional(),
  places: z
    .union(
      [
        z.boolean(),
        file.transform((one) => ({ipv4: one, ipv6: one})),
        z.strictObject({ipv4: file.optional(), ipv6: file.optional()}),
      ],
      {error: "must be false, a file like places.mmdb, or {ipv4: one.mmdb, ipv6: other.mmdb}"},
    )
    .default(true),
  tables: z.partialRecord(z.enum(tableIds), rows).default({}),
  smallest: z.number().int().min(1).default(10),
  base: base.optional(),
  compare: z
    .preprocess(
      (value) => (typeof value === "number" ? String(value) : value),
      z.string().refine(isCompared, {error: "must be year-ago, previous, or a period like 2004-H2"}),
    )
    .optional(),
};
