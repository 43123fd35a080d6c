import {execFile} from "node:child_process";
import {chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {fileURLToPath} from "node:url";
import {promisify} from "node:util";
import {makeLogs} from "../examples/second-half-2005/generate.ts";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../", import.meta.url));
const example = "examples/second-half-2005";

let logsMade: Promise<string> | null = null;

/** The folder of the example's logs, which are made where they are missing; once for all pages. */
function exampleLogs(): Promise<string> {
  const folder = join(root, example, "logs");
  logsMade ??= makeLogs(folder).then(() => folder);
  return logsMade;
}

/** Commands that a page shows and that are run, and the output it shows below them. */
export interface Example {
  readonly commands: string;
  /** Null where the page shows none. */
  readonly output: string | null;
  /** True where several inputs are read at once, so that the lines come in any order. */
  readonly isUnordered: boolean;
}

/** `<!-- run -->` above a block of commands; `<!-- output -->` or `<!-- output in any order -->` above what it prints. */
const marked =
  /<!-- run -->\n```sh\n(?<commands>[\s\S]*?)```(?:\n\n<!-- output(?<order> in any order)? -->\n```text\n(?<output>[\s\S]*?)```)?/g;

/** Which examples does a page hold? In order. */
export function examplesIn(page: string): Example[] {
  return [...page.matchAll(marked)].map(({groups}) => ({
    commands: groups?.["commands"] ?? "",
    output: groups?.["output"] ?? null,
    isUnordered: groups?.["order"] !== undefined,
  }));
}

/** The page with these outputs in place of those it shows; in step with its examples. */
export function withOutputs(page: string, outputs: readonly string[]): string {
  let place = 0;
  return page.replace(marked, (whole, _commands, _order, shown: string | undefined) => {
    const output = outputs[place++]!;
    const example = examplesIn(whole)[0]!;
    if (shown === undefined || comparable({...example, output}) === comparable(example)) return whole;
    return `${whole.slice(0, whole.length - shown.length - 3)}${output}\`\`\``;
  });
}

/** The output in the form in which two are compared. */
export function comparable({output, isUnordered}: Example): string {
  return isUnordered ? (output ?? "").split("\n").sort().join("\n") : (output ?? "");
}

const partition = "=== the next block ===";

/**
 * Runs a page's examples one after the other in one shell, and says what each printed.
 *
 * The folder they start in holds the example's workspace where a checkout has it, and the logs of its last two months as
 * `access.log.2.gz` and `access.log.1.gz`. It is called `/srv/press` in what comes out, and is gone afterwards.
 *
 * @throws {Error} when a command fails; with all that was printed.
 */
export async function runExamples(examples: readonly Example[]): Promise<string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "broadsheet-docs-")));
  try {
    const home = await prepare(folder);
    const script = ["set -euo pipefail", "exec 2>&1", ...examples.map(({commands}) => commands)].join(
      `\nprintf '${partition}\\n'\n`,
    );
    const env = {...process.env, PATH: `${join(folder, "bin")}:${process.env["PATH"] ?? ""}`, NO_COLOR: "1"};
    const {stdout} = await run("bash", ["-c", script], {cwd: home, env, maxBuffer: 1 << 26}).catch((fault) => {
      throw new Error(`${fault.message}\n${fault.stdout}`);
    });
    // The lines of a sheet end as spreadsheets want it; a page's do not.
    return stdout.replaceAll("\r\n", "\n").replaceAll(home, "/srv/press").split(`${partition}\n`).slice(2);
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}

async function prepare(folder: string): Promise<string> {
  const home = join(folder, "press");
  const logs = await exampleLogs();
  mkdirSync(join(home, example), {recursive: true});
  const isKept = (path: string): boolean => !/[\\/](?:logs|store|report\.\w+)$/.test(path);
  cpSync(join(root, example), join(home, example), {recursive: true, filter: isKept});
  symlinkSync(logs, join(home, example, "logs"));
  symlinkSync(join(logs, "access-2005-11.log.gz"), join(home, "access.log.2.gz"));
  symlinkSync(join(logs, "access-2005-12.log.gz"), join(home, "access.log.1.gz"));
  const program = join(folder, "bin", "broadsheet");
  mkdirSync(join(folder, "bin"));
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${join(root, "bin/broadsheet.js")}' "$@"\n`);
  chmodSync(program, 0o755);
  return home;
}
