import {z} from "zod";
import {ruleVersionsOf} from "../../../publish/site/rule-versions.ts";
import {defineRoute} from "../route.ts";
import {jsonAnswer} from "./json.ts";
import {countedBy, countedByShape, versionAsJson} from "./shapes.ts";

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
    // By a beginning of the hash, too, where that is of one set of rules alone.
    const [version, ...others] = ruleVersionsOf(site.archive.editions).filter(({about}) => {
      return about.sha256.startsWith(sha256);
    });
    if (version === undefined || others.length > 0) return null;
    const {about, settings} = version;
    return jsonAnswer({
      ...versionAsJson(version),
      robotLists: about.robotLists,
      settings: settings && Object.fromEntries(Object.entries(settings).map(([name, {shown}]) => [name, shown])),
    });
  },
});
