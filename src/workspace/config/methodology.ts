import {z} from "zod";
import {isHostName, isTooWide, parseNetwork} from "../../base/address.ts";
import {isMonth, isPeriod} from "../../base/period.ts";
import {countryNamed, networkNamed} from "../../base/places/country-and-network.ts";
import {pathPattern} from "./documents.ts";
import {furnitureNames} from "./furniture.ts";
import {laterList, type OwnList, ownList} from "./list.ts";
import {configPath} from "./path.ts";
import {ownListSettings, robotParts, robotSettings} from "./robots.ts";

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
  extensions: ownList(extension).optional(),
  paths: ownList(pathPattern("alone")).optional(),
});

/** What is page furniture. */
export const pageFurnitureSetting = byPath.extend({
  known: z
    .union([z.boolean(), z.partialRecord(z.enum(furnitureNames), z.boolean())], {
      error: `must be true, false, or a map like {feeds: false}, with the names ${furnitureNames.join(", ")}`,
    })
    .optional(),
});

const feeds = z.union([z.literal(true), ownList(pathPattern("alone"))], {
  error: "must be true, a list of patterns like [/news.xml], or {add: […]}",
});

const leftOut = z
  .strictObject({
    country: z
      .string()
      .refine((text) => countryNamed(text) !== null, {
        error: "must be a country by two letters of ISO 3166, like FR",
        abort: true,
      })
      .transform((text) => countryNamed(text)!)
      .optional(),
    network: z
      .string()
      .refine((text) => networkNamed(text) !== null, {
        error: "must be a network of the routing table by its number, like AS64500",
        abort: true,
      })
      .transform((text) => networkNamed(text)!)
      .optional(),
    months,
  })
  .refine(({country, network}) => country !== undefined || network !== undefined, {
    error: "must name a country or a network",
  });

const heavyReaders = z.strictObject({
  documents: z.number().int().positive(),
  months: months.optional(),
});

const doubleClicks = z.strictObject({seconds: z.number().int().min(1).max(900)});

const downloads = z.strictObject({
  leastBytes: z.number().int().min(1).max(1_000_000_000_000).optional(),
  apart: z.boolean().optional(),
});

const listening = z.strictObject({
  audio: z.array(pathPattern("under")).optional(),
  video: z.array(pathPattern("under")).optional(),
  leastAudioBytes: z.number().int().min(1).max(1_000_000_000_000).optional(),
  leastVideoBytes: z.number().int().min(1).max(1_000_000_000_000).optional(),
  apart: z.boolean().optional(),
});

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
  blacklist: configPath.optional(),
  leftOut: z.array(leftOut).optional(),
  heavyReaders: z
    .union([heavyReaders, z.literal(false)], {error: "must be false, or {documents: 1000, months: 2005-07..2005-08}"})
    .optional(),
  doubleClicks: z.union([doubleClicks, z.literal(false)], {error: "must be false, or {seconds: 30}"}).optional(),
  methods: ownList(z.string().regex(/^[A-Z-]+$/, "must be a method in capitals, like GET"), 1).optional(),
  statuses: ownList(status, 1).optional(),
  graphics: ownList(extension).optional(),
  pageFurniture: pageFurnitureSetting.optional(),
  notPages: byPath.optional(),
  feeds: feeds.optional(),
  formats: ownList(extension).optional(),
  robots: robotSettings.optional(),
  reader: reader.optional(),
};

// YAML reads 2005 as a number, and 2005-09-01 as text.
const month = z
  .union([z.string(), z.number()])
  .transform(String)
  .refine(isMonth, {error: "must be a month like 2005-09"});

const change = z.strictObject({from: month, until: month.optional(), ...rules}).superRefine((given, context) => {
  const {from, until} = given;
  const refuse = (message: string, path: string[]): void => context.addIssue({code: "custom", message, path});
  if (until !== undefined && until < from) refuse(`must not be before ${from}, with which it begins`, ["until"]);
  if (ruleSettingsIn(given).length === 0) refuse("must name what changes, like heavyReaders: false", []);
});

const changes = z.array(change).superRefine((given, context) => {
  for (const [place, one] of given.entries()) {
    const clash = given.slice(0, place).find((other) => clashOf(one, other) !== null);
    if (clash === undefined) continue;
    const {setting, until} = clashOf(one, clash)!;
    const when = until === undefined ? `from ${clash.from} on` : `from ${clash.from} until ${until}`;
    const message = `must not overlap: ${setting} is changed already ${when}`;
    context.addIssue({code: "custom", path: [place, "from"], message});
  }
});

/** The lists that may be added to. */
const ownLists = [
  ..."methods statuses graphics feeds formats robots.lists".split(" "),
  ...["pageFurniture", "notPages"].flatMap((rule) => [`${rule}.extensions`, `${rule}.paths`]),
];

