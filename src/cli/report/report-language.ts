import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import {type LanguageId, languageIds, languages} from "../../base/words/language.ts";
import {type ParsedArgs, textOption} from "../command.ts";

/**
 * Which language was asked for? Undefined where none was.
 *
 * @throws {UserError} COMMAND_UNKNOWN
 */
export function languageFromArgs(args: ParsedArgs): LanguageId | undefined {
  const text = textOption(args, "language");
  const known = languageIds.find((id) => id === text);
  if (text === undefined || known !== undefined) return known;
  const named = languageIds.find((id) => languages[id].name.toLowerCase() === text.toLowerCase());
  // `zh-Hans` and `es-MX` are written by who knows the tags.
  const begun = languageIds.find((id) => text.toLowerCase().startsWith(`${id}-`));
  const near = named ?? begun ?? nearest(text, languageIds);
  throw new UserError(
    "COMMAND_UNKNOWN",
    `there is no report in the language "${text}"`,
    near === null ? `name one of ${languageIds.join(", ")}` : `write ${near}`,
    "--language",
  );
}
