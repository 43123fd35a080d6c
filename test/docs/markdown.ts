import {globSync, readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** Every page of the project, by its path from the root. */
export function readPages(): Readonly<Record<string, string>> {
  const paths = globSync(["*.md", "{docs,examples,bench/results}/**/*.md"], {cwd: root}).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(root + path, "utf8")]));
}

/** The page without its blocks of code, where `#` is no heading and brackets are no link. */
export function proseOf(page: string): string {
  return page.replace(/^( *)(```+).*\n[\s\S]*?^\1\2 *$/gm, "");
}

/** The blocks of code in a language. */
export function blocksOf(page: string, language: string): string[] {
  return [...page.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].filter((match) => match[1] === language).map((m) => m[2]!);
}

/** The headings' texts, as they are written. */
export function headingsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^#{1,6} +(.+?) *$/gm)].map((match) => match[1]!);
}

/** The anchors that GitHub gives a page's headings. */
export function anchorsOf(page: string): string[] {
  const seen = new Map<string, number>();
  return headingsOf(page).map((heading) => {
    const text = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
    const slug = text.replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "").replaceAll(" ", "-");
    const count = seen.get(slug) ?? 0;
    seen.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  });
}

/** Where a page's links and pictures lead, as they are written. */
export function linksOf(page: string): string[] {
  const prose = proseOf(page).replace(/`[^`\n]*`/g, "");
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].map((match) => match[1]!);
}

/** The first cells of all rows of a page's tables, without marks and links. */
export function firstCellsOf(page: string): string[] {
  return [...proseOf(page).matchAll(/^\| *([^|]+?) *\|/gm)].map((match) =>
    match[1]!.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replaceAll("`", ""),
  );
}
