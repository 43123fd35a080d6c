import {message} from "../../base/words/message.ts";
import type {RuleSettings} from "../../workspace/config/methodology.ts";
import {isApart} from "../media/retrieved.ts";
import type {Rule} from "./rule.ts";

/** Files that are taken home, for whoever counts them apart from documents; last of all, so that those of robots are robots'. */
export const countedApart: Rule = {
  id: "counted-apart",
  label: message("verdict.counted-apart"),
  setting: "downloads",
  isWanted: ({downloads, listening}) => saysApart(downloads) || saysApart(listening),
  explain: () => message("files-taken-home"),
  fitsPath: isApart,
};

function saysApart(setting: RuleSettings["downloads"] | RuleSettings["listening"]): boolean {
  return typeof setting === "object" && setting.apart === true;
}
