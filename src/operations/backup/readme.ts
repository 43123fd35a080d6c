import {plural, visible} from "../../base/text.ts";
import type {BackupManifest} from "./manifest.ts";

/** The name of what a person reads who unpacks a backup by hand. */
export const readmeName = "README.txt";

/** What a backup is, what is not in it, and how it is restored: for whoever has the file and nothing else. */
export function backupReadme({
  publication,
  madeAt,
  broadsheet,
  withKey,
  missing,
}: Omit<BackupManifest, "files">): string {
  const day = madeAt.slice(0, 16).replace("T", " ");
  const {keys, books, passwords, servers, elsewhere} = missing;
  return [
    `A backup of the workspace of ${visible(publication)}, made on ${day} UTC by Broadsheet ${visible(broadsheet)}.`,
    "",
    "It is restored by Broadsheet's command restore, which compares each file with manifest.json.",
    "By hand: unpack it with tar; the folder workspace is the workspace.",
    "",
    ...(withKey
      ? [
          "IT HOLDS THE KEYS, AND ALL ADDRESSES OF READERS THAT THE WORKSPACE HAD. Whoever has this file can tell who read what, and can",
          "sign editions in the publisher's name. Keep it sealed, and no longer than those addresses may be kept.",
        ]
      : [
          "It holds no key and no book of addresses.",
          "- Without store/key nothing can be counted from what was read. Put the one that was kept into workspace/store/key, mode 0600.",
          ...(keys.includes("store/signing-key")
            ? [
                "- Without store/signing-key nothing can be signed. Put the one that was kept into workspace/store/signing-key, mode 0600.",
              ]
            : []),
          ...(keys.includes("desk/key")
            ? [
                "- Without desk/key nobody can sign in at the desk. Put the one that was kept into workspace/desk/key, mode 0600.",
              ]
            : []),
          ...(keys.includes("forum/key")
            ? [
                "- Without forum/key members with an app of codes set up another, by a recovery code. Put the one that was kept into workspace/forum/key, mode 0600.",
              ]
            : []),
          ...(books > 0
            ? [`- Left out: ${plural(books, "book of addresses", "books of addresses")}. No figure needs them.`]
            : []),
          ...passwords.map((path) => `- Left out, as it holds a password: ${visible(path)}.`),
        ]),
    "What is in it all the same: the addresses that a person wrote into blacklist.csv and broadsheet.yaml; readers by their numbers, which lead to no",
    "address without the key; and, where there is a desk, who may sign in, with hashes of pass phrases, and the secrets of second factors sealed with desk/key;",
    "and of a forum its members and all that they wrote, with the same.",
    ...servers.map((url) => `Requests are not in it: they are kept on ${visible(url)}, and backed up there.`),
    ...elsewhere.map((path) => `Not in it, as it lies outside of the workspace: ${visible(path)}.`),
    "",
  ].join("\n");
}
