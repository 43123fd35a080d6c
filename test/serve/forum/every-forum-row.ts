import type {ForumRoute} from "../../../src/serve/forum/route.ts";

/** A value for each name that stands in a path. */
const values: Readonly<Record<string, string>> = {
  name: "nothing.css",
  section: "general",
  thread: "1",
  number: "1",
  post: "1",
  decision: "1",
  item: "p1",
  person: "1",
};

/** The path of a row with values in it. @throws {Error} where a row has a name of which no value is known: it would be walked past. */
export function forumPathOf({id, path}: ForumRoute): string {
  return path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no value is known for ${name} of ${id}`);
    return value;
  });
}
