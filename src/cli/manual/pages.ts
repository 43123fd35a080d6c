import {readdirSync, readFileSync} from "node:fs";

/** The documentation as it is installed: the same pages as those of the project. */
const folder = new URL("../../../docs/", import.meta.url);
const changes = new URL("../../../CHANGELOG.md", import.meta.url);

/** One page of the documentation. */
export interface ManualPage {
  /** The file's name without its ending. */
  readonly name: string;
  readonly title: string;
  /** As it is written, in Markdown. */
  readonly text: string;
}

/** A part of a page, from its heading to the next of its rank. */
export interface ManualSection {
  readonly page: string;
  /** Without its marks. */
  readonly heading: string;
  readonly text: string;
}

/** Every page, by name; `changelog` is the last. */
export function readManual(): ManualPage[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(".md"));
  const pages = names.sort().map((file) => asPage(file.slice(0, -3), readFileSync(new URL(file, folder), "utf8")));
  return [...pages, asPage("changelog", readFileSync(changes, "utf8"))];
}

function asPage(name: string, text: string): ManualPage {
  return {name, title: /^# (.+)$/m.exec(text)?.[1] ?? name, text};
}

/** Every part of a page that has a heading of its own below the title. */
export function sectionsOf({name, text}: ManualPage): ManualSection[] {
  const headings: {readonly line: number; readonly rank: number; readonly heading: string}[] = [];
  const lines = text.split("\n");
  let isCode = false;
  for (const [line, content] of lines.entries()) {
    if (content.startsWith("```")) isCode = !isCode;
    const [, marks, heading] = (!isCode && /^(#{2,6}) (.+)$/.exec(content)) || [];
    if (marks !== undefined) headings.push({line, rank: marks.length, heading: plainHeading(heading!)});
  }
  return headings.map(({line, rank, heading}, at) => {
    const end = headings.slice(at + 1).find((next) => next.rank <= rank)?.line;
    return {page: name, heading, text: lines.slice(line, end).join("\n")};
  });
}

function plainHeading(text: string): string {
  return text.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", "");
}
