import {message} from "../../base/words/message.ts";
import {isApart} from "../media/retrieved.ts";
import {fitsByPath} from "./path-match.ts";
import type {Rule} from "./rule.ts";

/** Files to take home, sound, pictures that move, answers to programs: for whoever counts pages and nothing else. */
export const notPages: Rule = {
  id: "not-pages",
  label: message("verdict.not-pages"),
  setting: "notPages",
  explain: () => message("files-sound-film-answers"),
  // What is counted apart from documents has a verdict of its own.
  fitsPath: (asked, methodology) => fitsByPath(asked, methodology.notPages) && !isApart(asked, methodology),
};
