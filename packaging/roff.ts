/** Text for `man`, escaped: no sign of it is taken for a request, a dash for a hyphen, or a sign beyond ASCII for nothing. */
export function escapeRoff(text: string): string {
  return guardStart(escapeSigns(text));
}

function escapeSigns(text: string): string {
  return text
    .replaceAll("\\", "\\(rs")
    .replace(/[^\x20-\x7e]/gu, (sign) => `\\[u${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}]`);
}

/** A dot or a quote at the start of a line would make a request of it. */
function guardStart(line: string): string {
  return line.replace(/^[.']/, "\\&$&");
}

/** What is typed as it stands: its dashes and quotes are those of the keyboard. */
export function escapeTyped(text: string): string {
  return escapeRoff(text)
    .replaceAll("-", "\\-")
    .replaceAll("'", "\\(aq")
    .replaceAll("^", "\\(ha")
    .replaceAll("~", "\\(ti")
    .replaceAll("`", "\\(ga")
    .replace(/^\\\(aq/, "\\&$&");
}

/** Checkers of manual pages want lines of a terminal. */
const longestLine = 78;

/** A paragraph, its lines broken at spaces; what stands between backticks is typed, and printed in bold. */
export function paragraph(text: string): string {
  const words = text.split(/(`[^`]+`)/).flatMap((part) => {
    if (!/^`.+`$/.test(part)) return part.split(/(?<= )/).map(escapeSigns);
    return [bold(part.slice(1, -1))];
  });
  const lines = [""];
  for (const word of words) {
    const last = lines.at(-1)!;
    // A line is broken at a space alone.
    if (last.endsWith(" ") && last.length + word.trimEnd().length > longestLine) lines.push(word);
    else lines[lines.length - 1] = last + word;
  }
  return lines.map((line) => guardStart(line.trim())).join("\n");
}

/** In bold: what is typed. */
export function bold(text: string): string {
  return `\\fB${escapeTyped(text)}\\fP`;
}

/** Slanted: what stands for something else. */
export function italic(text: string): string {
  return `\\fI${escapeTyped(text)}\\fP`;
}

/** Lines that stand as they are. */
export function verbatim(lines: readonly string[]): string {
  return [".RS 4", ".EX", ...lines.map(escapeTyped), ".EE", ".RE"].join("\n");
}

/** Something with what it means, further in. */
export function entry(head: string, text: string): string {
  return `.TP\n${head}\n${paragraph(text)}`;
}
