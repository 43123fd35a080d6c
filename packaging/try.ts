import {cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {basename, join} from "node:path";
import {run} from "./run.ts";

/** What was made for machines without Node. */
interface Release {
  readonly packed: string;
  readonly deb: string;
}

/** Eight lines of a log: enough for every kind of output. */
const log = Array.from({length: 8}, (_, at) => {
  const agent = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
  return `192.0.2.${at} - - [0${at + 1}/Jul/2005:12:00:00 +0000] "GET /news/${at}.html HTTP/1.1" 200 5000 "-" "${agent}"\n`;
}).join("");

/** What has to hold for a program, wherever it was installed. */
const uses = `
[ "$(broadsheet --version)" = "$VERSION" ]
broadsheet quick /tmp/access.log --quiet --tables none | grep -q "8 distinct users"
for output in html pdf json csv md; do broadsheet quick /tmp/access.log --quiet -o /tmp/report.$output; [ -s /tmp/report.$output ]; done
broadsheet init /tmp/press --yes --quiet && cp /tmp/access.log /tmp/press/logs/
broadsheet -C /tmp/press ingest --quiet
broadsheet -C /tmp/press report 2005-07 --quiet --picture readers -o /tmp/readers.png >/dev/null && [ -s /tmp/readers.png ]
[ "$(broadsheet complete -- -C /tmp/press report 2005-0 | head -n 1)" = 2005-07 ]
broadsheet help start | grep -q "From nothing to the report"
rm -rf /tmp/press /tmp/report.* /tmp/readers.png
`;

/** Nothing of the machine helps: no Node, and the folder unpacked where it is called by a link. */
const asFolder = `
! command -v node
tar -xf /tmp/release.tar -C /opt
ln -s /opt/broadsheet-*/broadsheet /usr/local/bin/broadsheet
${uses}
rm -r /opt/broadsheet-* /usr/local/bin/broadsheet
`;

const asPackage = `
dpkg -i /tmp/broadsheet.deb
[ "$(command -v broadsheet)" = /usr/bin/broadsheet ]
id broadsheet >/dev/null
for file in man/man1/broadsheet.1.gz man/man1/broadsheet-ledger-check.1.gz bash-completion/completions/broadsheet zsh/vendor-completions/_broadsheet \\
  fish/vendor_completions.d/broadsheet.fish doc/broadsheet/copyright; do [ -s /usr/share/$file ]; done
for unit in broadsheet broadsheet-desk broadsheet-forum; do [ -s /usr/lib/systemd/system/$unit.service ]; done
${uses}
su -s /bin/sh broadsheet -c "broadsheet quick /tmp/access.log --quiet --tables none" >/dev/null
dpkg -i /tmp/broadsheet.deb
mkdir -p /srv/press && touch /srv/press/broadsheet.yaml
dpkg --purge broadsheet
[ -e /srv/press/broadsheet.yaml ]
[ ! -e /usr/lib/broadsheet ] && [ ! -e /usr/bin/broadsheet ] && [ ! -e /usr/share/man/man1/broadsheet.1.gz ]
`;

/**
 * Installs what was made in a bare Debian, which has no Node, and makes reports there.
 *
 * Wants root and debootstrap. A base that is there already may be named by `BROADSHEET_BASE`; it is copied.
 *
 * @throws {Error} with what was printed, where something does not hold.
 */
export function tryInBareRoot({packed, deb}: Release): void {
  const top = mkdtempSync(join(tmpdir(), "broadsheet-bare-"));
  try {
    const bare = join(top, "root");
    const base = process.env["BROADSHEET_BASE"];
    if (base === undefined) run("debootstrap", ["--variant=minbase", "bookworm", bare, "http://deb.debian.org/debian"]);
    else run("cp", ["-a", base, bare]);
    mkdirSync(join(bare, "tmp"), {recursive: true});
    writeFileSync(join(bare, "tmp/access.log"), log);
    const version = /-(\d[^-]*)-/.exec(basename(packed))?.[1] ?? "";
    // The bare one has no zstd either.
    run("sh", ["-c", 'exec node -e "$0" <"$1" >"$2"', unpack, packed, join(bare, "tmp/release.tar")]);
    within(bare, asFolder, version);
    process.stdout.write(`${basename(packed)} runs in a bare Debian\n`);
    if (!existsSync(deb)) return;
    cpSync(deb, join(bare, "tmp/broadsheet.deb"));
    within(bare, asPackage, version);
    process.stdout.write(`${basename(deb)} is installed in a bare Debian, runs, is upgraded, and is taken out whole\n`);
  } finally {
    rmSync(top, {recursive: true, force: true});
  }
}

const unpack = "process.stdin.pipe(require('zlib').createZstdDecompress()).pipe(process.stdout)";

function within(bare: string, script: string, version: string): void {
  const env = {
    PATH: "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
    HOME: "/root",
    LC_ALL: "C.UTF-8",
    VERSION: version,
  };
  run("chroot", [bare, "/bin/sh", "-exc", script], {env, timeout: 300_000});
}
