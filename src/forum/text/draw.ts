import Reader, {type MarkdownIt, type Token} from "markdown-it";
import {cleanSource, lengthOf} from "./clean.ts";
import {DrawnText, type PostDrawing} from "./drawn-text.ts";

/** How many characters a post may have. */
export const longestPost = 8000;

/** Of the marks that there are, these. What is not named is text: HTML, pictures, headings, tables, references, entities. */
const rules = [
  ...["fence", "blockquote", "list", "paragraph"],
  ...["newline", "escape", "backticks", "emphasis", "link", "autolink", "linkify", "balance_pairs", "fragments_join"],
];

/** Blocks and emphasis in one another: ten lists, as each is two. */
const deepest = 20;

function makeReader(): MarkdownIt {
  const made = new Reader("zero", {html: false, linkify: true, maxNesting: deepest}).enable(rules);
  // Only what is written out whole becomes a link by itself.
  made.linkify.set({fuzzyLink: false, fuzzyEmail: false, fuzzyIP: false});
  for (const schema of ["ftp:", "//", "mailto:"]) made.linkify.add(schema, null);
  // Whether a link may be one is asked where it is drawn: there what is none stays readable.
  made.validateLink = () => true;
  made.normalizeLink = (address) => address;
  made.normalizeLinkText = (address) => address;
  return made;
}

const reader = makeReader();

/**
 * Draws the text of a post: paragraphs, quotes, lists, emphasis, code and links, and nothing else.
 *
 * Every tag is written by `DrawnText` and every text escaped there: nothing that was written gets into a tag but the address of a link.
 * What is nested deeper than a person reads, or longer than a post may be, is drawn as it was typed; nothing is left out.
 */
export function drawText(source: string): PostDrawing {
  const text = cleanSource(source);
  if (lengthOf(text) > longestPost) return drawTyped(text);
  const tokens = reader.parse(text, {});
  // What lies deeper the parser drops without a word.
  if (tokens.some(({level, nesting}) => nesting === 1 && level >= deepest - 1)) return drawTyped(text);
  const drawn = new DrawnText();
  for (const token of tokens) drawBlock(token, drawn);
  return drawn.end();
}

function drawBlock(token: Token, drawn: DrawnText): void {
  if (token.type === "inline") for (const part of token.children ?? []) drawInline(part, drawn);
  else if (token.type === "fence") drawn.code(token.content);
  else if (token.hidden) drawn.part();
  else if (token.nesting === -1) drawn.close();
  else drawn.open(token.tag, token.tag === "ol" ? token.attrGet("start") : null);
}

function drawInline(token: Token, drawn: DrawnText): void {
  if (token.type === "text") drawn.text(token.content);
  else if (token.type === "softbreak" || token.type === "hardbreak") drawn.lineBreak();
  else if (token.type === "code_inline") drawn.codeInline(token.content);
  else if (token.type === "link_open") drawn.openLink(String(token.attrGet("href") ?? ""));
  else if (token.type === "link_close") drawn.closeLink();
  else if (token.nesting === -1) drawn.close();
  else drawn.open(token.tag, null);
}

/** Text as it was typed, in paragraphs: nothing in it is a mark. It has to be clean. */
export function drawTyped(text: string): PostDrawing {
  const drawn = new DrawnText();
  for (const paragraph of text.split(/\n[ \t]*\n\s*/)) {
    if (paragraph.trim() === "") continue;
    drawn.open("p", null);
    for (const [place, line] of paragraph.split("\n").entries()) {
      if (place > 0) drawn.lineBreak();
      drawn.text(line);
    }
    drawn.close();
  }
  return drawn.end();
}
