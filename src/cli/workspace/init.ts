import {readFileSync} from "node:fs";
import {basename, resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {isTimeZone} from "../../base/zone.ts";
import {checkTimeZone} from "../../operations/field-faults.ts";
import {makeWorkspace} from "../../workspace/make-workspace.ts";
import {schemaName, shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import type {Environment} from "../environment.ts";
import {settingsSchema} from "./settings-schema.ts";

/** `broadsheet init`: makes a workspace; asks on a terminal for what was not given. */
export const runInit: Run = async (args, environment) => {
  const folder = resolve(environment.cwd, textOption(args, "folder") ?? ".", args.words[0] ?? ".");
  const answers = await answersFor(args, basename(folder), environment);
  if (answers.publication.trim() === "") {
    throw new UserError(
      "COMMAND_INCOMPLETE",
      "the publication has no name",
      'write it like --publication "The Example Press"',
      "--publication",
    );
  }
  checkTimeZone(answers.timeZone);
  makeWorkspace(folder, configText(answers), {[schemaName]: readFileSync(settingsSchema, "utf8")});
  if (!isSet(args, "quiet")) {
    const next =
      folder === environment.cwd
        ? "broadsheet ingest"
        : `cd ${shortPath(folder, environment.cwd)} && broadsheet ingest`;
    environment.stderr.write(
      `Made a workspace in ${shortPath(folder, environment.cwd)}. Put logs into its folder logs, then: ${next}\n`,
    );
  }
  return 0;
};

interface Answers {
  readonly publication: string;
  readonly timeZone: string;
}

async function answersFor(args: ParsedArgs, name: string, {stdin, stdout}: Environment): Promise<Answers> {
  const given = {publication: textOption(args, "publication"), timeZone: textOption(args, "timeZone")};
  const standard = {publication: name, timeZone: "UTC"};
  if (!stdin.isTTY || !stdout.isTTY || isSet(args, "yes")) {
    return {publication: given.publication ?? standard.publication, timeZone: given.timeZone ?? standard.timeZone};
  }
  const {isCancel, text} = await import("@clack/prompts");
  const ask = async (
    message: string,
    initialValue: string,
    validate: (value: string | undefined) => string | undefined,
  ) => {
    const answer = await text({message, initialValue, validate});
    if (isCancel(answer))
      throw new UserError("COMMAND_INCOMPLETE", "no workspace was made", "run broadsheet init again");
    return answer;
  };
  return {
    publication:
      given.publication ??
      (await ask("What is the publication called?", standard.publication, (value) =>
        value?.trim() ? undefined : "It needs a name",
      )),
    timeZone:
      given.timeZone ??
      (await ask("In which time zone does its day begin?", standard.timeZone, (value) =>
        value && isTimeZone(value) ? undefined : "A time zone is written like UTC or Europe/Paris",
      )),
  };
}

function configText({publication, timeZone}: Answers): string {
  return `# yaml-language-server: $schema=${schemaName}
# What Broadsheet knows of the publication. Every setting: broadsheet help configuration
publication: ${JSON.stringify(publication)}
timeZone: ${timeZone}                       # where days and months are cut
logs: [logs]                        # what \`broadsheet ingest\` reads when no file is named

methodology:
  extends: central-task
  developers: []                    # addresses, networks and host names: [192.0.2.10, 198.51.100.0/24]
  blacklist: blacklist.csv          # who is no reader, and who is: broadsheet review
  heavyReaders: { documents: 1000 } # add months: 2005-07..2005-08 to limit the rule; false switches it off
`;
}
