import {createHash} from "node:crypto";
import {createReadStream, mkdirSync, readFileSync, rmSync, statSync, writeFileSync} from "node:fs";
import {basename, dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {constants, zstdCompressSync} from "node:zlib";
import {architecture, canMakeDeb, makeDeb} from "./deb.ts";
import {layFolder} from "./folder.ts";
import {readDescription} from "./packages.ts";
import {run} from "./run.ts";
import {sourceDate} from "./source-date.ts";
import {tryInBareRoot} from "./try.ts";

/*
 * `npm run dist`: what is installed where there is no Node, in release/: a folder, the same as one packed file, and where the machine has
 * dpkg-deb a package for Debian. `-- --try` installs each in a bare Debian and makes reports there.
 */

const root = fileURLToPath(new URL("../", import.meta.url));
const {version} = readDescription(root);
const folder = join(root, "release", `broadsheet-${version}-${process.platform}-${process.arch}`);
const packed = `${folder}.tar.zst`;
const deb = join(root, "release", `broadsheet_${version}_${architecture}.deb`);

/** The folder as one file: the same files give the same bytes. */
function pack(date: Date): void {
  const seconds = Math.floor(date.getTime() / 1000);
  const words = [
    ...["--create", "--sort=name", `--mtime=@${seconds}`, "--format=gnu"],
    ...["--owner=0", "--group=0", "--numeric-owner", `--directory=${dirname(folder)}`, basename(folder)],
  ];
  const plain = packed.replace(/\.zst$/, "");
  run("tar", [...words, `--file=${plain}`]);
  // At once: in pieces, what comes out depends on where they end.
  const level = {params: {[constants.ZSTD_c_compressionLevel]: 10}};
  writeFileSync(packed, zstdCompressSync(readFileSync(plain), level));
  rmSync(plain);
}

async function tell(file: string): Promise<void> {
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece as Buffer);
  const megabytes = (statSync(file).size / 1e6).toFixed(1);
  process.stdout.write(`${megabytes.padStart(7)} MB  ${hash.digest("hex")}  ${basename(file)}\n`);
}

process.umask(0o022);
mkdirSync(dirname(folder), {recursive: true});
const date = sourceDate();
run("npm", ["run", "build"], {
  cwd: root,
  env: {...process.env, SOURCE_DATE_EPOCH: String(Math.floor(date.getTime() / 1000))},
});
layFolder(folder);
pack(date);
await tell(packed);
if (canMakeDeb()) {
  makeDeb(folder, deb, date);
  await tell(deb);
} else process.stdout.write("no dpkg-deb here, so no package for Debian\n");
if (process.argv.includes("--try")) tryInBareRoot({packed, deb});
