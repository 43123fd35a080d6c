import {visible} from "../../base/text.ts";
import type {EditionDoubt} from "../../publish/edition/doubts.ts";
import {examineEdition} from "../../publish/edition/examine.ts";
import {type EditionRequest, publishEdition} from "../../publish/edition/publish.ts";
import {isSet, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {dateFromArgs, storeFromArgs} from "../from-args.ts";
import {languageFromArgs} from "../report/report-language.ts";
import {tellMissing} from "../report/scope-from-args.ts";

/** `broadsheet publish`: an edition of a period, sealed and signed. */
export const runPublish: Run = async (args, environment) => {
  const store = storeFromArgs(args, environment);
  const {signal} = environment;
  const tables = textOption(args, "tables");
  const wanted = {
    period: args.words[0]!,
    date: dateFromArgs(args),
    tables,
    compare: textOption(args, "compare"),
    language: languageFromArgs(args),
    hasRanges: isSet(args, "ranges"),
  };
  if (isSet(args, "dryRun")) {
    const {doubts} = await examineEdition(store, wanted, {signal});
    const told = doubts.length === 0 ? ["Nothing is doubtful."] : doubts.map(({text}) => `Doubtful: ${visible(text)}`);
    environment.stdout.write(`${told.join("\n")}\n`);
    return doubts.length === 0 ? 0 : 3;
  }
  const {period, date, folder, accepted, key, report} = await publishEdition(
    store,
    {...wanted, accept: textOption(args, "accept"), ask: askOn(environment)},
    {signal},
  );
  tellMissing(report, {tables, date: null}, store.workspace.config, environment);
  if (isSet(args, "quiet")) return 0;
  const {stdout} = environment;
  // A reason is for what is doubtful, and stands with it.
  const isReasonLeft = textOption(args, "accept") !== undefined && (folder === null || accepted.length === 0);
  if (folder === null) {
    const left = isReasonLeft ? " The reason for accepting is not kept: an edition stays as it is.\n" : "\n";
    stdout.write(`${period} was published on ${date}; its figures are the same.${left}`);
    return 0;
  }
  if (isReasonLeft) stdout.write("Nothing was doubtful: the reason for accepting is not kept.\n");
  const told = accepted.map(({text}) => `Accepted: ${visible(text)}\n`);
  stdout.write(`${told.join("")}Published: ${folder}\nSigned, to be checked with the key ${key}\n`);
  return 0;
};

/** Asks on a terminal for the reason why what is doubtful is published; elsewhere nobody can be asked. */
function askOn({stdin, stdout, stderr}: Environment): NonNullable<EditionRequest["ask"]> | null {
  if (!stdin.isTTY || !stdout.isTTY) return null;
  return async (doubts: readonly EditionDoubt[]) => {
    const {text, isCancel} = await import("@clack/prompts");
    for (const doubt of doubts) stderr.write(`${visible(doubt.text)}\n`);
    const answer = await text({message: "Why is it published all the same? Leave it empty to publish nothing."});
    return isCancel(answer) ? null : (answer ?? "");
  };
}
