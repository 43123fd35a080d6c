import {spawnSync} from "node:child_process";
import {mkdirSync, readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import {makeWorkspace} from "../../src/workspace/make-workspace.ts";
import {lineOf, logOf} from "../press.ts";

const page = readFileSync(new URL("../../docs/library.md", import.meta.url), "utf8");

/** The block of the page that is written in a language. */
function blockOf(language: string): string {
  return new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, "s").exec(page)![1]!;
}

/** What the page says that its script prints. */
export const printed = blockOf("text");

/** Runs the script of `docs/library.md` in a folder. @param name What it imports there. */
export function runScript(folder: string, name = "broadsheet"): {stdout: string; stderr: string} {
  mkdirSync(folder, {recursive: true});
  makeWorkspace(join(folder, "press"), "publication: The Example Press\n");
  const lines = [{client: "192.0.2.1"}, {client: "192.0.2.2"}, {client: "192.0.2.2", path: "/b.html"}].map(lineOf);
  writeFileSync(join(folder, "access.log"), logOf(lines));
  writeFileSync(join(folder, "script.mjs"), blockOf("js").replace('"broadsheet"', JSON.stringify(name)));
  return spawnSync(process.execPath, ["script.mjs"], {cwd: folder, encoding: "utf8"});
}
