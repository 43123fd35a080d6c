import {formatSize} from "../../base/size.ts";
import {joinAnd, plural, visible} from "../../base/text.ts";

/** What a backup holds, as its list says. */
export interface ShownBackup {
  readonly publication: string;
  readonly madeAt: string;
  readonly broadsheet: string;
  readonly withKey: boolean;
  readonly catalogue: number | null;
  readonly files: readonly {readonly path: string; readonly bytes: number}[];
  readonly missing: {
    readonly keys: readonly string[];
    readonly passwords: readonly string[];
    readonly books: number;
    readonly servers: readonly string[];
    readonly elsewhere: readonly string[];
    readonly others: readonly string[];
  };
}

const mostNames = 8;

/** What was backed up, and what was not. */
export function renderBackup(path: string, bytes: number, backup: ShownBackup): string {
  const {withKey, missing} = backup;
  return lines([
    `${visible(path)}: ${contentsLine(backup)}; ${formatSize(bytes)}.`,
    ...(withKey
      ? [
          `With it are the keys, and all addresses of readers that the workspace has: whoever has the file can tell who read what${canSign(backup) ? "," : "."}`,
          `${canSign(backup) ? "and sign in your name. " : ""}Seal it, as with age -p, and throw it away when those addresses would go.`,
        ]
      : withoutKeys(missing)),
    ...alsoMissing(backup),
    ...(missing.others.length === 0 ? [] : [`Not of the workspace, and not in it: ${names(missing.others)}.`]),
  ]);
}

/** What a backup holds that was looked at. */
export function renderCheckedBackup(path: string, backup: ShownBackup): string {
  return lines([
    `${visible(path)}: ${contentsLine(backup)}. Every file is what was backed up.`,
    `Made ${momentOf(backup)} by Broadsheet ${visible(backup.broadsheet)}; ${backup.withKey ? "with the keys and addresses" : "without keys and addresses"}.`,
  ]);
}

/** What was restored, and what is missing of it. */
export function renderRestored(folder: string, backup: ShownBackup): string {
  const {withKey, missing, catalogue} = backup;
  const key = `${visible(folder)}/store/key`;
  const withoutKey = [
    "Its key is not in the backup. Until it is back, what was published can be served, verified and built into the archive; nothing",
    `can be read, counted or decided. Put the key that you kept into ${key}, then: chmod 600 ${key}`,
  ];
  return lines([
    `${visible(folder)}: ${contentsLine(backup)}, as of ${momentOf(backup)}. Every file is what was backed up.`,
    ...(missing.keys.includes("store/key") && (catalogue !== null || missing.servers.length > 0) ? withoutKey : []),
    ...(missing.keys.includes("store/signing-key")
      ? [
          "The key that signs is not in it either: put it beside the other, in the same way. Where it is lost: broadsheet key rotate --lost",
        ]
      : []),
    ...(missing.keys.includes("forum/key")
      ? [
          "Nor is the forum's: put it back into forum/key likewise. Without it members with an app of codes set up another, by a recovery code.",
        ]
      : []),
    ...(missing.keys.includes("desk/key")
      ? [
          "Nor is the desk's: put it back into desk/key likewise, or nobody signs in. Where it is lost, move desk/ away, and invite everybody anew.",
        ]
      : []),
    ...(missing.books > 0
      ? [
          "No addresses are in it: clients are shown by their numbers, and months that are not closed are reviewed so. No figure moves.",
        ]
      : []),
    ...missing.passwords.map((path) => `Not in it, as it holds a password: ${visible(path)}.`),
    ...alsoMissing(backup),
    ...(withKey ? ["The keys are back, too."] : []),
  ]);
}

function contentsLine({publication, files}: ShownBackup): string {
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return `${plural(files.length, "file", "files")} of ${visible(publication)}, ${formatSize(bytes)}`;
}

function canSign({files}: ShownBackup): boolean {
  return files.some(({path}) => path === "workspace/store/signing-key");
}

function momentOf({madeAt}: ShownBackup): string {
  return `${madeAt.slice(0, 16).replace("T", " ")} UTC`;
}

function withoutKeys({keys, books, passwords}: ShownBackup["missing"]): string[] {
  return [
    ...(keys.length === 0
      ? []
      : [
          `Not in it: ${joinAnd(keys)}. Without the first nothing can be counted from what is restored: keep ${keys.length === 1 ? "it" : "them"}, sealed and elsewhere,`,
          "or pass --with-key.",
        ]),
    ...(books === 0
      ? []
      : [`Not in it: ${plural(books, "book of addresses", "books of addresses")}, which no figure needs.`]),
    ...passwords.map((path) => `Not in it, as it holds a password: ${visible(path)}.`),
  ];
}

function alsoMissing({missing: {servers, elsewhere}}: ShownBackup): string[] {
  return [
    ...(servers.length === 0
      ? []
      : [
          `Not in it: the requests, which are kept on ${names(servers)}. Back them up there; restored, the workspace finds them again.`,
        ]),
    ...(elsewhere.length === 0 ? [] : [`Not in it, as it lies elsewhere: ${names(elsewhere)}.`]),
  ];
}

function names(all: readonly string[]): string {
  const shown = all.slice(0, mostNames).map(visible);
  return joinAnd(all.length > mostNames ? [...shown, `${all.length - mostNames} more`] : shown);
}

function lines(all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}
