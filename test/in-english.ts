import {type Translated, translate} from "../src/base/words/translate.ts";
import {Translator} from "../src/base/words/translator.ts";

/** What says things in English, with no labels of a publisher's own. */
export const english = new Translator("en");

/** The data as an English report has it. */
export function inEnglish<Data>(data: Data): Translated<Data> {
  return translate(data, english);
}
