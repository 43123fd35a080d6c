import {UserError} from "../../../base/error.ts";
import {differs, type Finding, unchecked} from "../answer.ts";
import type {Archive} from "../archive.ts";
import type {Found} from "./chain.ts";
import {type LineOfEditions, readLine, type Sealed} from "./line-of-editions.ts";

/** What an older copy of the same archive has. */
export interface OlderCopy {
  readonly where: string;
  readonly line: LineOfEditions;
  /** Names of folders in it that do not say what they are. */
  readonly unread: readonly string[];
  /** Its `keys.txt`; null where it has none. */
  readonly keys: Buffer | null;
}

/** An older copy, as it is compared with. */
export function olderCopy(archive: Archive): OlderCopy {
  const line = readLine(archive, null);
  const read = new Set([...line.editions, ...line.errata, ...line.announcements].map(({folder}) => folder));
  const unread = archive.sealed.flatMap((folder) => (read.has(folder) ? [] : [folder.name]));
  return {where: archive.where, line, unread, keys: keysOf(archive)};
}

/** An archive's list of keys; null where there is none that can be read. */
export function keysOf({keys}: Pick<Archive, "keys">): Buffer | null {
  try {
    return keys?.() ?? null;
  } catch (fault) {
    if (fault instanceof UserError) return null;
    throw fault;
  }
}

/**
 * Is all that an older copy has still there, as it was?
 *
 * @param only The period alone that was named; null for all that the copy has.
 */
export function checkOlderCopy(now: LineOfEditions, keys: Buffer | null, older: OlderCopy, only: string | null): Found {
  const kinds = ["editions", "errata", "announcements"] as const;
  const known = kinds.flatMap((kind) => older.line[kind].map((one) => ({one, others: now[kind]})));
  const asked = known.filter(({one}) => only === null || one.record.period === only);
  const findings = asked.flatMap(({one, others}) => againstOlder(one, others));
  const isCut = older.keys !== null && !keys?.subarray(0, older.keys.length).equals(older.keys);
  const lists = isCut
    ? [
        differs(
          "keys.txt",
          "lines of the list were changed or taken away since the older copy; lines are only ever added",
        ),
      ]
    : [];
  const open = [
    ...older.unread.map((name) => `${name} of the older copy cannot be read, and nothing was compared with it`),
    ...(asked.length > 0 ? [] : [`the older copy has nothing of ${only ?? "what it is compared with"}`]),
  ].map((cause) => unchecked(null, cause));
  const isRight = asked.length > 0 && findings.length === 0 && lists.length === 0;
  return {
    checked: isRight ? [`${asked.length} sealed folders of ${older.where} are there as they were`] : [],
    findings: [...findings, ...lists, ...open],
  };
}

function againstOlder({record, sums}: Sealed, others: readonly Sealed[]): Finding[] {
  const own = others.find((other) => other.record.what === record.what);
  if (own === undefined) return [differs(null, `the older copy has the ${record.what}, and it was taken away`)];
  if (own.sums === sums) return [];
  return [
    differs("SHA256SUMS", `the older copy has another ${record.what}: it was replaced`, {
      published: sums,
      now: own.sums,
    }),
  ];
}
