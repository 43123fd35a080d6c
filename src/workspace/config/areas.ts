import {z} from "zod";
import {patternFault} from "../../base/paths/pattern.ts";

const name = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be a short name in lower case, like bookshop");
const paths = z
  .union([z.string(), z.array(z.string()).min(1)], {error: "must be a path that begins with /, or a list of such"})
  .superRefine((given, context) => {
    for (const [place, text] of [given].flat().entries()) {
      const fault = patternFault(text, {plain: "under"});
      if (fault === null) continue;
      const path = typeof given === "string" ? [] : [place];
      context.addIssue({code: "custom", message: fault.what, params: {help: fault.help}, path});
    }
  })
  .transform((given) => [given].flat());

/** Parts of a site by names, and the paths that make them up. */
export const areasSetting = z.record(name, paths);
