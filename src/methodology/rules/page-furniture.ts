import {message} from "../../base/words/message.ts";
import {fitsByPath} from "./path-match.ts";
import type {Rule} from "./rule.ts";

/** Styles, scripts, fonts and feeds: what programs fetch so that a document can be shown. */
export const pageFurniture: Rule = {
  id: "page-furniture",
  label: message("verdict.page-furniture"),
  setting: "pageFurniture",
  explain: () => message("styles-scripts-fonts-feeds"),
  fitsPath: (path, {pageFurniture: known}) => fitsByPath(path, known),
};
