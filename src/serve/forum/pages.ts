import type {Translator} from "../../base/words/translator.ts";
import type {Forum} from "../../forum/forum.ts";
import type {ForumRole} from "../../forum/members/roles.ts";
import type {ForumMember} from "../../forum/members/visitor.ts";

/** Who is signed in. */
export interface SignedInMember {
  readonly member: ForumMember;
  /** Has the second factor been given, where there is one? */
  readonly isWhole: boolean;
  /** Has it been given again within the last minutes? */
  readonly isSureNow: boolean;
}

/** A section, as the settings have it. */
export interface SectionSettings {
  readonly id: string;
  readonly name: string;
  readonly language: Translator["language"];
}

/** What the pages of the forum work with. */
export interface ForumPages {
  readonly domain: Forum;
  readonly publication: string;
  readonly words: Translator;
  readonly sections: readonly SectionSettings[];
  /** Its own rules, which are the reasons for hiding something. */
  readonly rules: readonly string[];
  /** Where the archive stands, seen from the forum; null where nothing was published. */
  readonly archive: () => string | null;
  /** Of which the addresses in feeds are made. */
  readonly origin: string;
  /** How many may sign in. */
  readonly memberCount: () => number;
}

/** Who may: whoever moderates, edits, is a member, or anybody at all. */
export type ForumWho = "anybody" | "member" | "moderator" | "editor";

const moderates: ReadonlySet<ForumRole> = new Set(["moderator", "editor"]);

/** May somebody who is signed in do that? */
export function isFor(visitor: SignedInMember | null, who: ForumWho): boolean {
  if (who === "anybody") return true;
  if (visitor?.isWhole !== true) return false;
  const {role} = visitor.member;
  return who === "member" || (who === "moderator" ? moderates.has(role) : role === "editor");
}

/** As whom somebody looks at what was written; null before all steps of signing in were taken. */
export function viewerOf(visitor: SignedInMember | null): ForumMember | null {
  return visitor?.isWhole === true ? visitor.member : null;
}

/** The section of that id, with its own language. */
export function sectionOf({sections}: ForumPages, id: string): SectionSettings | undefined {
  return sections.find((one) => one.id === id);
}
