import {visible} from "../../../base/text.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import type {FileTree} from "../place/place.ts";
import type {BuildDifference} from "./build-difference.ts";

/** What an edition has besides what follows from its report: of each another part of this level says whether it fits. */
const records = ["edition.json", "inputs.json", "methodology.json", "buildinfo.json", "statement.intoto.json"] as const;

/**
 * Files that stand in an edition and follow from nothing in it, and records that are not there: nobody could say that those are right.
 *
 * @param made The names of what is made from the report.
 */
export function otherFiles(
  place: FileTree,
  made: ReadonlyMap<string, unknown>,
  build: BuildDifference | null,
): Finding[] {
  const rules = place.files.get("methodology.json")?.read().toString("utf8") ?? "";
  const known = new Set<string>(["SHA256SUMS", "SHA256SUMS.minisig", ...records, ...made.keys()]);
  const isKnown = (name: string): boolean => {
    if (known.has(name) || name.startsWith("SHA256SUMS.")) return true;
    if (name.startsWith("lists/")) return rules.includes(JSON.stringify(name));
    return /^books\/[^/]+\.csv$/.test(name);
  };
  const stray = [...place.files.keys()].filter((name) => !isKnown(name)).sort();
  const cause = "nothing in report.json or the rules gives such a file";
  return [
    ...stray.map((name) => {
      const file = visible(name);
      return build === null ? differs(file, cause) : unchecked(file, `${cause}; ${build.excuse}`);
    }),
    ...records.flatMap((name) => {
      return place.files.has(name) ? [] : [differs(name, "every edition has such a file, and it is not there")];
    }),
  ];
}
