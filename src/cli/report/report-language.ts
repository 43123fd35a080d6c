import {UserError} from "../../base/error.ts";
import {nearest} from "../../base/nearest.ts";
import type {Labels} from "../../base/words/labels.ts";
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

/**
 * Does every label of a section or an outside place have one that the settings name?
 *
 * @param measures The ids of the measures from logs.
 * @throws {UserError} CONFIG_REFUSED
 */
export function checkLabels(labels: Labels, measures: readonly string[]): void {
  const named = Object.keys(labels).flatMap((id) => /^measure\.((?:section-readers|sent-to):.+)$/.exec(id)?.[1] ?? []);
  const unknown = named.find((id) => !id.endsWith(":NAME") && !measures.includes(id));
  if (unknown === undefined) return;
  const known = measures.filter((id) => id.includes(":"));
  const near = nearest(unknown, known);
  throw new UserError(
    "CONFIG_REFUSED",
    `labels.${unknown} is no measure: ${known.length === 0 ? "no section or outside place is named" : `there are ${known.join(", ")}`}`,
    near === null ? "check sections and sentTo" : `write ${near}`,
    "broadsheet.yaml",
  );
}
