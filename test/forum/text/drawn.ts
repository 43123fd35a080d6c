import {type DefaultTreeAdapterTypes, parseFragment} from "parse5";

type Node = DefaultTreeAdapterTypes.ChildNode;

/** Every element that a post may have, with the attributes that it may have and their form. */
const allowed: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  p: {dir: /^auto$/},
  blockquote: {},
  ul: {},
  ol: {start: /^\d{1,9}$/},
  li: {dir: /^auto$/},
  em: {},
  strong: {},
  br: {},
  code: {},
  pre: {dir: /^ltr$/},
  a: {href: /^https?:\/\/[^/@\s"<>]+(?:[/?#]|$)/, rel: /^ugc nofollow$/},
  bdi: {dir: /^ltr$/},
};

/** What a browser makes of the drawn post that is not on the list: elements, attributes, comments. */
export function strangersIn(html: string): string[] {
  const found: string[] = [];
  const look = (node: Node): void => {
    if (node.nodeName === "#text") return;
    if (!("tagName" in node)) return void found.push(node.nodeName);
    const attributes = allowed[node.tagName];
    if (attributes === undefined) found.push(node.tagName);
    for (const {name, value} of node.attrs)
      if (!attributes?.[name]?.test(value)) found.push(`${node.tagName} ${name}=${value}`);
    node.childNodes.forEach(look);
  };
  parseFragment(html).childNodes.forEach(look);
  return found;
}

/** What a browser shows of the drawn post. */
export function shownIn(html: string): string {
  const text = (node: Node): string =>
    "value" in node ? String(node.value) : "childNodes" in node ? node.childNodes.map(text).join("") : "";
  return parseFragment(html).childNodes.map(text).join("");
}
