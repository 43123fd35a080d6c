import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {isDay} from "../../base/period.ts";
import {visible} from "../../base/text.ts";
import {notInFirst} from "../../ledger/cells/rank.ts";
import {addRows, type NewRow} from "../../ledger/import/add-rows.ts";
import {ledgerFolder} from "../../ledger/ledger.ts";
import {readRankList} from "../../ledger/rank-list.ts";
import {whileEdited} from "../../operations/store/hold.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {storeFromArgs} from "../from-args.ts";
import {additionText, tellRefusals} from "./added-rows.ts";

/** `broadsheet ranks import`: looks up our sites in a public list, and adds them to the book of ranks. */
export const runRanksImport: Run = async (args, environment) => {
  const [file = ""] = args.words;
  const list = needed(args, "list", 'write it like --list "tranco 4KLX"');
  const date = needed(args, "date", "write it like --date 2005-12-31");
  if (!isDay(date)) {
    throw new UserError("PERIOD_UNREADABLE", `"${date}" is not a day`, "write it like 2005-12-31", "--date");
  }
  const store = storeFromArgs(args, environment);
  const {folder, config} = store.workspace;
  const {ours, others} = config.ranks;
  const names = [...new Set(ours === undefined ? others : [ours, ...others])];
  if (names.length === 0) {
    const help = "add a line like ranks: {ours: example.press, others: [other.example]}";
    throw new UserError("COMMAND_INCOMPLETE", "no site is named to look for", help, "broadsheet.yaml, ranks");
  }
  const talk = (text: string): void => {
    if (!isSet(args, "quiet")) environment.stderr.write(`${text}\n`);
  };
  const {ranks, length} = await readRankList(resolve(environment.cwd, file), file, names);
  const rows = names.map((name): NewRow => {
    const rank = String(ranks.get(name) ?? notInFirst(length));
    talk(`${visible(name)}  ${rank}`);
    return {cells: {list, date, name, rank}, bad: {}, placeOf: () => `${file}, ${name}`};
  });
  return tellRefusals(environment, async () => {
    const add = () => addRows(ledgerFolder(folder), "ranks", rows);
    talk(additionText(await whileEdited(store, "the ledger", environment, add), environment));
  });
};

function needed(args: ParsedArgs, option: string, help: string): string {
  const text = textOption(args, option)?.trim() ?? "";
  if (text === "") throw new UserError("COMMAND_INCOMPLETE", `the option --${option} is needed`, help, `--${option}`);
  return text;
}
