import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {checkTimeZone} from "../../operations/field-faults.ts";
import {makeWorkspace} from "../../workspace/make-workspace.ts";
import {schemaName, shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import type {InitPlan} from "./ask-init.ts";
import {settingsSchema} from "./settings-schema.ts";

/** `broadsheet init`: makes a workspace; asks on a terminal for what was not given, and takes a first look at the logs. */
export const runInit: Run = async (args, environment) => {
  const folder = resolve(environment.cwd, textOption(args, "folder") ?? ".", args.words[0] ?? ".");
  const plan = await planFor(args, folder, environment);
  if (plan.publication.trim() === "") {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "the publication has no name",
      'write it like --publication "The Example Press"',
      "--publication",
    );
  }
  checkTimeZone(plan.timeZone);
  makeWorkspace(folder, configText(plan), {[schemaName]: readFileSync(settingsSchema, "utf8")});
  const place = shortPath(folder, environment.cwd);
  const say = (text: string): void => {
    if (!isSet(args, "quiet")) environment.stderr.write(`${`Made a workspace in ${place}. ${text}`.trimEnd()}\n`);
  };
  if (plan.isRead) {
    say("");
    return (await import("./first-look.ts")).takeFirstLook(folder, environment);
  }
  const next = folder === environment.cwd ? "broadsheet ingest" : `cd ${place} && broadsheet ingest`;
  say(plan.logs === "logs" ? `Put logs into its folder logs, then: ${next}` : `Then: ${next}`);
  return 0;
};

async function planFor(args: ParsedArgs, folder: string, {stdin, stdout, cwd}: Environment): Promise<InitPlan> {
  const given = {publication: textOption(args, "publication"), timeZone: textOption(args, "timeZone")};
  if (stdin.isTTY && stdout.isTTY && !isSet(args, "yes")) {
    return (await import("./ask-init.ts")).askForInit(given, folder, cwd);
  }
  const {publication = basename(folder), timeZone = "UTC"} = given;
  return {publication, timeZone, logs: "logs", isRead: false};
}

function configText({publication, timeZone, logs}: InitPlan): string {
  return `# yaml-language-server: $schema=${schemaName}
# What Broadsheet knows of the publication. Every setting: broadsheet help configuration
publication: ${JSON.stringify(publication)}
timeZone: ${timeZone}                       # where days and months are cut
logs: ${`[${asYaml(logs)}]`.padEnd(29)} # what \`broadsheet ingest\` reads when no file is named

methodology:
  extends: central-task
  developers: []                    # addresses, networks and host names: [192.0.2.10, 198.51.100.0/24]
  blacklist: blacklist.csv          # who is no reader, and who is: broadsheet review
  heavyReaders: { documents: 1000 } # add months: 2005-07..2005-08 to limit the rule; false switches it off
`;
}

/** A path as YAML takes it in a list. */
function asYaml(path: string): string {
  return /^[\w/.*-]+$/.test(path) && !path.startsWith("*") ? path : JSON.stringify(path);
}
