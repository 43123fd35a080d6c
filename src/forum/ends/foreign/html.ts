import {withoutEntities} from "./entities.ts";
import {elementOf, type ForeignElement, ownMarks} from "./tree.ts";

const tags: Readonly<Record<string, ForeignElement["tag"]>> = {
  ...{b: "strong", strong: "strong", i: "em", em: "em", code: "code", kbd: "code", tt: "code", pre: "pre", a: "a"},
  ...{blockquote: "quote", ul: "ul", ol: "ol", li: "li", p: "p", div: "p", h1: "p", h2: "p", h3: "p", h4: "p"},
  ...{h5: "p", h6: "p", tr: "p", details: "p", summary: "p"},
};
/** What is in these is nothing that was written. */
const silent: ReadonlySet<string> = new Set(["script", "style", "svg", "template", "noscript", "title"]);
const alone: ReadonlySet<string> = new Set(["br", "hr", "img", "input", "wbr", "meta", "link", "source"]);
/** More tags in one another than this are laid flat. */
const deepest = 60;

interface Opened {
  readonly name: string;
  readonly element: ForeignElement;
}

/**
 * A post of another forum that is kept as HTML, in the marks of this one. What has no mark here leaves its text; of a picture its name and
 * address stay.
 */
export function marksOfHtml(html: string): string {
  const root = elementOf("plain");
  const opened: Opened[] = [{name: "", element: root}];
  let silence: string | null = null;
  let isTitleOfQuote = false;
  // One pass from left to right: a tag, or what is before the next one.
  for (const [part] of html.matchAll(/<!--[\s\S]*?(?:-->|$)|<\/?[a-z][^<>]*>|<|[^<]+/gi)) {
    const [, slash = "", rawName = ""] = /^<(\/?)([a-z][a-z0-9]*)/i.exec(part) ?? [];
    const name = rawName.toLowerCase();
    if (part.startsWith("<!--")) continue;
    if (silence !== null) {
      if (slash === "/" && name === silence) silence = null;
      continue;
    }
    const {element} = opened.at(-1)!;
    if (name === "") {
      const isKept = opened.some((one) => one.name === "pre");
      const text = withoutEntities(part);
      if (!isTitleOfQuote) element.within.push(isKept ? text : text.replace(/\s+/g, " "));
    } else if (silent.has(name)) silence = slash === "" && !part.endsWith("/>") ? name : null;
    else if (slash === "/") {
      if (isTitleOfQuote && name === "div") isTitleOfQuote = false;
      close(opened, name);
    } else if (name === "br" || name === "hr") element.within.push(elementOf("br"));
    else if (name === "img") element.within.push(picture(part));
    else if (!alone.has(name) && !part.endsWith("/>") && opened.length < deepest) {
      const about = name === "a" ? attribute(part, "href") : "";
      const made = elementOf(tags[name] ?? (name === "aside" ? "quote" : "plain"), about);
      // Discourse's quotes: an aside with a title, which names who is quoted, and a quote in it.
      if (name === "aside" && attribute(part, "data-username") !== "") {
        opened.push({name, element: elementOf("quote", attribute(part, "data-username"))});
        element.within.push(opened.at(-1)!.element);
        continue;
      }
      if (name === "div" && /\btitle\b/.test(attribute(part, "class")) && opened.at(-1)!.name === "aside") {
        isTitleOfQuote = true;
        opened.push({name, element: elementOf("plain")});
        continue;
      }
      const isInAside = name === "blockquote" && opened.at(-1)!.name === "aside";
      const placed = isInAside ? elementOf("plain") : made;
      element.within.push(placed);
      opened.push({name, element: placed});
    }
  }
  return ownMarks(root.within);
}

/** A picture stays as a link to it; of a smiley its name stays. */
function picture(tag: string): ForeignElement | string {
  const [alt, src] = [attribute(tag, "alt"), attribute(tag, "src")];
  if (/\bemoji\b/.test(attribute(tag, "class")) || !/^https?:/i.test(src)) return alt;
  const link = elementOf("a", src);
  link.within.push(alt);
  return link;
}

function close(opened: Opened[], name: string): void {
  const at = opened.findLastIndex((one) => one.name === name);
  if (at > 0) opened.splice(at);
}

function attribute(tag: string, name: string): string {
  const [, double, single, bare] =
    new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i").exec(tag) ?? [];
  return withoutEntities(double ?? single ?? bare ?? "");
}
