import {cpSync, mkdirSync, readFileSync, rmSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {rolldown} from "rolldown";
import bundles from "../packaging/rolldown.config.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/**
 * Builds the package and lays it out in this folder as npm would, without what it depends on: that is found upwards.
 *
 * @returns The program.
 */
export async function install(folder: string): Promise<string> {
  const installed = join(folder, "node_modules", "broadsheet");
  rmSync(installed, {recursive: true, force: true});
  const {files} = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {files: readonly string[]};
  for (const file of ["package.json", ...files]) {
    // What is left out of a folder is named behind it.
    if (file === "dist" || file.startsWith("!")) continue;
    mkdirSync(dirname(join(installed, file)), {recursive: true});
    cpSync(join(root, file), join(installed, file), {recursive: true});
  }
  // One after the other: the first one clears the folder.
  for (const {output, ...input} of bundles) {
    await using bundle = await rolldown(input);
    await bundle.write({...output, dir: join(installed, "dist")});
  }
  return join(installed, "bin", "broadsheet.js");
}
