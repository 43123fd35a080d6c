import type {deskEnglish} from "./en.ts";

/** The messages of the desk in one language. */
export type DeskMessages = Readonly<Partial<Record<keyof typeof deskEnglish, string>>>;
