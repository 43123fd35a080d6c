import {resolve} from "node:path";
import {UserError} from "../../base/error.ts";
import {plural} from "../../base/text.ts";
import {buildSite} from "../../publish/site/build.ts";
import {archiveAddress} from "../../workspace/config/archive.ts";
import {shortPath} from "../../workspace/workspace-files.ts";
import {isSet, type ParsedArgs, type Run, textOption} from "../command.ts";
import {languageFromArgs} from "../report/report-language.ts";
import {workspaceFolderFromArgs} from "../workspace-folder.ts";

/** `broadsheet site build`: the public archive of all that was published. */
export const runSiteBuild: Run = async (args, environment) => {
  const {cwd, stderr, signal} = environment;
  const workspaceFolder = workspaceFolderFromArgs(args, environment);
  const output = resolve(cwd, textOption(args, "output")!);
  const [language, address, isAnew] = [languageFromArgs(args), addressFromArgs(args), isSet(args, "anew")];
  const waiting = (holder: string): void => void stderr.write(`Waiting for ${holder} to finish.\n`);
  const listener = isSet(args, "quiet") ? {} : {waiting};
  const built = await buildSite(workspaceFolder, {output, language, address, isAnew}, {listener, signal});
  if (!isSet(args, "quiet")) {
    const {editions, errata, figures, files, written, removed} = built;
    const holds = [
      plural(editions, "edition", "editions"),
      plural(errata, "erratum", "errata"),
      plural(figures, "figure", "figures"),
    ];
    const gone = removed === 0 ? "" : `, ${removed} taken away`;
    stderr.write(
      `${shortPath(output, cwd)}: ${holds.join(", ")}; ${plural(files, "file", "files")}, ${written} written${gone}.\n`,
    );
  }
  return 0;
};

function addressFromArgs(args: ParsedArgs): string | undefined {
  const text = textOption(args, "address");
  if (text === undefined) return undefined;
  const address = archiveAddress(text);
  if (address !== undefined) return address;
  throw new UserError(
    "COMMAND_INCOMPLETE",
    `"${text}" is not an address of the web`,
    "write it like https://example.org/readership/",
    {field: "address"},
  );
}
