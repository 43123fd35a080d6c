import {languages} from "../../base/words/language.ts";
import {Translator} from "../../base/words/translator.ts";
import type {Forum} from "../../forum/forum.ts";
import type {Config} from "../../workspace/config/config.ts";
import type {ForumPages, SignedInMember} from "./pages.ts";

/** Where the forum stands, and where the archive does seen from it. */
export interface ForumPlaces {
  /** Of the forum, for the addresses in its feeds. */
  readonly origin: string;
  readonly archive: () => string | null;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
}

/** What the pages of a forum work with, by the settings of a workspace. */
export function openForumPages(
  forum: Forum,
  {publication, language, forum: settings}: Config,
  {origin, archive, now}: ForumPlaces,
): ForumPages {
  const {sections, rules} = forum.settings;
  const month = (): string => new Date(now()).toISOString().slice(0, 7);
  return {
    domain: forum,
    publication,
    words: new Translator(settings.language ?? language),
    sections: sections.map(({id, name, language: own}) => ({id, name, language: languages[own]})),
    rules,
    archive,
    memberCount: () => forum.figures(month()).members,
    origin,
  };
}

/** Who is signed in with a cookie. */
export function memberOf(forum: Forum, token: string): SignedInMember | null {
  const session = forum.members.sessionOf(token);
  if (session === null || session.stage === "joining") return null;
  const isWhole = session.stage === "whole";
  return {member: session.person, isWhole, isSureNow: isWhole && session.isAskedAgain};
}
