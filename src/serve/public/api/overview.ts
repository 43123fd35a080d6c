import {z} from "zod";
import {latestEdition} from "../../../publish/site/site.ts";
import {defineRoute} from "../route.ts";
import {jsonAnswer} from "./json.ts";

/** What the API is about, and where to begin. */
export const overviewRoute = defineRoute({
  ...{id: "getOverview", kind: "api", path: "/api/v1", who: "everybody"},
  purpose: "whose archive it is, what is in it, and where the rest of the API is",
  params: z.object({}),
  query: z.object({}),
  answer: z.strictObject({
    publication: z.string(),
    language: z.string(),
    version: z.literal(1).describe("of the API: within it, things are added and nothing is changed or taken away"),
    broadsheet: z.string(),
    editions: z.number().int(),
    figures: z.number().int(),
    errata: z.number().int(),
    latest: z.string().nullable().describe("the edition that was published last"),
    key: z.string().nullable().describe("the public key that signs now"),
    links: z.record(z.string(), z.string()).describe("from this address"),
  }),
  carryOut: ({site}) => {
    const {publication, words, broadsheet, archive, series} = site;
    return jsonAnswer({
      publication,
      language: words.language.tag,
      version: 1,
      broadsheet,
      editions: archive.editions.length,
      figures: series.length,
      errata: archive.editions.reduce((sum, {errata}) => sum + errata.length, 0),
      latest: latestEdition(site)?.period ?? null,
      key: archive.keys?.all.at(-1)?.key ?? null,
      links: {
        figures: "v1/figures",
        tables: "v1/tables",
        editions: "v1/editions",
        errata: "v1/errata",
        methodology: "v1/methodology",
        description: "v1/openapi.json",
        archive: "../",
      },
    });
  },
});
