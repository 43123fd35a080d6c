import {z} from "zod";
import {isHostName, isTooWide, parseNetwork} from "../base/address.ts";
import {parsePeriod} from "../base/period.ts";
import {ownListSettings, robots} from "./config-robots.ts";

/** The methodologies that have a name, the default first. */
export const methodologyNames = ["central-task", "counter-5.1", "wikimedia", "goaccess"] as const;

/** The name of a methodology. */
export type MethodologyName = (typeof methodologyNames)[number];

/** Every status of a hundred, such as `2xx`. */
export type StatusClass = `${1 | 2 | 3 | 4 | 5}xx`;

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
  z.string().refine(isPeriod, {
    error: ({input}) => backwards(String(input)) ?? "must be a period like 2005-07..2005-08",
  }),
);

const byPath = z.strictObject({
  extensions: z.array(extension).optional(),
  paths: z.array(z.string().startsWith("/", "must be a path that begins with /")).optional(),
});

const heavyReaders = z.strictObject({
  documents: z.number().int().positive(),
  months: months.optional(),
});

const doubleClicks = z.strictObject({seconds: z.number().int().min(1).max(900)});

const reader = z.strictObject({
  ipv6: z.union([z.literal(128), z.literal(64), z.literal(48)], {error: "must be 128, 64 or 48"}).optional(),
  byAgent: z.boolean().optional(),
});

const status = z.union(
  [
    z.number().int().min(100).max(599),
    z
      .string()
      .regex(/^[1-5]xx$/)
      .transform((text) => text as StatusClass),
  ],
  {error: "must be a status from 100 to 599, or all of a hundred, like 2xx"},
);

/** The settings of rules; all of them may be left out. */
const rules = {
  developers: z.array(client).optional(),
  blacklist: z.string().min(1).optional(),
  heavyReaders: z
    .union([heavyReaders, z.literal(false)], {error: "must be false, or {documents: 1000, months: 2005-07..2005-08}"})
    .optional(),
  doubleClicks: z.union([doubleClicks, z.literal(false)], {error: "must be false, or {seconds: 30}"}).optional(),
  methods: z
    .array(z.string().regex(/^[A-Z-]+$/, "must be a method in capitals, like GET"))
    .min(1)
    .optional(),
  statuses: z.array(status).min(1).optional(),
  graphics: z.array(extension).optional(),
  pageFurniture: byPath.optional(),
  notPages: byPath.optional(),
  formats: z.array(extension).optional(),
  robots: robots.optional(),
  reader: reader.optional(),
};

/** The settings of `methodology`. */
export const methodology = z.strictObject({extends: z.enum(methodologyNames).default("central-task"), ...rules});

/** The names of the settings below `methodology`, by their place. */
export const methodologySettings: Readonly<Record<string, readonly string[]>> = {
  methodology: Object.keys(methodology.shape),
  ...settingsOfRules("methodology"),
};

/** What `broadsheet.yaml` says of who is a reader and what is a document. */
export type MethodologyConfig = z.output<typeof methodology>;

/** What is said of rules alone. */
export type RuleSettings = Omit<MethodologyConfig, "extends">;

function settingsOfRules(place: string): Record<string, readonly string[]> {
  return {
    [`${place}.heavyReaders`]: Object.keys(heavyReaders.shape),
    [`${place}.doubleClicks`]: Object.keys(doubleClicks.shape),
    [`${place}.pageFurniture`]: Object.keys(byPath.shape),
    [`${place}.notPages`]: Object.keys(byPath.shape),
    [`${place}.reader`]: Object.keys(reader.shape),
    [`${place}.robots`]: Object.keys(robots.shape),
    [`${place}.robots.lists[]`]: ownListSettings,
  };
}

function isPeriod(text: string): boolean {
  try {
    return parsePeriod(text, "1970-01-01").months.length > 0 && text !== "last-month";
  } catch {
    return false;
  }
}

/** What to say of months the other way round; null where they are not. */
function backwards(text: string): string | null {
  const [from, until, more] = text.split("..");
  if (until === undefined || more !== undefined || !isPeriod(`${until}..${from}`)) return null;
  return `must not end before it begins, like ${until}..${from}`;
}
