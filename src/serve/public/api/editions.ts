import {z} from "zod";
import type {ArchivedEdition} from "../../../publish/site/archive/archive.ts";
import {editionFile, relativeLink} from "../../../publish/site/paths.ts";
import {summaryInForce} from "../../../publish/site/site.ts";
import {defineRoute} from "../route.ts";
import {erratumAsJson, erratumShape} from "./errata.ts";
import {jsonAnswer} from "./json.ts";
import {nameShape} from "./shapes.ts";

const editionShape = z.strictObject({
  edition: z.string().describe("the name of its period"),
  months: z.array(z.string()),
  state: z.enum(["sealed", "kept", "older"]).describe("kept: without a seal; older: made by hand"),
  published: z.string().nullable(),
  sha256: z.string().nullable().describe("of its file of sums; null where it is not sealed"),
  errata: z.number().int(),
});

function editionAsJson({period, months, kind, date, sums, errata}: ArchivedEdition): z.output<typeof editionShape> {
  return {edition: period, months: [...months], state: kind, published: date, sha256: sums, errata: errata.length};
}

/** All editions. */
export const editionsRoute = defineRoute({
  ...{id: "listEditions", kind: "api", path: "/api/v1/editions", who: "everybody"},
  purpose: "every edition, the newest first",
  params: z.object({}),
  query: z.object({}),
  answer: z.strictObject({editions: z.array(editionShape)}),
  carryOut: ({site}) => jsonAnswer({editions: site.archive.editions.toReversed().map(editionAsJson)}),
});

const path = "/api/v1/editions/:edition";

/** One edition, with its files. */
export const editionRoute = defineRoute({
  ...{id: "getEdition", kind: "api", path, who: "everybody"},
  purpose: "one edition: its seal, its files, its sentences that matter most, and its errata",
  params: z.object({edition: nameShape}),
  query: z.object({}),
  answer: editionShape.extend({
    key: z
      .strictObject({key: z.string(), revokedOn: z.string().nullable()})
      .nullable()
      .describe("the public key that signed it, and since when it is not to be trusted"),
    previous: z.strictObject({edition: z.string(), sha256: z.string()}).nullable(),
    methodology: z.strictObject({name: z.string(), sha256: z.string()}).nullable(),
    summary: z.array(z.string()).describe("the sentences that matter most, after its errata"),
    isSummaryOutdated: z.boolean().describe("were figures put right by errata that did not keep the sentences?"),
    accepted: z.array(z.strictObject({id: z.string(), text: z.string(), reason: z.string()})),
    countersigned: z.array(z.strictObject({name: z.string(), date: z.string()})),
    errata: z.array(erratumShape),
    tables: z.array(z.strictObject({id: z.string(), title: z.string(), rows: z.number().int()})),
    files: z.array(
      z.strictObject({
        name: z.string(),
        bytes: z.number().int(),
        sha256: z.string(),
        href: z.string().describe("from this address"),
      }),
    ),
  }),
  carryOut: ({site, params: {edition}}) => {
    const of = site.archive.editions.find(({period}) => period === edition);
    if (of === undefined) return null;
    const {key, previous, report, accepted, countersigned, errata, files} = of;
    const {sentences, isOutdated} = summaryInForce(of);
    const revokedOn = site.archive.keys?.all.find((one) => one.key === key)?.revokedOn ?? null;
    const methodology = report?.methodology ?? null;
    return jsonAnswer({
      ...editionAsJson(of),
      key: key === null ? null : {key, revokedOn},
      previous: previous && {edition: previous.period, sha256: previous.sums},
      methodology: methodology && {name: methodology.name, sha256: methodology.sha256},
      summary: sentences,
      isSummaryOutdated: isOutdated,
      accepted: accepted.map(({id, text, reason}) => ({id, text, reason})),
      countersigned: countersigned.map(({name, date}) => ({name, date})),
      errata: errata.map(erratumAsJson),
      tables: report?.tables ?? [],
      files: files.map(({name, bytes, sha256}) => {
        return {name, bytes, sha256, href: relativeLink(path.slice(1), editionFile(edition, name))};
      }),
    });
  },
});
