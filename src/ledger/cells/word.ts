import {nearest} from "../../base/nearest.ts";
import {type Cell, cell, quoted} from "../../workspace/sheet/cell.ts";

/** One of a few words, in any case. */
export function wordCell<const Word extends string>(words: readonly Word[]): Cell<Word> {
  return cell((text, refuse) => {
    const found = words.find((word) => word === text.toLowerCase());
    if (found !== undefined) return found;
    const near = nearest(text, words);
    const help = near === null ? `write one of ${words.join(", ")}` : `write ${near}`;
    return refuse(text === "" ? "the cell is empty" : `${quoted(text)} is not one of ${words.join(", ")}`, help);
  });
}
