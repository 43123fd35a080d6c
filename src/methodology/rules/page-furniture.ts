import {message} from "../../base/words/message.ts";
import {extensionOf} from "../extension.ts";
import type {Rule} from "../rule.ts";

/** Styles, scripts, fonts and feeds: what programs fetch so that a document can be shown. */
export const pageFurniture: Rule = {
  id: "page-furniture",
  label: message("verdict.page-furniture"),
  explain: () => message("styles-scripts-fonts-feeds"),
  fitsPath: (path, {pageFurniture: {extensions, paths}}) =>
    extensions.has(extensionOf(path)) ||
    paths.some((known) => (known.endsWith("/") ? path.startsWith(known) : path === known)),
};
