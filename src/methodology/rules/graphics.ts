import {extensionOf} from "../../base/paths/endings.ts";
import {message} from "../../base/words/message.ts";
import type {Rule} from "./rule.ts";

/** A picture comes along with a document; a reader did not ask for it by itself. */
export const graphics: Rule = {
  id: "graphics",
  label: message("verdict.graphics"),
  setting: "graphics",
  explain: () => "",
  fitsPath: ({path, content}, {graphics: extensions}) =>
    content === null ? extensions.has(extensionOf(path)) : content === "graphics",
};
