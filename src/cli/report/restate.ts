import {restatePeriods} from "../../operations/publish/restate.ts";
import {renderRestatement, restatementJson} from "../../render/views/restatement.ts";
import type {Run} from "../command.ts";
import {isColored} from "../environment.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet restate`: what moved of the figures that were published, and what moved it. */
export const runRestate: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const store = storeFromArgs(args, environment);
  const found = await restatePeriods(store, args.words, {signal: environment.signal});
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(format === "json" ? restatementJson(found) : renderRestatement(found, {...options, isAccepted: false}));
  return 0;
};
