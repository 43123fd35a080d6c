import {message} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";

/** Files that are taken home, for whoever counts them apart from documents; last of all, so that those of robots are robots'. */
export const apartDownloads: Rule = {
  id: "counted-apart",
  label: message("verdict.counted-apart"),
  setting: "downloads",
  isWanted: ({downloads}) => typeof downloads === "object" && downloads.apart === true,
  explain: () => message("files-taken-home"),
  fitsPath: (asked, {downloads}) => downloads?.apart === true && downloads.files.some((known) => known.fits(asked)),
};
