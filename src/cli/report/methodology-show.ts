import {rulesShown} from "../../operations/report/rules-shown.ts";
import {methodologyJson, renderMethodology} from "../../render/views/methodology.ts";
import type {Run} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet methodology show`: what every setting of the rules holds, with the defaults filled in. */
export const runMethodologyShow: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const shown = rulesShown(storeFromArgs(args, environment).workspace);
  const {stdout} = environment;
  stdout.write(format === "json" ? methodologyJson(shown) : renderMethodology(shown, stdout.columns ?? 80));
  return 0;
};
