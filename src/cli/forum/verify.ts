import type {LogFinding} from "../../accounts/log.ts";
import {printJson} from "../../base/json.ts";
import {plural} from "../../base/text.ts";
import {forumLogFault} from "../../operations/forum/log-fault.ts";
import {withForum} from "../../operations/forum/open.ts";
import type {Run} from "../command.ts";
import {formatFromArgs} from "../text-or-json.ts";
import {forumPlaceFromArgs} from "./place.ts";

/** `broadsheet forum verify`: is the moderation log still what was written? */
export const runForumVerify: Run = async (args, environment) => {
  const format = formatFromArgs(args);
  const finding: LogFinding = await withForum(forumPlaceFromArgs(args, environment), {isFirst: false}, (forum) =>
    forum.log.verify(),
  );
  if (finding.found !== "whole") throw forumLogFault(finding);
  const {rows, head} = finding;
  environment.stdout.write(
    format === "json"
      ? printJson({rows, head})
      : `The moderation log is whole: ${plural(rows, "row", "rows")}.\n\n${head}\n\nis the hash of the last. It stands in the foot of the forum's pages, too: whoever kept it sees that no row before it was changed.\n`,
  );
  return 0;
};
