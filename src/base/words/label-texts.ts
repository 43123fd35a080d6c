import {languages} from "./language.ts";

/**
 * Which ids of the kinds are called so on the page of a report, in any of its languages? Capitals make no difference.
 *
 * A measure that is named after something of the publisher's is known by its words around that: `Users of Chinese`.
 */
export function idsCalled(written: string, kinds: readonly string[]): string[] {
  const plain = written.trim().toLowerCase();
  const found = Object.values(languages).flatMap(({messages}) =>
    Object.entries(messages).flatMap(([id, text]) => {
      if (!kinds.some((kind) => id.startsWith(`${kind}.`))) return [];
      // The same column is of something else in another table: `column.sharePercent-of-files`.
      if (text.toLowerCase() === plain) return [id.startsWith("column.") ? id.split("-")[0]! : id];
      const name = id.startsWith("measure.") ? nameWithin(written.trim(), text) : null;
      // The page begins the name with a capital, which in the settings it seldom has.
      return name === null ? [] : [id.replace("NAME", `${name.slice(0, 1).toLowerCase()}${name.slice(1)}`)];
    }),
  );
  return [...new Set(found)];
}

/** What the text of a page has in the place of `{name}` in the message; null where it is another text. */
function nameWithin(written: string, text: string): string | null {
  const [before, after, ...more] = text.split("{name}");
  if (before === undefined || after === undefined || more.length > 0 || `${before}${after}`.includes("{")) return null;
  const isLike =
    written.toLowerCase().startsWith(before.toLowerCase()) && written.toLowerCase().endsWith(after.toLowerCase());
  const name = isLike ? written.slice(before.length, written.length - after.length).trim() : "";
  return name === "" || before.trim() + after.trim() === "" ? null : name;
}

/** Everything that is called something on the page of an English report, and has nothing in braces. */
export function textsWithLabels(kinds: readonly string[]): string[] {
  return Object.entries(languages.en.messages).flatMap(([id, text]) => {
    return kinds.some((kind) => id.startsWith(`${kind}.`)) && !text.includes("{") ? [text] : [];
  });
}
