import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {joinAnd, plural} from "../../base/text.ts";
import {foreignForums, type ImportSummary, importForum} from "../../operations/forum/import.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {forumPlaceFromArgs} from "./place.ts";

/** `broadsheet forum import`: threads from an export of a forum. */
export const runForumImport: Run = async (args, environment) => {
  const from = fromArgs(args);
  const section = textOption(args, "section");
  if (section !== undefined && from === undefined) {
    throw new UserError("COMMAND_INCOMPLETE", "an export of this forum has its own sections", "leave --section out", {
      field: "section",
    });
  }
  const path = resolve(environment.cwd, args.words[0]!);
  const taken = await importForum(forumPlaceFromArgs(args, environment), {path, from, section});
  if (!isSet(args, "quiet")) environment.stdout.write(told(taken, from));
  return 0;
};

function fromArgs(args: ParsedArgs): (typeof foreignForums)[number] | undefined {
  const typed = textOption(args, "from");
  const from = foreignForums.find((one) => one === typed);
  if (typed === undefined || from !== undefined) return from;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    `forums of "${typed}" cannot be taken in`,
    `name ${foreignForums.join(" or ")}`,
    {field: "from"},
  );
}

const whys = {
  private: "private or not for everybody",
  hidden: "hidden or not approved",
  deleted: "deleted",
  system: "written by the forum itself",
  empty: "without a text",
  unreadable: "not readable",
  incomplete: "not in the file, which has a part of its thread alone",
} as const;

function told({threads, posts, rows, leftOut}: ImportSummary, from: string | undefined): string {
  const log = from === undefined ? `, with ${plural(rows, "row", "rows")} of the moderation log, which holds` : "";
  const missing = [...leftOut].sort(([a], [b]) => (a < b ? -1 : 1)).map(([why, count]) => `${count} ${whys[why]}`);
  const left = missing.length === 0 ? "" : `Left out, threads and posts together: ${joinAnd(missing)}.\n`;
  return `Took in ${plural(threads, "thread", "threads")} with ${plural(posts, "post", "posts")}${log}.\n${left}`;
}
