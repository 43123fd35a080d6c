import {joinAnd, plural, visible} from "../../base/text.ts";

/** A damaged part, and what became of it, as it is shown. */
interface ShownPart {
  readonly input: {readonly name: string; readonly sha256: string};
  readonly damages: readonly {readonly path: string; readonly what: string}[];
  readonly left: string | null;
}

/** What was repaired and what was not, with what to do about that. */
export function renderRepair(parts: readonly ShownPart[]): string {
  if (parts.length === 0) return "No file is damaged.\n";
  const lines = parts.flatMap(({input: {name, sha256}, damages, left}) => [
    `${left === null ? "repaired" : "left    "}  ${visible(name)} (${sha256.slice(0, 12)})`,
    ...damages.map(({path, what}) => `          ${visible(what)}: ${visible(path)}`),
    ...(left === null ? [] : [`          ${visible(left)}`]),
  ]);
  const rest = parts.filter(({left}) => left !== null);
  const names = [...new Set(rest.map(({input: {name}}) => visible(name)))];
  const help =
    rest.length === 0
      ? ["Everything is as it was before."]
      : [
          `${plural(rest.length, "part is", "parts are")} as damaged as before, and reports that need ${rest.length > 1 ? "them" : "it"} are refused. For ${joinAnd(names)}:`,
          "  name the log: broadsheet repair FILE…",
          "  or bring the files named above back from a backup",
          "  or take it out, and its requests with it: broadsheet inputs drop",
        ];
  return `${[...lines, "", ...help].join("\n")}\n`;
}