/** The settings of `methodology`. */
export const methodology = z.strictObject({
  extends: z.enum(methodologyNames).default("central-task"),
  ...rules,
  confirmed: z.array(client).optional(),
  downloads: z
    .union([downloads, z.boolean()], {error: "must be true, false, or {leastBytes: 32768, apart: false}"})
    .optional(),
  listening: z
    .union([listening, z.boolean()], {error: "must be true, false, or {leastAudioBytes: 960000, apart: false}"})
    .optional(),
  changes: changes.optional(),
});

/** The names of the settings below `methodology`, by their place. */
export const methodologySettings: Readonly<Record<string, readonly string[]>> = {
  methodology: Object.keys(methodology.shape),
  ...settingsOfRules("methodology"),
  "methodology.downloads": Object.keys(downloads.shape),
  "methodology.listening": Object.keys(listening.shape),
  "methodology.changes[]": Object.keys(change.shape),
  ...settingsOfRules("methodology.changes[]"),
};

/** What `broadsheet.yaml` says of who is a reader and what is a document. */
export type MethodologyConfig = z.output<typeof methodology>;

/** What is said of rules alone. */
export type RuleSettings = Omit<MethodologyConfig, "extends" | "confirmed" | "changes">;

/** Rules that are others from a month on, or for some months. */
export type RuleChange = NonNullable<MethodologyConfig["changes"]>[number];

/** The settings whose parts are changed each by itself. */
const inParts = ["pageFurniture", "notPages", "robots", "reader"] as const satisfies (keyof RuleSettings)[];

/** Which settings of rules are given? In parts where a change may name some of them: `robots.lists`. */
export function ruleSettingsIn(given: RuleSettings): string[] {
  return (Object.keys(rules) as (keyof RuleSettings)[]).flatMap((setting) => {
    const value = given[setting];
    if (value === undefined) return [];
    return isInParts(setting) ? Object.keys(value).map((part) => `${setting}.${part}`) : [setting];
  });
}

/** What is said of rules once a change has taken place: what it names is as it says, in parts where there are such. */
export function changedBy(settings: RuleSettings, {from: _, until: __, ...change}: RuleChange): RuleSettings {
  const whole = Object.entries(change).map(([setting, later]) => {
    const before: unknown = settings[setting as keyof RuleSettings];
    return [
      setting,
      isInParts(setting as keyof RuleSettings) ? partsAfter(before, later as object) : after(before, later),
    ];
  });
  return {...settings, ...Object.fromEntries(whole)};
}

function partsAfter(before: unknown, later: object): object {
  const known = (before ?? {}) as Readonly<Record<string, unknown>>;
  return {
    ...known,
    ...Object.fromEntries(Object.entries(later).map(([part, value]) => [part, after(known[part], value)])),
  };
}

/** What a setting says once it has changed: of a list that is added, what it is added to as well. */
function after(before: unknown, later: unknown): unknown {
  const isAdded = typeof later === "object" && later !== null && "add" in later;
  return isAdded
    ? laterList(before === true ? {add: []} : (before as OwnList<unknown> | undefined), later as OwnList<unknown>)
    : later;
}

function isInParts(setting: keyof RuleSettings): boolean {
  return inParts.some((one) => one === setting);
}

/** A setting that both say, of a month of both; null where the later begins after the earlier has no end, or has ended. */
function clashOf(one: RuleChange, other: RuleChange): {setting: string; until: string | undefined} | null {
  const setting = ruleSettingsIn(one).find((name) => ruleSettingsIn(other).includes(name));
  if (setting === undefined) return null;
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  const isClash = first.from === second.from || (first.until !== undefined && first.until >= second.from);
  return isClash ? {setting, until: other.until} : null;
}

function settingsOfRules(place: string): Record<string, readonly string[]> {
  return {
    [`${place}.leftOut[]`]: ["country", "network", "months"],
    [`${place}.heavyReaders`]: Object.keys(heavyReaders.shape),
    [`${place}.doubleClicks`]: Object.keys(doubleClicks.shape),
    [`${place}.pageFurniture`]: Object.keys(pageFurnitureSetting.shape),
    [`${place}.pageFurniture.known`]: furnitureNames,
    [`${place}.notPages`]: Object.keys(byPath.shape),
    ...Object.fromEntries(ownLists.map((name) => [`${place}.${name}`, ["add"]])),
    [`${place}.reader`]: Object.keys(reader.shape),
    [`${place}.robots`]: robotParts,
    [`${place}.robots.lists[]`]: ownListSettings,
  };
}

/** What to say of months the other way round; null where they are not. */
function backwards(text: string): string | null {
  const [from, until, more] = text.split("..");
  if (until === undefined || more !== undefined || !isPeriod(`${until}..${from}`)) return null;
  return `must not end before it begins, like ${until}..${from}`;
}
