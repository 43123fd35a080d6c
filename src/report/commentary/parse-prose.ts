import {fromMarkdown} from "mdast-util-from-markdown";
import {visible} from "../../base/text.ts";
import {type CommentaryDraft, refusedCommentary} from "./draft.ts";
import type {Block, Inline} from "./prose.ts";

type RootContent = ReturnType<typeof fromMarkdown>["children"][number];
type PhrasingContent = Extract<RootContent, {type: "paragraph"}>["children"][number];

/** What a commentary may not hold, and what to do about it. */
const refusals: Readonly<Record<string, readonly [what: string, help: string]>> = {
  html: ["HTML cannot stand in a commentary", "write it in Markdown; put a backslash before a < that is meant"],
  image: ["pictures cannot stand in a report, which loads nothing", "take the picture out, or write a link to it"],
  imageReference: ["pictures cannot stand in a report, which loads nothing", "take the picture out"],
  linkReference: ["a link points to an address further down", "write [text](https://example.org/) in its place"],
  definition: ["an address stands by itself", "write [text](https://example.org/) where the link is"],
};

/**
 * The text of a commentary as blocks, with its figures filled in.
 *
 * @param printed A figure as it is to be printed, by how it is named in the text: `readers 2005-12`.
 * @throws {UserError} COMMENTARY_REFUSED for what a report cannot hold: HTML, pictures.
 */
export function parseProse(draft: CommentaryDraft, printed: ReadonlyMap<string, string>): Block[] {
  const fill = (text: string): string =>
    text.replace(/\{\{\s*(\S+?)\s+(\S+?)\s*\}\}/g, (whole, measure, period) => {
      return printed.get(`${measure} ${period}`) ?? whole;
    });
  const refuse = (node: RootContent): never => {
    const {line = 1, column = 1} = node.position?.start ?? {};
    const where = `${draft.name}:${draft.bodyLine + line - 1}:${column}`;
    const [what, help] = refusals[node.type] ?? [
      `${node.type} cannot stand in a commentary`,
      "write it as a paragraph",
    ];
    throw refusedCommentary(what, help, where);
  };
  const block = (node: RootContent): Block[] => {
    switch (node.type) {
      case "paragraph":
        return [{kind: "paragraph", content: node.children.map(inline)}];
      case "heading":
        return [{kind: "heading", content: node.children.map(inline)}];
      case "blockquote":
        return [{kind: "quote", blocks: node.children.flatMap(block)}];
      case "list": {
        const items = node.children.map((item) => item.children.flatMap(block));
        return [{kind: "list", start: node.ordered === true ? (node.start ?? 1) : null, items}];
      }
      // A paragraph that was indented by accident.
      case "code":
        return [{kind: "paragraph", content: [{kind: "text", text: fill(node.value)}]}];
      case "thematicBreak":
        return [];
      default:
        return refuse(node);
    }
  };
  const inline = (node: PhrasingContent): Inline => {
    switch (node.type) {
      case "text":
        return {kind: "text", text: inOneLine(fill(node.value))};
      case "inlineCode":
        return {kind: "code", text: fill(node.value)};
      case "emphasis":
      case "strong":
        return {kind: node.type, content: node.children.map(inline)};
      case "break":
        return {kind: "break"};
      case "link":
        if (/^(?:https?:|mailto:|#)/i.test(node.url)) {
          return {kind: "link", url: node.url, content: node.children.map(inline)};
        }
        throw refusedCommentary(
          `a link leads to ${visible(node.url)}`,
          "write a whole address that begins with https://, or mailto:",
          `${draft.name}:${draft.bodyLine + (node.position?.start.line ?? 1) - 1}:${node.position?.start.column ?? 1}`,
        );
      default:
        return refuse(node);
    }
  };
  return fromMarkdown(draft.body).children.flatMap(block);
}

function inOneLine(text: string): string {
  const lines = text.split("\n");
  const last = lines.length - 1;
  const begun = lines.map((line, place) => (place > 0 ? line.trimStart() : line));
  return begun.map((line, place) => (place < last ? line.trimEnd() : line)).join(" ");
}
