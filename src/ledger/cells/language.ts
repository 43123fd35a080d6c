import type {Cell} from "../../workspace/sheet/cell.ts";
import {languageCell} from "../../workspace/sheet/language-cell.ts";

/** A BCP 47 tag in its canonical form; never empty. */
export const knownLanguageCell: Cell<string> = languageCell.transform((tag, context) => {
  if (tag !== null) return tag;
  context.addIssue({code: "custom", message: "the cell is empty", params: {help: "write it like zh, fr or pt-BR"}});
  return "";
});
