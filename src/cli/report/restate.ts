import {UserError} from "../../base/error.ts";
import {acceptRestatement, restatePeriods} from "../../operations/publish/restate.ts";
import {renderRestatement, restatementJson} from "../../render/views/restatement.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {isColored} from "../environment.ts";
import {storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet restate`: what moved of the figures that were published, and what moved it. */
export const runRestate: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const reason = reasonFromArgs(args);
  const store = storeFromArgs(args, environment);
  const found = await restatePeriods(store, args.words, {signal: environment.signal, site: textOption(args, "site")});
  if (reason !== null) await acceptRestatement(store, found, reason);
  const {stdout} = environment;
  const options = {width: stdout.columns ?? 80, color: isColored(stdout, environment)};
  stdout.write(
    format === "json" ? restatementJson(found) : renderRestatement(found, {...options, isAccepted: reason !== null}),
  );
  return 0;
};

/** Why figures are restated; null where what moved is only to be shown. */
function reasonFromArgs(args: ParsedArgs): string | null {
  const reason = textOption(args, "reason")?.trim() ?? "";
  const isAccepted = isSet(args, "accept");
  if (isAccepted && reason !== "") return reason;
  if (!isAccepted && reason === "") return null;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    isAccepted
      ? "figures are restated for a reason, and none was given"
      : "--reason says something only beside --accept",
    'write it like broadsheet restate 2005-H2 --accept --reason "the blacklist was short"',
  );
}
