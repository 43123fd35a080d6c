import {z} from "zod";
import type {ArchivedEdition} from "../../../publish/site/archive/archive.ts";
import {defineRoute} from "../route.ts";
import type {ServedSite} from "../served-site.ts";
import {jsonAnswer} from "./json.ts";
import {countedBy, countedByShape} from "./shapes.ts";

/** All rules that were counted by. */
export const methodologiesRoute = defineRoute({
  ...{id: "listMethodologies", kind: "api", path: "/api/v1/methodology", who: "everybody"},
  purpose: "every set of rules that editions were counted by, in the order of publication",
  params: z.object({}),
  query: z.object({}),
  answer: z.strictObject({methodologies: z.array(countedByShape)}),
  carryOut: ({site}) => jsonAnswer({methodologies: countedBy(site.archive.editions)}),
});

/** One set of rules. */
export const methodologyRoute = defineRoute({
  ...{id: "getMethodology", kind: "api", path: "/api/v1/methodology/:sha256", who: "everybody"},
  purpose: "one set of rules: its settings, and its lists of robots",
  params: z.object({sha256: z.string().regex(/^[0-9a-f]{8,64}$/)}),
  query: z.object({}),
  answer: countedByShape.extend({
    robotLists: z.array(z.strictObject({name: z.string(), version: z.string(), sha256: z.string()})),
    settings: z
      .record(z.string(), z.union([z.string(), z.array(z.string())]))
      .nullable()
      .describe("of the last month of its last edition; null where no edition says"),
  }),
  carryOut: ({site, params: {sha256}}) => {
    const editions = editionsBy(site, sha256);
    const [about] = countedBy(editions);
    if (about === undefined) return null;
    const {methodology, rules} = editions.at(-1)!.report!;
    const settings = rules?.at(-1)?.settings ?? null;
    return jsonAnswer({
      ...about,
      robotLists: methodology!.robotLists,
      settings: settings && Object.fromEntries(Object.entries(settings).map(([name, {shown}]) => [name, shown])),
    });
  },
});

/** Which editions were counted by the rules of that hash? By a beginning of it where that is of one set of rules alone. */
function editionsBy({archive: {editions}}: ServedSite, beginning: string): ArchivedEdition[] {
  const found = editions.filter(({report}) => report?.methodology?.sha256.startsWith(beginning) ?? false);
  return new Set(found.map(({report}) => report!.methodology!.sha256)).size === 1 ? found : [];
}
