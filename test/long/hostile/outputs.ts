import {parse as parseCsv} from "csv-parse/sync";
import type {Nodes} from "mdast";
import {fromMarkdown} from "mdast-util-from-markdown";
import {type DefaultTreeAdapterTypes, parse as parseHtml} from "parse5";
import {expect} from "vitest";
import {mark} from "./texts.ts";

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

/** What a terminal would do instead of showing it: all controls but the line's end, and what turns or hides text. */
const unseen =
  /[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}]/u;

/** Text for a terminal does nothing but stand there. */
export function checkText(text: string, where: string): void {
  const found = unseen.exec(text);
  const around = found && JSON.stringify(text.slice(Math.max(0, found.index - 60), found.index + 20));
  expect(around, `${where} holds ${found?.[0].codePointAt(0)?.toString(16)}`).toBeNull();
}

/** No cell begins as a formula does, and each row has as many cells as the first. */
export function checkCsv(text: string, where: string): void {
  checkText(text.replaceAll("\r\n", "\n"), where);
  for (const cell of (parseCsv(text, {relaxColumnCount: true, bom: true}) as string[][]).flat()) {
    if (/^-?[\d.]+$/.test(cell)) continue;
    expect(cell, where).not.toMatch(/^[\s\p{C}]*[=+\-@＝＋－＠]/u);
  }
}

/** Markdown without markup of its own, and without links and pictures that lead away. */
export function checkMarkdown(text: string, where: string): void {
  checkText(text, where);
  const see = (node: Nodes): void => {
    if (node.type === "html") expect(node.value, where).not.toContain(mark);
    if (node.type === "html") expect(node.value, where).not.toMatch(/taken|evil/);
    if ("url" in node) expect(node.url, where).not.toMatch(/evil|taken|javascript:/i);
    if ("children" in node) node.children.forEach(see);
  };
  see(fromMarkdown(text));
}

/** What a page is built of: every element with each of its attributes, and where its addresses lead. */
export interface Fabric {
  readonly parts: ReadonlySet<string>;
  readonly addresses: readonly string[];
  /** Values of attributes that hold the mark, by element and attribute. */
  readonly marked: ReadonlySet<string>;
}

/** Which elements and attributes does a browser see in the page? By the algorithm of the HTML standard. */
export function fabricOf(html: string): Fabric {
  const parts = new Set<string>();
  const marked = new Set<string>();
  const addresses: string[] = [];
  const see = (node: Node): void => {
    if (node.nodeName === "#comment") parts.add("a comment");
    if ("tagName" in node) {
      parts.add(node.tagName);
      for (const {name, value} of node.attrs) {
        const part = `${node.tagName} ${name}`;
        parts.add(part);
        if (value.includes(mark)) marked.add(part);
        if (/^(?:href|src|srcset|action|formaction|data|poster|xlink:href|content|style|ping|background)$/.test(name)) {
          addresses.push(value);
        }
      }
    }
    if ("content" in node) see(node.content as unknown as Node);
    if ("childNodes" in node) node.childNodes.forEach(see);
  };
  see(parseHtml(html));
  return {parts, addresses, marked};
}

/** The page is built of nothing that a harmless one is not built of, and leads nowhere that a stranger named. */
export function checkHtml(html: string, harmless: Fabric, where: string): void {
  const {parts, addresses, marked} = fabricOf(html);
  expect(
    [...parts].filter((part) => !harmless.parts.has(part)),
    where,
  ).toEqual([]);
  expect(
    [...marked].filter((part) => !harmless.marked.has(part)),
    where,
  ).toEqual([]);
  for (const part of parts) expect(part, where).not.toMatch(/^script|^iframe|^object|^embed|^base$| on/);
  for (const address of addresses) {
    // A place on the page itself, named by what stands there: of letters, digits and what needs no quotes.
    if (address.startsWith("#")) expect(address, where).toMatch(/^#[A-Za-z0-9._-]+$/);
    else expect(address, where).not.toMatch(/evil|taken|javascript:|data:text/i);
  }
  checkText(html.replaceAll("\u200e", ""), where);
}
