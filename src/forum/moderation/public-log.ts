import type {ForumStore} from "../store.ts";

/** A row of the moderation log, as everybody reads it. */
export interface PublicLogRow {
  readonly number: number;
  readonly day: string;
  /** A role or a pseudonym, as the forum sets; "" where the forum did it by itself, or a member appealed. */
  readonly who: string;
  /** By its name: `hidden`. */
  readonly act: string;
  /** What it is about, but for the rule: numbers of posts, decisions and members, and what the moderator said. */
  readonly about: Readonly<Record<string, string | number>>;
  /** The rule by which. */
  readonly reason: string | null;
  readonly hash: string;
}

/** The moderation log, the last row first. */
export function readPublicLog(
  {log}: ForumStore,
  {before, most = 50}: {readonly before?: number | undefined; readonly most?: number | undefined} = {},
): PublicLogRow[] {
  return log.rows({...(before === undefined ? {} : {before}), most}).map(({number, at, who, act, about, hash}) => {
    const {rule, ...rest} = partsOf(about);
    return {number, day: at, who, act, about: rest, reason: typeof rule === "string" ? rule : null, hash};
  });
}

/** The hash of the last row, which holds all before it; "" where there is none. */
export function headOfLog({log}: ForumStore): string {
  return log.rows({most: 1})[0]?.hash ?? "";
}

/** A row that somebody else wrote into the file is shown as far as it can be: that its hash is wrong is told by the check. */
function partsOf(about: string): Record<string, string | number> {
  try {
    const parts: unknown = JSON.parse(about);
    if (typeof parts !== "object" || parts === null) return {};
    const isPart = ([, value]: [string, unknown]): boolean => typeof value === "string" || typeof value === "number";
    return Object.fromEntries(Object.entries(parts).filter(isPart)) as Record<string, string | number>;
  } catch {
    return {};
  }
}
