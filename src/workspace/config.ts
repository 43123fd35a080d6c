import {readFileSync} from "node:fs";
import {LineCounter, parseDocument} from "yaml";
import {z} from "zod";
import {isHostName, isTooWide, parseNetwork} from "../base/address.ts";
import {UserError} from "../base/error.ts";
import {parsePeriod} from "../base/period.ts";
import {tableIds} from "../base/table-ids.ts";
import {isTimeZone} from "../base/zone.ts";
import {badAlias, type ConfigText, notYaml, refused} from "./config-fault.ts";
import {languageSettings} from "./config-language.ts";
import {ledgerSettings, reportSettings} from "./config-report.ts";
import {ownListSettings, robots} from "./config-robots.ts";

/** The name of the file that makes a folder a workspace. */
export const configName = "broadsheet.yaml";

const extension = z
  .string()
  .regex(/^[a-z0-9_-]+$/i, "must be an extension without its dot, like css")
  .toLowerCase();

const client = z
  .string()
  .trim()
  .refine((text) => parseNetwork(text) !== null || isHostName(text), {
    error: "must be an address, a network like 198.51.100.0/24, or a host name",
    abort: true,
  })
  .refine((text) => !isTooWide(parseNetwork(text) ?? {address: "", family: 4, bits: 32}), {
    error: "must be a narrower network, at least an IPv4 /8 or an IPv6 /16",
  });

// YAML reads 2005 as a number.
const months = z.preprocess(
  (value) => (typeof value === "number" ? String(value) : value),
  z.string().refine(isPeriod, {error: "must be a period like 2005-07..2005-08"}),
);

const pageFurniture = z.strictObject({
  extensions: z.array(extension).optional(),
  paths: z.array(z.string().startsWith("/", "must be a path that begins with /")).optional(),
});

const heavyReaders = z.strictObject({
  documents: z.number().int().positive(),
  months: months.optional(),
});

const reader = z.strictObject({
  ipv6: z.union([z.literal(128), z.literal(64), z.literal(48)], {error: "must be 128, 64 or 48"}).optional(),
  byAgent: z.boolean().optional(),
});

const methodology = z.strictObject({
  extends: z.enum(["central-task"]).default("central-task"),
  developers: z.array(client).default([]),
  blacklist: z.string().min(1).optional(),
  heavyReaders: z
    .union([heavyReaders, z.literal(false)], {error: "must be false, or {documents: 1000, months: 2005-07..2005-08}"})
    .optional(),
  methods: z
    .array(z.string().regex(/^[A-Z-]+$/, "must be a method in capitals, like GET"))
    .min(1)
    .optional(),
  statuses: z.array(z.number().int().min(100).max(599)).min(1).optional(),
  graphics: z.array(extension).optional(),
  pageFurniture: pageFurniture.optional(),
  robots: robots.optional(),
  reader: reader.optional(),
});

const schema = z.strictObject({
  publication: z.string().trim().min(1),
  timeZone: z.string().refine(isTimeZone, {error: "must be a time zone, like UTC or Europe/Paris"}).default("UTC"),
  logs: z
    .union(
      [
        z
          .string()
          .min(1)
          .transform((one) => [one]),
        z.array(z.string().min(1)),
      ],
      {error: "must be a file, folder or pattern, or a list of them, like [logs/*.log.gz]"},
    )
    .default([]),
  logFormat: z.string().min(1).optional(),
  // All of its settings may be commented out.
  methodology: z.preprocess((value) => value ?? {}, methodology),
  ...languageSettings,
  ...reportSettings,
});

/** What `broadsheet.yaml` says, with the defaults filled in. */
export type Config = z.output<typeof schema>;

/** The part of it that says who is a reader and what is a document. */
export type MethodologyConfig = Config["methodology"];

const known = {
  "": Object.keys(schema.shape),
  base: ["period", "value"],
  ledger: ledgerSettings,
  "ledger.printBase": ["period", "value"],
  "ledger.mailBase": ["period", "value"],
  "ledger.cities[]": ["city", "region", "country"],
  places: ["ipv4", "ipv6"],
  ranks: ["ours", "others"],
  tables: tableIds,
  methodology: Object.keys(methodology.shape),
  "methodology.heavyReaders": Object.keys(heavyReaders.shape),
  "methodology.pageFurniture": Object.keys(pageFurniture.shape),
  "methodology.reader": Object.keys(reader.shape),
  "methodology.robots": Object.keys(robots.shape),
  "methodology.robots.lists[]": ownListSettings,
};

/**
 * Reads `broadsheet.yaml`.
 *
 * @throws {UserError} CONFIG_UNREADABLE or CONFIG_REFUSED, with line and column.
 */
export function readConfig(path: string): Config {
  try {
    return parseConfig(readFileSync(path, "utf8"));
  } catch (fault) {
    if (fault instanceof UserError) throw fault;
    const {code, message} = fault as NodeJS.ErrnoException;
    if (code === undefined) throw fault;
    const why = code === "EISDIR" ? "it is a folder" : message;
    throw new UserError("CONFIG_UNREADABLE", `the file cannot be read: ${why}`, "check who may read it", path);
  }
}

/** What the text of a `broadsheet.yaml` says; see {@link readConfig}. */
export function parseConfig(text: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, {lineCounter: lines, prettyErrors: false, logLevel: "error"});
  const config: ConfigText = {name: configName, text, document, lines};
  const [fault] = document.errors;
  if (fault) throw notYaml(fault, config);
  const result = schema.safeParse(plainOf(config) ?? {});
  if (result.success) return result.data;
  throw refused(result.error.issues, config, known);
}

function plainOf(config: ConfigText): unknown {
  try {
    return config.document.toJS();
  } catch (fault) {
    if (fault instanceof ReferenceError) throw badAlias(config);
    throw fault;
  }
}

function isPeriod(text: string): boolean {
  try {
    return parsePeriod(text, "1970-01-01").months.length > 0 && text !== "last-month";
  } catch {
    return false;
  }
}
