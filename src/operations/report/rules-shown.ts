import {hashMethodology, resolveMethodology} from "../../methodology/resolve.ts";
import {ruleValues} from "../../methodology/rule-values.ts";
import {readHoldings} from "../../methodology/site/site.ts";
import type {ShownRules} from "../../report/shown-rules.ts";
import type {Workspace} from "../../workspace/workspace.ts";

/** What does every setting of a workspace's rules hold, with the defaults filled in? Who is on a list is not told. */
export function rulesShown(workspace: Workspace): ShownRules[] {
  const {config, folder, key} = workspace;
  const methodology = resolveMethodology(workspace);
  const {aliasesSha256, naming} = readHoldings(config, folder);
  const stretches =
    methodology.stretches.length === 0 ? [{from: null, until: null, methodology}] : methodology.stretches;
  return stretches.map(({from, until, methodology: rules}) => ({
    from,
    until,
    sha256: hashMethodology(rules, {aliasesSha256, naming, key}),
    settings: {
      ...ruleValues(rules),
      "documents.query": {shown: config.documents.query, said: ""},
      "documents.trailingSlash": {shown: config.documents.trailingSlash, said: ""},
      "documents.case": {shown: config.documents.case, said: ""},
    },
  }));
}
