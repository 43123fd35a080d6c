import {spawnSync} from "node:child_process";
import {chmodSync, cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {licenceText, packagesBeside} from "./packages.ts";

const root = fileURLToPath(new URL("../", import.meta.url));

/** The program, wherever the folder lies and by whatever link it is called. */
const program = `#!/bin/sh
here=$(dirname "$(readlink -f "$0")")
exec "$here/node" "$here/node_modules/broadsheet/bin/broadsheet.js" "$@"
`;

/** What shells complete with, by where each looks for it below `share`. */
export const completionPlaces: Readonly<Record<string, string>> = {
  bash: "bash-completion/completions/broadsheet",
  zsh: "zsh/vendor-completions/_broadsheet",
  fish: "fish/vendor_completions.d/broadsheet.fish",
};

/**
 * Lays out all that is needed in one folder: Node, the bundle, native parts for machines like this one, the manual, completions, licences.
 *
 * `npm run build` has been run before.
 */
export function layFolder(folder: string): void {
  rmSync(folder, {recursive: true, force: true});
  const own = join(folder, "node_modules/broadsheet");
  copy(process.execPath, join(folder, "node"), 0o755);
  for (const file of packedFiles()) if (!file.startsWith("dist/types/")) copy(join(root, file), join(own, file));
  for (const {folder: from} of packagesBeside()) {
    for (const file of globSync("**", {cwd: from, withFileTypes: true, exclude: ["node_modules"]})) {
      if (!file.isFile() || /\.(?:d\.[cm]?ts|map)$/.test(file.name)) continue;
      const path = join(file.parentPath, file.name);
      copy(path, join(folder, relative(root, path)));
    }
  }
  for (const page of globSync("dist/man/*.1", {cwd: root})) {
    write(
      join(folder, "share/man/man1", `${page.slice("dist/man/".length)}.gz`),
      gzipSync(readFileSync(join(root, page)), {level: 9}),
    );
  }
  for (const [shell, place] of Object.entries(completionPlaces)) {
    copy(join(root, `src/cli/completion/broadsheet.${shell}`), join(folder, "share", place));
  }
  write(join(folder, "LICENSES.txt"), licenceText());
  copy(join(root, "README.md"), join(folder, "README.md"));
  write(join(folder, "broadsheet"), program, 0o755);
}

/** The files of the package as npm would pack them. */
function packedFiles(): string[] {
  const {stdout, stderr, status} = spawnSync("npm", ["pack", "--dry-run", "--json", "--ignore-scripts"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`npm pack: ${stderr}`);
  const [{files}] = JSON.parse(stdout) as [{files: readonly {path: string}[]}];
  return files.map(({path}) => path);
}

function copy(from: string, to: string, mode = 0o644): void {
  mkdirSync(dirname(to), {recursive: true});
  cpSync(from, to);
  chmodSync(to, mode);
}

function write(to: string, content: string | Buffer, mode = 0o644): void {
  mkdirSync(dirname(to), {recursive: true});
  writeFileSync(to, content);
  chmodSync(to, mode);
}
