import {withoutEntities} from "./entities.ts";
import {elementOf, type ForeignElement, ownMarks} from "./tree.ts";

const tags: Readonly<Record<string, ForeignElement["tag"]>> = {
  ...{b: "strong", i: "em", u: "plain", s: "plain", strike: "plain", color: "plain", size: "plain", font: "plain"},
  ...{quote: "quote", url: "a", email: "plain", img: "a", list: "ul", center: "plain", align: "plain", left: "plain"},
  ...{flash: "a", youtube: "a", spoiler: "plain", sub: "plain", sup: "plain", highlight: "plain", right: "plain"},
  ...{attachment: "plain"},
};
const deepest = 60;
const longestTag = 2500;

interface Opened {
  readonly name: string;
  readonly element: ForeignElement;
}

/** A tag as it stands in a text. */
interface Tag {
  readonly name: string;
  readonly isEnd: boolean;
  readonly value: string;
  /** Where the text goes on. */
  readonly until: number;
}

/** A post in BBCode, in the marks of this forum. A tag without a mark here leaves its text; one that nobody knows stays as it is written. */
export function marksOfBbcode(text: string): string {
  const root = elementOf("plain");
  const opened: Opened[] = [{name: "", element: root}];
  const lower = text.toLowerCase();
  let isCodeOver = false;
  for (let at = 0; at < text.length; ) {
    const [next, into] = [text.indexOf("[", at), opened.at(-1)!.element.within];
    if (next !== at) into.push(text.slice(at, next < 0 ? text.length : next));
    if (next < 0) break;
    const tag = tagAt(text, next);
    const end = tag?.name === "code" && !tag.isEnd && !isCodeOver ? lower.indexOf("[/code]", tag.until) : -1;
    if (tag?.name === "code" && end >= 0) {
      into.push(codeOf(text.slice(tag.until, end)));
      at = end + "[/code]".length;
      continue;
    }
    if (tag?.name === "code" && !tag.isEnd) isCodeOver = true;
    if (tag === null || !take(tag, opened)) into.push(text.slice(next, tag?.until ?? next + 1));
    at = tag?.until ?? next + 1;
  }
  while (opened.length > 1) fill(opened.pop()!);
  return ownMarks(root.within);
}

function tagAt(text: string, at: number): Tag | null {
  const opening = /\[(\/?)([a-z]{1,20}|\*)/iy;
  opening.lastIndex = at;
  const found = opening.exec(text);
  if (found === null) return null;
  const from = opening.lastIndex;
  // A name in quotes may have a bracket in it.
  const quoted = text.startsWith('="', from) ? text.indexOf('"', from + 2) : -1;
  const end = text.indexOf("]", Math.max(from, quoted));
  if (end < 0 || end - at > longestTag || !/^[\]=:\s]/.test(text.charAt(from))) return null;
  const rest = text.slice(from, end);
  if (rest.includes("\n")) return null;
  return {name: found[2]!.toLowerCase(), isEnd: found[1] === "/", value: aboutOf(rest), until: end + 1};
}

/** `="name" post_id=1`, `=name`, `=address`: what stands first. */
function aboutOf(rest: string): string {
  if (rest.startsWith('="')) return rest.slice(2, rest.indexOf('"', 2) < 0 ? undefined : rest.indexOf('"', 2));
  return rest.startsWith("=") ? rest.slice(1).trim() : "";
}

/** @returns false where it is text. */
function take({name, isEnd, value}: Tag, opened: Opened[]): boolean {
  if (name === "*") {
    closeItem(opened);
    if (!isEnd && opened.at(-1)!.name !== "list") return false;
    if (!isEnd) push(opened, name, elementOf("li"));
    return true;
  }
  const tag = tags[name];
  if (tag === undefined) return false;
  if (isEnd) return close(opened, name);
  if (opened.length >= deepest) return true;
  const about = tag === "quote" || tag === "a" ? value : "";
  push(opened, name, elementOf(name === "list" && value !== "" ? "ol" : tag, about));
  return true;
}

function codeOf(code: string): ForeignElement {
  const made = elementOf(code.includes("\n") ? "pre" : "code");
  made.within.push(code);
  return made;
}

function push(opened: Opened[], name: string, element: ForeignElement): void {
  opened.at(-1)!.element.within.push(element);
  opened.push({name, element});
}

function closeItem(opened: Opened[]): void {
  const item = opened.findLastIndex(({name}) => name === "*");
  if (item > opened.findLastIndex(({name}) => name === "list")) opened.splice(item);
}

function close(opened: Opened[], name: string): boolean {
  const at = opened.findLastIndex((one) => one.name === name);
  if (at <= 0) return false;
  for (const one of opened.splice(at)) fill(one);
  return true;
}

/** A link without an address of its own leads where it says: `[url]https://…[/url]`, `[img]https://…[/img]`. */
function fill({element}: Opened): void {
  if (element.tag !== "a" || element.about !== "") return;
  const address = element.within
    .map((one) => (typeof one === "string" ? one : ""))
    .join("")
    .trim();
  if (/^https?:\/\/\S+$/i.test(address)) element.about = address;
}

/**
 * The text of a post as phpBB keeps it, as it was typed.
 *
 * Since 3.2 it is XML around what was typed (`<r>`, `<t>`), before that BBCode with a mark of its own in each tag, in HTML.
 *
 * @param uid The mark of each tag, `bbcode_uid`.
 */
export function typedInPhpbb(stored: string, uid: string): string {
  if (/^<[rt][>\s/]/.test(stored)) {
    return withoutEntities(stored.replace(/<br\s{0,5}\/?>\n?/g, "\n").replace(/<[^<>]*>/g, ""));
  }
  // `[list:uid]`, `[*:uid]`, `[/*:m:uid]`, `[/list:u:uid]`.
  const plain = uid === "" ? stored : stored.replaceAll(`:${uid}]`, "]").replace(/(\[\/(?:\*|list)):[mou]\]/g, "$1]");
  return withoutEntities(
    plain
      .replace(/<!-- s(\S{1,50}) --><img[^<>]*><!-- s\S{1,50} -->/g, "$1")
      .replace(
        /<!-- [mlwe] --><a [^<>]{0,300}?href="([^"<>]{0,3000})"[^<>]{0,300}>([^<]{0,3000})<\/a><!-- [mlwe] -->/g,
        (_, href: string, shown: string) => (/^https?:/i.test(href) ? href : shown),
      )
      .replace(/<br\s{0,5}\/?>/g, "\n")
      .replace(/<!--[\s\S]{0,500}?-->/g, ""),
  );
}
