import {marksOfBbcode, typedInPhpbb} from "./bbcode.ts";
import {type Collector, know, numberOf, type OpenDump, refusedImport} from "./collect.ts";
import type {DumpRow} from "./copy-rows.ts";
import {withoutEntities} from "./entities.ts";
import {mysqlRows} from "./mysql-rows.ts";
import {type Permission, publicForums} from "./phpbb-permissions.ts";

const tables = [
  ...["forums", "topics", "users", "groups", "posts"],
  ...["acl_groups", "acl_options", "acl_roles_data"],
] as const;
type PhpbbTable = (typeof tables)[number];

/** Under whatever beginning the tables stand: `phpbb_` as a rule. Of an extension's table more stands before the name. */
function tableOf(name: string): PhpbbTable | null {
  return (
    tables.find(
      (one) => name === one || (name.endsWith(`_${one}`) && /^[^_]+$/.test(name.slice(0, -one.length - 1))),
    ) ?? null
  );
}

/**
 * Reads a dump of phpBB 3: threads of forums that guests may read, and what was approved there.
 *
 * It is read twice, first what is small: which forums guests may read, which topics are in them, and who is called how.
 *
 * @throws {UserError} FORUM_REFUSED
 */
export async function readPhpbbDump(open: OpenDump, collector: Collector): Promise<void> {
  const kept: Record<"forums" | "topics" | "groups" | "acl_groups" | "acl_options" | "acl_roles_data", DumpRow[]> = {
    ...{forums: [], topics: [], groups: [], acl_groups: [], acl_options: [], acl_roles_data: []},
  };
  const names = new Map<number, string>();
  const found = new Set<string>();
  const wantedFirst = (name: string): string | null => (tableOf(name) === "posts" ? null : tableOf(name));
  for await (const {table, row} of mysqlRows(open(), wantedFirst)) {
    found.add(table);
    const user = numberOf(row["user_id"]);
    if (table === "users") {
      // 1 is the guest; 2 is a robot.
      if (user !== null && user !== 1) know(names, user, withoutEntities(row["username"] ?? ""));
    } else if (table in kept) {
      const rows = kept[table as keyof typeof kept];
      if (rows.length >= 5_000_000) throw refusedImport("it has more threads than any forum");
      rows.push(table === "topics" ? topicOf(row) : row);
    }
  }
  const missing = ["forums", "topics", "groups", "acl_groups", "acl_options"].filter((one) => !found.has(one));
  if (missing.length > 0) {
    const help = "dump the whole database of phpBB: what guests may read stands in its tables of permissions, too";
    throw refusedImport(`it lacks what phpBB keeps in ${missing.map((one) => `…_${one}`).join(", ")}`, help);
  }
  const sections = publicForums(kept as unknown as Permission);
  const topics = new Set<number>();
  for (const row of kept.topics) {
    const [id, forum] = [numberOf(row["topic_id"]), numberOf(row["forum_id"])];
    const day = dayOfSeconds(row["topic_time"]);
    // 2 is a shadow of a topic that was moved; 0 is a global one of phpBB 3.0.
    const isShadow = row["topic_status"] === "2" || (numberOf(row["topic_moved_id"]) ?? 0) > 0;
    if (id === null || forum === null || day === null) collector.leaveOut("unreadable");
    else if (isShadow) continue;
    else if (!sections.has(forum)) collector.leaveOut("private");
    else if (!isApproved(row, "topic")) collector.leaveOut("hidden");
    else {
      topics.add(id);
      collector.thread({id, section: sections.get(forum)!, title: withoutEntities(row["topic_title"] ?? ""), day});
    }
  }
  kept.topics.length = 0;
  for await (const {row} of mysqlRows(open(), (name) => (tableOf(name) === "posts" ? "posts" : null))) {
    const [thread, place] = [numberOf(row["topic_id"]), numberOf(row["post_id"])];
    const [day, poster] = [dayOfSeconds(row["post_time"]), numberOf(row["poster_id"])];
    if (thread === null || !topics.has(thread)) continue;
    if (!isApproved(row, "post")) collector.leaveOut("hidden");
    else if (place === null || day === null) collector.leaveOut("unreadable");
    else {
      const author = names.get(poster ?? -1) ?? (withoutEntities(row["post_username"] ?? "") || null);
      const text = marksOfBbcode(typedInPhpbb(row["post_text"] ?? "", row["bbcode_uid"] ?? ""));
      // Posts of one second stand in the order of their numbers, as phpBB shows them.
      collector.post({thread, place: Number(row["post_time"]) * 1e5 + (place % 1e5), author, day, text});
    }
  }
}

function topicOf(row: DumpRow): DumpRow {
  const wanted = [
    "topic_id",
    "forum_id",
    "topic_time",
    "topic_status",
    "topic_moved_id",
    "topic_title",
    "topic_visibility",
  ];
  return Object.fromEntries(
    [...wanted, "topic_approved"].flatMap((name) => (row[name] === undefined ? [] : [[name, row[name]!]])),
  );
}

/** `post_visibility` since 3.1, `post_approved` before: 1 is for everybody. Before both there was no approving. */
function isApproved(row: DumpRow, of: "topic" | "post"): boolean {
  return (row[`${of}_visibility`] ?? row[`${of}_approved`] ?? "1") === "1";
}

function dayOfSeconds(text: string | null | undefined): string | null {
  const seconds = numberOf(text);
  return seconds === null || seconds < 1 || seconds > 1e11 ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}
