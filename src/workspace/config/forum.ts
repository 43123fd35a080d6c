import {z} from "zod";
import {languageIds} from "../../base/words/language.ts";
import {listening} from "./serve.ts";

const text = (most: number) => z.string().trim().min(1).max(most);

/** A part of the forum that has a language of its own. */
const section = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/, {error: "must be a short name for addresses, like letters-2"}),
  name: text(80),
  language: z.enum(languageIds).optional(),
  department: text(80).optional(),
});

const onion = z.strictObject({
  origin: z.string().regex(/^http:\/\/[a-z2-7]{56}\.onion$/, {
    error: "must be the address of the onion service, like http://NAME.onion with its 56 letters and digits",
  }),
  listen: listening.listen.unwrap(),
});

const forum = z.strictObject({
  ...listening,
  onion: onion.optional(),
  language: z.enum(languageIds).optional(),
  sections: z
    .array(section)
    .min(1)
    .max(60)
    .refine((all) => new Set(all.map(({id}) => id)).size === all.length, {error: "two of them have the same id"})
    .optional(),
  rules: z.array(text(200)).min(1).max(20).optional(),
  names: z.enum(["role", "pseudonym"]).default("role"),
  joining: z.enum(["open", "invited", "shut"]).default("open"),
});

/** The names of the settings of the forum. */
export const forumSettingNames = {
  forum: Object.keys(forum.shape),
  "forum.onion": Object.keys(onion.shape),
  "forum.sections[]": Object.keys(section.shape),
};

/** How the forum is served, what it is about, and by which rules. */
export const forumSettings = {
  forum: z.preprocess((value) => value ?? {}, forum),
};

/** What `broadsheet.yaml` says of the forum. */
export type ForumConfig = z.output<typeof forum>;
