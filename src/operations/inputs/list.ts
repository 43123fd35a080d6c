import {advise} from "../../base/advice.ts";
import {UserError} from "../../base/error.ts";
import {periodOf} from "../../base/period.ts";
import {visible} from "../../base/text.ts";
import {dayAt} from "../../base/zone.ts";
import type {ReadingSettings} from "../../intake/line/plan.ts";
import type {InputRow} from "../../workspace/catalogue/catalogue.ts";
import {isReadByOlderSettings, type ToldReading, toldReading} from "./reading.ts";

/** An input that was read, as a person is told of it. */
export interface ListedInput extends Omit<InputRow, "reading"> {
  /** `YYYY-MM-DD`, in the publication's time zone; null without a request. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** From its first request's to its last's; there may be some between that it has none of. */
  readonly months: readonly string[];
  /** Null where an earlier Broadsheet read it. */
  readonly reading: ToldReading | null;
  /** Do the settings say now that it is to be read otherwise? */
  readonly isByOlderSettings: boolean;
}

/** Every input with its days and months, and how it was read. @param settings As they are now. */
export function listInputs(inputs: readonly InputRow[], timeZone: string, settings: ReadingSettings): ListedInput[] {
  return inputs.map((input) => {
    const [firstDay, lastDay] = [input.firstSecond, input.lastSecond].map((second) => {
      return second === null ? null : dayAt(second * 1000, timeZone);
    }) as [string | null, string | null];
    const months = firstDay === null ? [] : periodOf(firstDay.slice(0, 7), lastDay!.slice(0, 7)).months;
    const isByOlderSettings = isReadByOlderSettings(input, settings);
    return {...input, firstDay, lastDay, months, reading: toldReading(input), isByOlderSettings};
  });
}

/** Fewer digits of a hash name nothing: a file may be called `cafe`. */
const leastDigits = 6;

/** So many digits of a hash are shown, and tell inputs apart. */
export const shownDigits = 12;

/**
 * Which inputs do the words name? By the name that they were read under, or by the first digits of their hash.
 *
 * @throws {UserError} INPUT_UNKNOWN where a word names none, or several.
 */
export function inputsNamed(words: readonly string[], inputs: readonly InputRow[]): InputRow[] {
  return [...new Set(words.map((word) => inputNamed(word, inputs)))];
}

/** Does the word name the input? */
export function isNamedBy(word: string, {name, sha256}: InputRow): boolean {
  return name === word || (word.length >= leastDigits && /^[0-9a-f]+$/.test(word) && sha256.startsWith(word));
}

function inputNamed(word: string, inputs: readonly InputRow[]): InputRow {
  const found = inputs.filter((input) => isNamedBy(word, input));
  const [only, other] = found;
  if (only && !other) return only;
  throw new UserError(
    "INPUT_UNKNOWN",
    only ? `${found.length} inputs are named ${visible(word)}` : `no input was read that is named ${visible(word)}`,
    only
      ? `name one by its hash: ${found.map(({sha256}) => sha256.slice(0, shownDigits)).join(", ")}`
      : advise("list-inputs"),
    visible(word),
  );
}
