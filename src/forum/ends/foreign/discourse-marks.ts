/**
 * A post of Discourse as it was typed, in the marks of this forum.
 *
 * Both are Markdown; what only Discourse has becomes what it meant: `[quote="name, post:3"]` a quote, an uploaded picture its name.
 */
export function marksOfDiscourse(raw: string): string {
  const lines = raw.replace(/\r\n?/g, "\n").split("\n");
  const made: string[] = [];
  let depth = 0;
  let fence = "";
  for (const line of lines) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? "";
    if (mark !== "" && fence === "") fence = mark;
    else if (mark !== "" && mark.startsWith(fence)) fence = "";
    const opening =
      fence === "" ? /^(.{0,500}?)\[quote(?:="([^"\]]{0,300})"|=([^\]]{0,300}))?\]\s*$/i.exec(line) : null;
    if (opening !== null && depth < 6) {
      const [, before = "", quoted, plain] = opening;
      if (before.trim() !== "") made.push(quotedLine(before, depth));
      // What stands behind a quote without a line between would be its last line.
      if (depth === 0 && made.at(-1) !== "") made.push("");
      depth++;
      const by = (quoted ?? plain ?? "").split(",")[0]!.trim();
      if (by !== "") made.push(quotedLine(`${by}:`, depth), quotedLine("", depth));
      continue;
    }
    if (fence === "" && depth > 0 && /^\s*\[\/quote\]\s*$/i.test(line)) {
      depth--;
      made.push(quotedLine("", depth));
      continue;
    }
    made.push(quotedLine(fence === "" ? withoutUploads(line) : line, depth));
  }
  return made
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function quotedLine(line: string, depth: number): string {
  return `${"> ".repeat(depth)}${line}`.trimEnd();
}

/** Pictures and files that lie with Discourse are not taken along: their names are. */
function withoutUploads(line: string): string {
  return line
    .replace(/!?\[([^\]|]{0,500})(?:\|[^\]]{0,100})?\]\((?:upload:\/\/|\/uploads\/)[^)\s]{0,500}\)/g, "\\[$1\\]")
    .replace(
      /!\[([^\]|]{0,500})(?:\|[^\]]{0,100})?\]\((https?:\/\/[^)\s]{1,2000})\)/g,
      (_, name: string, address: string) => (name === "" ? address : `[${name}](${address})`),
    );
}
