import {resolve} from "node:path";
import {UserError} from "../base/error.ts";
import {printJson} from "../base/json.ts";
import type {Period} from "../base/period.ts";
import {settingFor} from "../methodology/robots/lists/own-list.ts";
import {readRobotList} from "../methodology/robots/match.ts";
import {previewJson, renderListsText, renderPreviewText} from "../render/views/robot-preview.ts";
import {builtInLists, nameOfList, type RobotListSetting} from "../workspace/config/robots.ts";
import type {Workspace} from "../workspace/workspace.ts";
import {type Run, type Typed, textOption} from "./command.ts";
import {coveredPeriod} from "./covered.ts";
import type {Open} from "./judge-periods.ts";
import {periodTyped, withOpen, workspaceTyped} from "./open.ts";
import {isColored, type Outside} from "./outside.ts";
import {entryOf, listReplaced, listsInUse, previewRobots} from "./preview-robots.ts";
import {formatTyped} from "./text-or-json.ts";

/** `broadsheet robots`: the lists of robots in use, or what another would change. */
export const runRobots: Run = async (typed, outside) => {
  const format = formatTyped(typed);
  const preview = textOption(typed, "preview");
  if (preview === undefined) checkNothingElse(typed);
  const workspace = workspaceTyped(typed, outside);
  const {stdout} = outside;
  const width = stdout.columns ?? 80;
  if (preview === undefined) {
    const lists = listsInUse(workspace.config).map((setting) => entryOf(readRobotList(setting, workspace)));
    stdout.write(format === "json" ? printJson(lists) : renderListsText(lists, width));
    return 0;
  }
  const {taken, replaced} = listTyped(preview, typed, workspace, outside);
  const asked = typed.words[0];
  const period = asked === undefined ? null : periodTyped(asked, workspace.config.timeZone, outside);
  const found = await withOpen(workspace, (open) => previewRobots(open, period ?? wholePeriod(open), taken, replaced));
  stdout.write(
    format === "json" ? previewJson(found) : renderPreviewText(found, {width, color: isColored(stdout, outside)}),
  );
  return 0;
};

function checkNothingElse(typed: Typed): void {
  const named = ["name", "browsers"].find((name) => textOption(typed, name) !== undefined);
  if (named === undefined && typed.words.length === 0) return;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    `${named === undefined ? "a period" : `--${named}`} says something only beside --preview`,
    "write it like broadsheet robots --preview LIST 2005-H2",
  );
}

/** The list that was typed, and the one in use whose place it takes. */
function listTyped(
  preview: string,
  typed: Typed,
  {config}: Workspace,
  {cwd}: Outside,
): {taken: RobotListSetting; replaced: RobotListSetting | null} {
  const name = textOption(typed, "name") ?? null;
  const browsers = textOption(typed, "browsers");
  const builtIn = name === null ? builtInLists.find((one) => one === preview) : undefined;
  const found =
    builtIn ?? settingFor(resolve(cwd, preview), name, browsers === undefined ? null : resolve(cwd, browsers));
  const replaced = listReplaced(found, listsInUse(config), {isNamed: name !== null});
  if (replaced === null || typeof found === "string") return {taken: found, replaced};
  return {taken: {...found, name: nameOfList(replaced)}, replaced};
}

/** All months that have logs. */
function wholePeriod({workspace, catalogue}: Open): Period {
  const {timeZone} = workspace.config;
  const covered = coveredPeriod(catalogue, timeZone);
  if (covered) return covered;
  throw new UserError("PERIOD_EMPTY", "no logs were read into this workspace yet", "run broadsheet ingest FILE…");
}
