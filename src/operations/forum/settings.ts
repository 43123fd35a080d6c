import {Translator} from "../../base/words/translator.ts";
import type {ForumSettings} from "../../forum/store.ts";
import type {Config} from "../../workspace/config/config.ts";

const usualRules = ["spam", "insult", "private", "false", "off-topic", "unlawful"] as const;

/** What the forum of a workspace is about, and by which rules: as `broadsheet.yaml` says, else one section and the usual rules in its language. */
export function forumSettingsOf({publication, language, forum}: Config): ForumSettings {
  const own = forum.language ?? language;
  const words = new Translator(own);
  const sections = forum.sections ?? [{id: "general", name: words.t("forum")}];
  return {
    sections: sections.map(({language: named, ...section}) => ({...section, language: named ?? own})),
    rules: forum.rules ?? usualRules.map((rule) => words.t(`forum-rule.${rule}`)),
    names: forum.names,
    joining: forum.joining,
    reserved: [publication],
  };
}
