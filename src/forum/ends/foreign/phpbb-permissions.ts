import {numberOf} from "./collect.ts";
import type {DumpRow} from "./copy-rows.ts";
import {withoutEntities} from "./entities.ts";

/** The tables of phpBB that say who may read what. */
export interface Permission {
  readonly forums: readonly DumpRow[];
  readonly groups: readonly DumpRow[];
  readonly acl_groups: readonly DumpRow[];
  readonly acl_options: readonly DumpRow[];
  readonly acl_roles_data: readonly DumpRow[];
}

/**
 * Which forums may guests read, by number and name?
 *
 * By phpBB's own rule: the group GUESTS has `f_read` for the forum, by itself or by a role, and nothing says never. A forum with a password, or
 * below one that guests may not read, is not public.
 */
export function publicForums({
  forums,
  groups,
  acl_groups,
  acl_options,
  acl_roles_data,
}: Permission): Map<number, string> {
  const guests = new Set(groups.filter((row) => row["group_name"] === "GUESTS").map((row) => row["group_id"]));
  const reading = new Set(
    acl_options.filter((row) => row["auth_option"] === "f_read").map((row) => row["auth_option_id"]),
  );
  const ofRole = new Map<string, string[]>();
  for (const row of acl_roles_data) {
    if (!reading.has(row["auth_option_id"]!)) continue;
    const role = row["role_id"] ?? "";
    ofRole.set(role, [...(ofRole.get(role) ?? []), row["auth_setting"] ?? ""]);
  }
  const settings = new Map<string, string[]>();
  for (const row of acl_groups) {
    if (!guests.has(row["group_id"]!)) continue;
    const role = row["auth_role_id"] ?? "0";
    const own = reading.has(row["auth_option_id"]!) ? [row["auth_setting"] ?? ""] : [];
    const forum = row["forum_id"] ?? "";
    settings.set(forum, [...(settings.get(forum) ?? []), ...(role === "0" ? own : (ofRole.get(role) ?? []))]);
  }
  // 1 is yes, 0 never, -1 no.
  const mayRead = (row: DumpRow): boolean => {
    const own = settings.get(row["forum_id"] ?? "") ?? [];
    return own.includes("1") && !own.includes("0") && (row["forum_password"] ?? "") === "";
  };
  const byNumber = new Map(forums.map((row) => [row["forum_id"], row]));
  const isOpen = (row: DumpRow): boolean => {
    const seen = new Set<DumpRow>();
    for (let one: DumpRow | undefined = row; one !== undefined; one = byNumber.get(one["parent_id"] ?? "0")) {
      if (!mayRead(one) || seen.has(one)) return false;
      seen.add(one);
    }
    return true;
  };
  return new Map(
    forums.flatMap((row): [number, string][] => {
      const id = numberOf(row["forum_id"]);
      return id === null || !isOpen(row) ? [] : [[id, withoutEntities(row["forum_name"] ?? "")]];
    }),
  );
}
