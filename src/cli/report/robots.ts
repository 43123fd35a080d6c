import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {printJson} from "../../base/json.ts";
import {settingFor} from "../../methodology/robots/lists/own-list.ts";
import {readRobotList} from "../../methodology/robots/match.ts";
import {entryOf, listReplaced, listsInUse, previewRobotList} from "../../operations/report/robot-preview.ts";
import {previewJson, renderListsText, renderPreviewText} from "../../render/views/robot-preview.ts";
import {builtInLists, nameOfList, type RobotListSetting} from "../../workspace/config/robots.ts";
import type {Workspace} from "../../workspace/workspace.ts";
import {type ParsedArgs, type Run, textOption} from "../command.ts";
import {type Environment, isColored} from "../environment.ts";
import {periodFromArgs, storeFromArgs} from "../from-args.ts";
import {formatFromArgs} from "../text-or-json.ts";

/** `broadsheet robots`: the lists of robots in use, or what another would change. */
export const runRobots: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const preview = textOption(args, "preview");
  if (preview === undefined) checkNothingElse(args);
  const store = storeFromArgs(args, environment);
  const {workspace} = store;
  const {stdout} = environment;
  const width = stdout.columns ?? 80;
  if (preview === undefined) {
    const lists = listsInUse(workspace.config).map((setting) => entryOf(readRobotList(setting, workspace)));
    stdout.write(format === "json" ? printJson(lists) : renderListsText(lists, width));
    return 0;
  }
  const {taken, replaced} = listFromArgs(preview, args, workspace, environment);
  const asked = args.words[0];
  const period = asked === undefined ? null : periodFromArgs(asked, workspace.config.timeZone, environment);
  const found = await previewRobotList(store, {period, taken, replaced}, {signal: environment.signal});
  stdout.write(
    format === "json" ? previewJson(found) : renderPreviewText(found, {width, color: isColored(stdout, environment)}),
  );
  return 0;
};

function checkNothingElse(args: ParsedArgs): void {
  const named = ["name", "browsers"].find((name) => textOption(args, name) !== undefined);
  if (named === undefined && args.words.length === 0) return;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    `${named === undefined ? "a period" : `--${named}`} says something only beside --preview`,
    "write it like broadsheet robots --preview LIST 2005-H2",
  );
}

/** The list that was typed, and the one in use whose place it takes. */
function listFromArgs(
  preview: string,
  args: ParsedArgs,
  {config}: Workspace,
  {cwd}: Environment,
): {taken: RobotListSetting; replaced: RobotListSetting | null} {
  const name = textOption(args, "name") ?? null;
  const browsers = textOption(args, "browsers");
  const builtIn = name === null ? builtInLists.find((one) => one === preview) : undefined;
  const found =
    builtIn ?? settingFor(resolve(cwd, preview), name, browsers === undefined ? null : resolve(cwd, browsers));
  const replaced = listReplaced(found, listsInUse(config), {isNamed: name !== null});
  if (replaced === null || typeof found === "string") return {taken: found, replaced};
  return {taken: {...found, name: nameOfList(replaced)}, replaced};
}
