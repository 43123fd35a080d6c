import {UserError} from "../../../base/error.ts";
import {differs, type Finding} from "../answer.ts";
import type {Archive} from "../archive.ts";
import type {Found} from "./chain.ts";
import {type LineOfEditions, readLine, type Sealed} from "./line-of-editions.ts";

/** What an older copy of the same archive has. */
export interface OlderCopy {
  readonly where: string;
  readonly line: LineOfEditions;
  /** The text of `keys.txt`; null where it has none. */
  readonly keys: string | null;
}

/** An older copy, as it is compared with. */
export function olderCopy(archive: Archive): OlderCopy {
  return {where: archive.where, line: readLine(archive), keys: keysOf(archive)};
}

/** The text of an archive's list of keys. */
export function keysOf({keys}: Pick<Archive, "keys">): string | null {
  try {
    return keys?.().toString("utf8") ?? null;
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
export function checkOlderCopy(now: LineOfEditions, keys: string | null, older: OlderCopy, only: string | null): Found {
  const kinds = ["editions", "errata", "announcements"] as const;
  const known = kinds.flatMap((kind) => older.line[kind].map((one) => ({one, others: now[kind]})));
  const asked = known.filter(({one}) => only === null || one.record.period === only);
  const findings = asked.flatMap(({one, others}) => againstOlder(one, others));
  const isCut = older.keys !== null && !(keys ?? "").startsWith(older.keys);
  const lists = isCut
    ? [
        differs(
          "keys.txt",
          "lines of the list were changed or taken away since the older copy; lines are only ever added",
        ),
      ]
    : [];
  const isRight = asked.length > 0 && findings.length === 0 && lists.length === 0;
  return {
    checked: isRight ? [`${asked.length} sealed folders of ${older.where} are there as they were`] : [],
    findings: [...findings, ...lists],
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
