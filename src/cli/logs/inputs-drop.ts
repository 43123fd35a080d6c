import {UserError} from "../../base/error.ts";
import {visible} from "../../base/text.ts";
import {dropFromStore, planDrop} from "../../operations/inputs/drop-from-store.ts";
import {renderDropped, renderForecast, renderSharedDrop} from "../../render/views/drop-forecast.ts";
import {isSet, type Run} from "../command.ts";
import {confirmOn} from "../confirm.ts";
import {holdingFromArgs, storeFromArgs} from "../from-args.ts";

/** `broadsheet inputs drop`: takes out what was read. */
export const runInputsDrop: Run = async (args, environment) => {
  const {stdout, stderr} = environment;
  const store = storeFromArgs(args, environment);
  // Before the workspace is held: a question may wait for its answer for long.
  const plan = await planDrop(store, args.words);
  const [isQuiet, isMeant] = [isSet(args, "quiet"), isSet(args, "yes")];
  // What is out needs nobody's word any more.
  if (plan.forecast.inputs.length > 0) {
    if (!isQuiet || !isMeant) stderr.write(`${renderForecast(plan.forecast).join("\n")}\n`);
    if (!isMeant && !(await confirmOn(environment)?.("Take it out?"))) throw notMeant();
  }
  const {forecast, before, isDeleted} = await dropFromStore(store, plan, holdingFromArgs(args, environment));
  const text = isDeleted === null ? renderDropped(forecast) : renderSharedDrop(forecast, {before, isDeleted});
  const told = [
    ...(forecast.inputs.length > 0 || plan.unread.length === 0 ? [text] : []),
    ...plan.unread.map((name) => `No report says any more that ${visible(name)} could not be read.`),
  ];
  if (!isQuiet) stdout.write(`${told.join("\n")}\n`);
  return 0;
};

function notMeant(): UserError {
  return new UserError(
    "COMMAND_INCOMPLETE",
    "nothing was taken out: nobody said that it is meant",
    "say so with --yes",
    "--yes",
  );
}
