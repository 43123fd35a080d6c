import {plural} from "../../base/text.ts";
import {hasForum} from "../../forum/forum.ts";
import {forumFolder} from "../../forum/store.ts";
import {forumLogFault} from "../forum/log-fault.ts";
import {readForum} from "../forum/read.ts";
import type {WorkspaceCheck} from "./check.ts";
import {checkFault, tryOut} from "./found.ts";

/** Can the forum be read, its owner alone, and is its moderation log what was written? */
export const forumCheck: WorkspaceCheck = {
  name: "forum",
  look: ({folder, now}) => {
    const own = forumFolder(folder);
    if (!hasForum(own)) return {text: "none", faults: []};
    const {value, fault} = tryOut(
      () =>
        readForum(
          own,
          () => now,
          (forum) => ({finding: forum.log.verify(), waiting: forum.queueCount()}),
        ),
      own,
    );
    if (value === null) return {text: "not what was written", faults: fault === null ? [] : [fault]};
    const {finding, waiting} = value;
    if (finding.found !== "whole")
      return {text: "its log is not what was written", faults: [checkFault(forumLogFault(finding), own)]};
    const waits = waiting === 0 ? "nothing waits" : `${plural(waiting, "thing waits", "things wait")} for a moderator`;
    return {text: `its log is whole, ${plural(finding.rows, "row", "rows")}; ${waits}`, faults: []};
  },
};
