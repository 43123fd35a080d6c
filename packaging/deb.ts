import {spawnSync} from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {fileURLToPath} from "node:url";
import {gzipSync} from "node:zlib";
import {readDescription} from "./packages.ts";
import {run} from "./run.ts";

const root = fileURLToPath(new URL("../", import.meta.url));
const architectures: Readonly<Record<string, string>> = {x64: "amd64", arm64: "arm64"};

/** Debian's name for machines like this one. */
export const architecture = architectures[process.arch] ?? process.arch;

/** Is there what makes Debian's packages? */
export function canMakeDeb(): boolean {
  return spawnSync("dpkg-deb", ["--version"]).error === undefined;
}

/** Who answers for the package: whoever makes it may say so, as with Debian's own tools. */
const maintainer = `${process.env["DEBFULLNAME"] ?? "Broadsheet"} <${process.env["DEBEMAIL"] ?? "broadsheet@example.org"}>`;

/** A user for the desk and the forum, who owns nothing; what runs is started by whoever keeps the machine. */
const postinst = `#!/bin/sh
set -e
if [ "$1" = configure ]; then
  if ! getent passwd broadsheet >/dev/null; then
    adduser --system --group --no-create-home --home /nonexistent broadsheet >/dev/null
  fi
  if [ -d /run/systemd/system ]; then systemctl --system daemon-reload >/dev/null || true; fi
fi
`;

/** What runs ends before its files go; of an upgrade it is told to begin again by the new one. */
const prerm = `#!/bin/sh
set -e
if [ "$1" = remove ] && [ -d /run/systemd/system ] && command -v deb-systemd-invoke >/dev/null; then
  deb-systemd-invoke stop broadsheet.service broadsheet-desk.service broadsheet-forum.service || true
fi
`;

/** Workspaces are never touched. The user stays, since files may be theirs. */
const postrm = `#!/bin/sh
set -e
if [ -d /run/systemd/system ]; then systemctl --system daemon-reload >/dev/null || true; fi
`;

const control = (version: string, kilobytes: number): string => `Package: broadsheet
Version: ${version}
Architecture: ${architecture}
Maintainer: ${maintainer}
Installed-Size: ${kilobytes}
Depends: libc6 (>= 2.28), libstdc++6 (>= 8), libgcc-s1, adduser
Section: web
Priority: optional
Description: readership reports for publishers, from server logs
 Broadsheet reads the logs of web servers that a publisher already has, and the
 books that it keeps by hand, and writes the readership report of a half year:
 dated, with notes, and with every request accounted for.
 .
 Node.js and all other parts come along; no other package is needed to run it.
`;

/**
 * Makes Debian's package of the folder.
 *
 * @param date Of all files in it: the same folder gives the same bytes.
 */
export function makeDeb(folder: string, file: string, date: Date): void {
  const top = mkdtempSync(join(tmpdir(), "broadsheet-deb-"));
  const {version} = readDescription(root);
  try {
    const program = join(top, "usr/lib/broadsheet");
    mkdirSync(join(top, "usr/bin"), {recursive: true});
    cpSync(folder, program, {recursive: true});
    for (const name of ["share", "README.md", "LICENSES.txt"]) rmSync(join(program, name), {recursive: true});
    cpSync(join(folder, "share"), join(top, "usr/share"), {recursive: true});
    symlinkSync("../lib/broadsheet/broadsheet", join(top, "usr/bin/broadsheet"));
    const units = join(top, "usr/lib/systemd/system");
    for (const unit of globSync("docs/serving/*.service", {cwd: root})) {
      const text = readFileSync(join(root, unit), "utf8").replaceAll(/^# \/etc\/systemd\/system\//gm, "# ");
      write(join(units, basename(unit)), text);
    }
    const about = join(top, "usr/share/doc/broadsheet");
    cpSync(join(folder, "README.md"), join(about, "README.md"));
    write(join(about, "copyright"), copyright());
    write(join(about, "LICENSES.txt.gz"), gzipSync(readFileSync(join(folder, "LICENSES.txt")), {level: 9}));
    write(join(about, "changelog.gz"), gzipSync(changelog(version, date), {level: 9}));
    write(join(top, "usr/share/lintian/overrides/broadsheet"), overrides);
    const kilobytes = sizeOf(join(top, "usr"));
    write(join(top, "DEBIAN/control"), control(version, kilobytes));
    for (const [name, text] of Object.entries({postinst, prerm, postrm})) {
      write(join(top, "DEBIAN", name), text);
      chmodSync(join(top, "DEBIAN", name), 0o755);
    }
    for (const path of globSync("**", {cwd: top, withFileTypes: true})) {
      if (path.isDirectory()) chmodSync(join(path.parentPath, path.name), 0o755);
    }
    chmodSync(top, 0o755);
    // What dpkg of Debian 12 reads: xz would take minutes.
    run("dpkg-deb", ["--root-owner-group", "-Zzstd", "-z10", "--build", top, file], {
      env: {...process.env, SOURCE_DATE_EPOCH: String(Math.floor(date.getTime() / 1000))},
    });
  } finally {
    rmSync(top, {recursive: true, force: true});
  }
}

/** What comes along as its makers give it away is not taken apart again. */
const overrides = `broadsheet: embedded-library
broadsheet: unstripped-binary-or-object
broadsheet: hardening-no-pie
`;

/** What Debian wants to know of a version; what changed stands in CHANGELOG.md. */
function changelog(version: string, date: Date): string {
  const day = date.toUTCString().replace("GMT", "+0000");
  return `broadsheet (${version}) unstable; urgency=medium\n\n  * See CHANGELOG.md in /usr/lib/broadsheet/node_modules/broadsheet.\n\n -- ${maintainer}  ${day}\n`;
}

function copyright(): string {
  const own = readFileSync(join(root, "LICENSE"), "utf8");
  return `Broadsheet:\n\n${own}\nNode.js and other parts that come along have licences of their own: LICENSES.txt.gz in this folder.\n`;
}

function write(path: string, content: string | Buffer): void {
  mkdirSync(join(path, ".."), {recursive: true});
  writeFileSync(path, content);
  chmodSync(path, 0o644);
}

/** In kB, as Debian counts. */
function sizeOf(folder: string): number {
  const files = globSync("**", {cwd: folder, withFileTypes: true}).map((entry) => join(entry.parentPath, entry.name));
  return files.reduce((sum, path) => sum + (existsSync(path) ? Math.ceil(statSync(path).size / 1024) : 0), 0);
}
