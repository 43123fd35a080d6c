import type {forumEnglish} from "./en.ts";

/** The messages of the forum in one language. */
export type ForumMessages = Readonly<Partial<Record<keyof typeof forumEnglish, string>>>;
