import {type Told, tellAll} from "../src/base/words/told.ts";
import {Words} from "../src/base/words/words.ts";

/** What says things in English, with no labels of a publisher's own. */
export const english = new Words("en");

/** The data as an English report has it. */
export function inEnglish<Data>(data: Data): Told<Data> {
  return tellAll(data, english);
}
