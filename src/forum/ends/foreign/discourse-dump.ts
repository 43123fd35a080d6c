import {type Collector, dayOfTime, know, numberOf, type OpenDump, refusedImport} from "./collect.ts";
import {copyRows, type DumpRow} from "./copy-rows.ts";
import {marksOfDiscourse} from "./discourse-marks.ts";

const small: ReadonlySet<string> = new Set(["categories", "topics", "users"]);
const large: ReadonlySet<string> = new Set(["posts"]);

/**
 * Reads the dump in a backup of Discourse (`dump.sql`): threads of categories that everybody may read, and what was written there.
 *
 * It is read twice, first what is small: which categories and topics are public, and who is called how.
 *
 * @throws {UserError} FORUM_REFUSED
 */
export async function readDiscourseDump(open: OpenDump, collector: Collector): Promise<void> {
  const categories = new Map<number, string>();
  const topics = new Map<number, DumpRow>();
  const names = new Map<number, string>();
  const found = new Set<string>();
  for await (const {table, row} of copyRows(open(), small)) {
    found.add(table);
    const id = numberOf(row["id"]);
    if (id === null) continue;
    if (table === "users") know(names, id, row["username"] ?? "");
    else if (table === "topics") know(topics, id, row);
    else if (row["read_restricted"] === "f") know(categories, id, row["name"] ?? "");
  }
  if (!found.has("topics") || !found.has("categories")) {
    throw refusedImport(
      "it has no tables of topics and categories as Discourse has them",
      "name the dump.sql.gz of a backup of Discourse, or the backup",
    );
  }
  const openTopics = new Set<number>();
  for (const [id, topic] of topics) {
    const section = categories.get(numberOf(topic["category_id"]) ?? -1);
    const day = dayOfTime(topic["created_at"]);
    const why = whyNot(topic, section);
    if (why !== null) collector.leaveOut(why);
    else if (day === null) collector.leaveOut("unreadable");
    else {
      openTopics.add(id);
      collector.thread({id, section: section!, title: topic["title"] ?? "", day});
    }
  }
  topics.clear();
  for await (const {row} of copyRows(open(), large)) {
    const thread = numberOf(row["topic_id"]);
    const place = numberOf(row["post_number"]);
    const day = dayOfTime(row["created_at"]);
    // Of what is not public its posts are not looked at.
    if (thread === null || !openTopics.has(thread)) continue;
    const why = whyNoPost(row);
    if (why !== null) collector.leaveOut(why);
    else if (place === null || day === null) collector.leaveOut("unreadable");
    else {
      const author = names.get(numberOf(row["user_id"]) ?? -1) ?? null;
      collector.post({thread, place, author, day, text: marksOfDiscourse(row["raw"] ?? "")});
    }
  }
}

function whyNot(topic: DumpRow, section: string | undefined): "private" | "deleted" | "hidden" | null {
  if (topic["deleted_at"] !== null) return "deleted";
  if (topic["archetype"] !== "regular" || section === undefined) return "private";
  return topic["visible"] === "t" ? null : "hidden";
}

/** 1 is what somebody wrote; 2 to 4 are remarks of moderators, small actions and whispers. */
function whyNoPost(row: DumpRow): "deleted" | "hidden" | "system" | null {
  if (row["deleted_at"] !== null || row["user_deleted"] === "t") return "deleted";
  if (row["hidden"] === "t") return "hidden";
  return row["post_type"] === "1" ? null : "system";
}
