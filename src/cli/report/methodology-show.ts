import {hashMethodology, resolveMethodology} from "../../methodology/resolve.ts";
import {ruleValues} from "../../methodology/rule-values.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import {methodologyJson, renderMethodology, type ShownRules} from "../../render/views/methodology.ts";
import type {Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet methodology show`: what every setting of the rules holds, with the defaults filled in. */
export const runMethodologyShow: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const {workspace} = storeFromArgs(args, environment);
  const {config, folder, key} = workspace;
  const methodology = resolveMethodology(workspace);
  const {aliasesSha256, naming} = readHoldings(config, folder);
  const stretches =
    methodology.stretches.length === 0 ? [{from: null, until: null, methodology}] : methodology.stretches;
  const shown = stretches.map(({from, until, methodology: rules}): ShownRules => {
    return {
      from,
      until,
      sha256: hashMethodology(rules, {aliasesSha256, naming, key}),
      settings: {
        ...ruleValues(rules),
        "documents.query": {shown: config.documents.query, said: ""},
        "documents.trailingSlash": {shown: config.documents.trailingSlash, said: ""},
        "documents.case": {shown: config.documents.case, said: ""},
      },
    };
  });
  const {stdout} = environment;
  stdout.write(format === "json" ? methodologyJson(shown) : renderMethodology(shown, stdout.columns ?? 80));
  return 0;
};
