import {z} from "zod";
import {type Collector, dayOfTime, refusedImport} from "./collect.ts";
import {marksOfDiscourse} from "./discourse-marks.ts";
import {marksOfHtml} from "./html.ts";

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const text = (most: number) => z.string().max(most);

const post = z.looseObject({
  ...{id: count, post_number: count, post_type: count.optional(), username: text(500).nullish(), created_at: text(100)},
  ...{cooked: text(4_000_000).nullish(), raw: text(4_000_000).nullish(), hidden: z.boolean().nullish()},
  ...{deleted_at: text(100).nullish(), user_deleted: z.boolean().nullish()},
});

const topic = z.looseObject({
  ...{
    id: count,
    title: text(2000),
    created_at: text(100),
    category_id: count.nullish(),
    archetype: text(100).nullish(),
  },
  ...{visible: z.boolean().nullish(), deleted_at: text(100).nullish()},
  post_stream: z.looseObject({posts: z.array(post).max(200_000), stream: z.array(count).max(2_000_000).optional()}),
});

interface Category {
  readonly id: number;
  readonly name: string;
  readonly read_restricted?: boolean | null | undefined;
  readonly subcategory_list?: readonly Category[] | undefined;
}
const category: z.ZodType<Category> = z.lazy(() =>
  z.looseObject({
    ...{id: count, name: text(1000), read_restricted: z.boolean().nullish()},
    subcategory_list: z.array(category).max(10_000).optional(),
  }),
);
const categoryList = z.looseObject({category_list: z.looseObject({categories: z.array(category).max(100_000)})});
const siteList = z.looseObject({categories: z.array(category).max(100_000)});

/** What a file of Discourse's JSON is: one topic, the list of categories, or something else. */
export type DiscourseJson =
  | {readonly kind: "topic"; readonly topic: z.output<typeof topic>}
  | {readonly kind: "categories"; readonly categories: readonly Category[]}
  | {readonly kind: "other"};

/** Reads a file of JSON as `/t/NUMBER.json`, `/categories.json` and `/site.json` give it. */
export function readDiscourseJson(content: string): DiscourseJson {
  let given: unknown;
  try {
    given = JSON.parse(content);
  } catch {
    return {kind: "other"};
  }
  const [asTopic, asList, asSite] = [topic.safeParse(given), categoryList.safeParse(given), siteList.safeParse(given)];
  if (asTopic.success) return {kind: "topic", topic: asTopic.data};
  if (asList.success) return {kind: "categories", categories: asList.data.category_list.categories};
  return asSite.success ? {kind: "categories", categories: asSite.data.categories} : {kind: "other"};
}

/** The names of categories that everybody may read, by their numbers; null for one that is not for everybody. */
export function namesOfCategories(lists: readonly (readonly Category[])[]): Map<number, string | null> {
  const names = new Map<number, string | null>();
  const add = ({id, name, read_restricted, subcategory_list = []}: Category, depth: number): void => {
    names.set(id, read_restricted === true ? null : name);
    if (depth < 5) for (const one of subcategory_list) add(one, depth + 1);
  };
  for (const list of lists) for (const one of list) add(one, 0);
  return names;
}

/**
 * Takes a topic in that everybody may read.
 *
 * @param names Of the categories; without them a topic is of one that is not known.
 */
export function takeTopic(
  {id, title, created_at, category_id, post_stream, ...rest}: z.output<typeof topic>,
  names: ReadonlyMap<number, string | null>,
  collector: Collector,
): void {
  const section = category_id === null || category_id === undefined ? undefined : names.get(category_id);
  const day = dayOfTime(created_at);
  const isPrivate = (rest.archetype ?? "regular") !== "regular" || section === null;
  if (isPrivate || rest.visible === false || (rest.deleted_at ?? null) !== null || day === null) {
    collector.leaveOut(
      isPrivate ? "private" : rest.visible === false ? "hidden" : day === null ? "unreadable" : "deleted",
    );
    return;
  }
  collector.thread({id, section: section ?? "", title, day});
  const taken = new Set<number>();
  for (const one of post_stream.posts) {
    const on = dayOfTime(one.created_at);
    taken.add(one.id);
    if ((one.deleted_at ?? null) !== null || one.user_deleted === true) collector.leaveOut("deleted");
    else if (one.hidden === true) collector.leaveOut("hidden");
    else if ((one.post_type ?? 1) !== 1) collector.leaveOut("system");
    else if (on === null) collector.leaveOut("unreadable");
    else {
      const written = one.raw ?? null;
      const marks = written === null ? marksOfHtml(one.cooked ?? "") : marksOfDiscourse(written);
      collector.post({thread: id, place: one.post_number, author: one.username || null, day: on, text: marks});
    }
  }
  // The first twenty posts are in the file alone, unless it was asked for with ?print=true.
  for (const missing of post_stream.stream ?? []) if (!taken.has(missing)) collector.leaveOut("incomplete");
}

/** The fault of a folder or file without a topic. */
export function noTopic(): Error {
  return refusedImport(
    "there is no topic in it as Discourse writes it",
    "name a dump.sql.gz, a backup of Discourse, or a file or folder of what /t/NUMBER.json gives",
  );
}
