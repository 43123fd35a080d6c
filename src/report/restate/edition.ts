import {z} from "zod";
import {parsedJson} from "../../base/json.ts";
import {basisShape, damaged, dayShape, type RestatementKind, scopeShape} from "./published.ts";

/** What is accepted where figures of an edition are others than published before. */
export const movedDoubt = "moved-figures";

/** Of which form are the files of an edition that this Broadsheet writes? A newer one may write others. */
export const editionFormat = 1;

const sums = z.string().regex(/^[0-9a-f]{64}$/);
const value = z.number().nullable();

const accepted = z.looseObject({id: z.string(), text: z.string(), reason: z.string()});

const edition = z.looseObject({
  format: z.literal(editionFormat),
  publication: z.string(),
  period: z.string(),
  title: z.string(),
  language: z.string(),
  date: dayShape,
  scope: scopeShape,
  previous: z.looseObject({period: z.string(), sums}).nullable(),
  announced: z.looseObject({date: dayShape, publishOn: dayShape.nullable(), sums}).nullable(),
  /** Of every report the last erratum that there was: so none of those before can be taken away unseen. Editions of before have none. */
  errata: z.array(z.looseObject({period: z.string(), number: z.number().int().min(1), sums})).optional(),
  /** The list of keys as it was, from its beginning: lines are only ever added. */
  keys: z.looseObject({bytes: z.number().int().min(0), sha256: sums}).optional(),
  accepted: z.array(accepted),
  basis: basisShape,
});

/** What is needed to know where in the chain an edition stands. */
const chained = edition.pick({format: true, period: true, date: true, previous: true});

const erratum = z.looseObject({
  format: z.literal(editionFormat),
  publication: z.string(),
  period: z.string(),
  number: z.number().int().min(1),
  date: dayShape,
  kind: z.enum(["correction", "revision"]),
  reason: z.string(),
  edition: z.looseObject({sums}).nullable(),
  previous: z.looseObject({number: z.number(), sums}).nullable(),
  causes: z.array(z.looseObject({kind: z.string(), text: z.string()})),
  figures: z.array(
    z.looseObject({
      ...{key: z.string(), group: z.string(), id: z.string(), label: z.string(), span: z.string()},
      cell: z.looseObject({row: z.string(), column: z.string()}).nullable(),
      ...{decimals: z.number(), before: value, after: value},
      causes: z.array(z.number().int()),
    }),
  ),
  summary: z.looseObject({isChanged: z.boolean(), before: z.array(z.string()), after: z.array(z.string())}),
  basis: basisShape,
});

const judged = z.looseObject({
  timeZone: z.string(),
  rules: z.array(z.looseObject({months: z.array(z.string()), settings: z.record(z.string(), z.unknown())})),
  documents: z.record(z.string(), z.unknown()),
  tables: z.record(z.string(), z.string()),
});

const announcement = z.looseObject({
  format: z.literal(editionFormat),
  publication: z.string(),
  period: z.string(),
  date: dayShape,
  publishOn: dayShape.nullable(),
  methodology: z.looseObject({name: z.string(), sha256: sums, judgedBy: judged}),
  readUntil: dayShape.nullable(),
});

/** What an edition says of itself: `edition.json`. */
export type EditionRecord = z.output<typeof edition>;

/** Where in the chain an edition stands. */
export type ChainedEdition = z.output<typeof chained>;

/** What was restated of a published report: `erratum.json`. */
export type ErratumRecord = z.output<typeof erratum>;

/** What was said before the figures were there: `announcement.json`. */
export type AnnouncementRecord = z.output<typeof announcement>;

/** Something that was accepted so that an edition could be published. */
export type AcceptedDoubt = z.output<typeof accepted>;

/** What kinds of erratum are there? */
export type ErratumKind = Exclude<RestatementKind, null>;

/** @throws {UserError} PUBLISHED_DAMAGED @param path Where the text stands. */
export function parseEdition(text: string, path: string): EditionRecord {
  return parse(edition, text, path, "no edition's record");
}

/** The same text, of which only the chain is looked at. @throws {UserError} PUBLISHED_DAMAGED @param path Where the text stands. */
export function parseChained(text: string, path: string): ChainedEdition {
  return parse(chained, text, path, "no edition's record");
}

/** @throws {UserError} PUBLISHED_DAMAGED @param path Where the text stands. */
export function parseErratum(text: string, path: string): ErratumRecord {
  return parse(erratum, text, path, "no erratum");
}

/** @throws {UserError} PUBLISHED_DAMAGED @param path Where the text stands. */
export function parseAnnouncement(text: string, path: string): AnnouncementRecord {
  return parse(announcement, text, path, "no announcement");
}

function parse<Shape extends z.ZodType>(shape: Shape, text: string, path: string, fault: string): z.output<Shape> {
  const json = parsedJson(text);
  const format = (json as {format?: unknown} | null | undefined)?.format;
  if (typeof format === "number" && format > editionFormat) {
    throw damaged("a newer Broadsheet has written the file", path, "read it with that one");
  }
  const result = shape.safeParse(json);
  if (result.success) return result.data;
  throw damaged(`the file is ${fault} that Broadsheet has written`, path);
}
