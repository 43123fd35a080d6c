import type {CommentaryDraft} from "./draft.ts";
import {refusedCommentary} from "./draft.ts";

/** Far more than a text for a report has; the time that Markdown takes grows with the third power of some of them. */
const most = {letters: 1 << 16, marks: 2000, nested: 10, indent: 40};

const markup = new Set("*_[]`<!&~");
const opening = /^[-+*=#>0-9]/;

/**
 * Is the text one that a person may have written, so that it may be taken apart as Markdown?
 *
 * @throws {UserError} COMMENTARY_REFUSED where it is longer, more nested or has more signs of markup than that, with line and column.
 */
export function checkProse({body, name, bodyLine}: Pick<CommentaryDraft, "body" | "name" | "bodyLine">): void {
  const refuse = (what: string, help: string, line: number, column: number): never => {
    throw refusedCommentary(what, help, `${name}:${bodyLine + line}:${column + 1}`);
  };
  if (body.length > most.letters) {
    refuse(`the text has more than ${most.letters} characters`, "shorten it: it is printed in a report", 0, 0);
  }
  let marks = 0;
  for (const [line, text] of body.split("\n").entries()) {
    const {depth, column} = nesting(text);
    if (depth > most.nested || (depth > 0 && column - depth > most.indent + depth * 4)) {
      refuse("quotes and lists are nested too deeply", `write them at most ${most.nested} deep`, line, column);
    }
    if (opening.test(text.trimStart().slice(0, 1))) marks++;
    for (let at = 0; at < text.length; at++) {
      if (markup.has(text[at]!) && ++marks > most.marks) {
        refuse(`there are more than ${most.marks} signs of markup`, "write it in plain sentences", line, at);
      }
    }
    if (marks > most.marks)
      refuse("there are more lists and headings than in a text", "write it in sentences", line, 0);
  }
}

/** How many quotes and lists does a line begin with, and where do they end? */
function nesting(line: string): {readonly depth: number; readonly column: number} {
  const marker = /[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
  let depth = 0;
  let column = 0;
  while (depth <= most.nested && marker.test(line)) {
    depth++;
    column = marker.lastIndex;
  }
  return {depth, column};
}
