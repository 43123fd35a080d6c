import {z} from "zod";
import {type Labels, labelMeant} from "../../base/words/labels.ts";
import {type LanguageId, languageIds} from "../../base/words/language.ts";

/** The publisher's own labels, kept by the ids that they are looked for by. */
const labels = z.record(z.string(), z.string().trim().min(1)).transform((given, context): Labels => {
  const meant = Object.entries(given).flatMap(([written, label]) => {
    const found = labelMeant(written);
    if ("id" in found) return [[found.id, label] as const];
    context.addIssue({code: "custom", path: [written], message: found.fault, params: {help: found.help}});
    return [];
  });
  return Object.fromEntries(meant);
});

/** The settings of what a report's words are. */
export const languageSettings = {
  language: z.enum(languageIds as [LanguageId, ...LanguageId[]]).default("en"),
  labels: z.preprocess((value) => value ?? {}, labels),
};
