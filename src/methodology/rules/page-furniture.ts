import {message} from "../../base/words/message.ts";
import {isKnownFurniture} from "../furniture/match.ts";
import {fitsByPath} from "./path-match.ts";
import type {Rule} from "./rule.ts";

/** Styles, scripts, fonts and feeds: what programs fetch so that a document can be shown. */
export const pageFurniture: Rule = {
  id: "page-furniture",
  label: message("verdict.page-furniture"),
  setting: "pageFurniture",
  explain: ({pageFurniture: {known}}) =>
    known.groups.size === 0
      ? message("styles-scripts-fonts-feeds")
      : message("styles-scripts-fonts-feeds-known", {version: known.version}),
  fitsPath: (asked, {pageFurniture}) =>
    asked.content === "furniture" ||
    fitsByPath(asked, pageFurniture) ||
    isKnownFurniture(asked, pageFurniture.known.groups),
};
