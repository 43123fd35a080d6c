/**
 * A text in pieces, none of them longer than so many characters: cut between paragraphs where it can be, else between lines, words, or letters.
 *
 * A block of code that is cut is a block in each piece.
 */
export function piecesOf(text: string, most: number): string[] {
  // The marks of a block of code that is closed and opened again are a part of the piece.
  const room = most - 20;
  const made: string[] = [];
  let rest = [...text];
  let fence = "";
  while (rest.length > 0) {
    const before = fence === "" ? "" : `${fence}\n`;
    if (rest.length + before.length <= room) {
      made.push(before + rest.join(""));
      break;
    }
    const head = rest.slice(0, room - before.length).join("");
    const cut = cutOf(head);
    const piece = head.slice(0, cut);
    rest = rest.slice([...piece].length);
    const open = fenceAfter(before + piece);
    made.push(`${before}${piece.trimEnd()}${open === "" ? "" : `\n${open}`}`);
    fence = open;
    while (rest.length > 0 && /\s/.test(rest[0]!)) rest.shift();
  }
  return made.filter((piece) => piece.trim() !== "");
}

function cutOf(head: string): number {
  for (const end of ["\n\n", "\n", " "]) {
    const at = head.lastIndexOf(end);
    if (at > head.length / 2) return at + end.length;
  }
  return head.length;
}

/** The mark of the block of code that is open at the end; "" where none is. */
function fenceAfter(text: string): string {
  let open = "";
  for (const line of text.split("\n")) {
    const mark = /^ {0,3}(`{3,10}|~{3,10})/.exec(line)?.[1] ?? "";
    if (mark === "") continue;
    if (open === "") open = mark;
    else if (mark.startsWith(open)) open = "";
  }
  return open;
}
