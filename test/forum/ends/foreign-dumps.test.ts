import {expect, test} from "vitest";
import type {Collector, ForeignPost, ForeignThread, OpenDump} from "../../../src/forum/ends/foreign/collect.ts";
import {readDiscourseDump} from "../../../src/forum/ends/foreign/discourse-dump.ts";
import {namesOfCategories, readDiscourseJson, takeTopic} from "../../../src/forum/ends/foreign/discourse-topics.ts";
import {readPhpbbDump} from "../../../src/forum/ends/foreign/phpbb.ts";

class Basket implements Collector {
  readonly threads: ForeignThread[] = [];
  readonly posts: ForeignPost[] = [];
  readonly left: Record<string, number> = {};
  thread(thread: ForeignThread): void {
    this.threads.push(thread);
  }
  post(post: ForeignPost): void {
    this.posts.push(post);
  }
  leaveOut(why: string): void {
    this.left[why] = (this.left[why] ?? 0) + 1;
  }
}

/** In pieces of so many bytes, so that everything is cut everywhere. */
function dumpOf(text: string, length: number): OpenDump {
  const bytes = Buffer.from(text);
  return async function* () {
    for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
  };
}

const discourse = `--
-- PostgreSQL database dump
--
SET client_encoding = 'UTF8';

COPY public.categories (id, name, read_restricted) FROM stdin;
1\tLetters\tf
2\tStaff\tt
\\.

COPY public.posts (id, user_id, topic_id, post_number, raw, cooked, created_at, hidden, deleted_at, post_type, user_deleted) FROM stdin;
12\t8\t5\t2\t[quote="ann, post:1, topic:5"]\\nHello\\n[/quote]\\n\\nYes: a\\\\b\\ttab\t<p>x</p>\t2019-03-02 10:00:00.5\tf\t\\N\t1\tf
11\t7\t5\t1\tHello **all**\t<p>x</p>\t2019-03-01 23:59:59\tf\t\\N\t1\tf
13\t7\t5\t3\tgone\t<p>x</p>\t2019-03-03 10:00:00\tf\t2019-03-04 10:00:00\t1\tf
14\t7\t5\t4\tflagged\t<p>x</p>\t2019-03-03 10:00:00\tt\t\\N\t1\tf
15\t-1\t5\t5\tclosed this\t<p>x</p>\t2019-03-03 10:00:00\tf\t\\N\t3\tf
16\t7\t6\t1\tsecret of staff\t<p>x</p>\t2019-03-03 10:00:00\tf\t\\N\t1\tf
17\t7\t7\t1\tsecret message\t<p>x</p>\t2019-03-03 10:00:00\tf\t\\N\t1\tf
\\.

COPY public.topics (id, title, created_at, category_id, archetype, visible, deleted_at) FROM stdin;
5\tA & B\t2019-03-01 23:59:59\t1\tregular\tt\t\\N
6\tOf staff\t2019-03-01 23:59:59\t2\tregular\tt\t\\N
7\tBetween two\t2019-03-01 23:59:59\t\\N\tprivate_message\tt\t\\N
8\tUnlisted\t2019-03-01 23:59:59\t1\tregular\tf\t\\N
9\tDeleted\t2019-03-01 23:59:59\t1\tregular\tt\t2019-05-01 00:00:00
\\.

COPY public.users (id, username, email) FROM stdin;
7\tann\tann@example.org
8\tbob\tbob@example.org
\\.
`;

for (const length of [1, 7, 100_000]) {
  test(`of a dump of Discourse in pieces of ${length} what everybody may read is taken`, async () => {
    const basket = new Basket();
    await readDiscourseDump(dumpOf(discourse, length), basket);
    expect(basket.threads).toEqual([{id: 5, section: "Letters", title: "A & B", day: "2019-03-01"}]);
    expect(basket.posts).toEqual([
      {thread: 5, place: 2, author: "bob", day: "2019-03-02", text: "> ann:\n>\n> Hello\n\nYes: a\\b\ttab"},
      {thread: 5, place: 1, author: "ann", day: "2019-03-01", text: "Hello **all**"},
    ]);
    expect(basket.left).toEqual({private: 2, hidden: 2, deleted: 2, system: 1});
  });
}

for (const [what, dump, told] of [
  ["without its tables", "hello\nworld\n", /no tables of topics and categories/],
  ["that breaks off", discourse.slice(0, 700), /breaks off within its table posts/],
  ["with a row that is short", discourse.replace("\tt\t\\N\n6\t", "\n6\t"), /not as many values as columns/],
] as const) {
  test(`a dump of Discourse ${what} is refused`, async () => {
    await expect(readDiscourseDump(dumpOf(dump, 999), new Basket())).rejects.toThrow(told);
  });
}

const phpbb = `-- MySQL dump 10.13
/*!40101 SET NAMES utf8 */;
CREATE TABLE \`phpbb_acl_groups\` (\n  \`group_id\` int,\n  \`forum_id\` int,\n  \`auth_option_id\` int,\n  \`auth_role_id\` int,\n  \`auth_setting\` int,\n  KEY \`g\` (\`group_id\`)\n) ENGINE=InnoDB;
INSERT INTO \`phpbb_acl_groups\` VALUES (1,2,0,17,0),(1,3,20,0,1),(1,4,0,17,0),(1,4,20,0,0),(5,5,20,0,1),(1,6,20,0,1),(1,1,20,0,1);
CREATE TABLE \`phpbb_acl_options\` (\`auth_option_id\` int,\n  \`auth_option\` varchar(50)\n);
INSERT INTO phpbb_acl_options (auth_option_id, auth_option) VALUES (20,'f_read'),(21,'f_post');
INSERT INTO phpbb_acl_roles_data (role_id, auth_option_id, auth_setting) VALUES (17,20,1),(17,21,-1);
INSERT INTO phpbb_groups (group_id, group_name) VALUES (1,'GUESTS'),(5,'ADMINISTRATORS');
INSERT INTO phpbb_forums (forum_id, parent_id, forum_name, forum_password) VALUES (1,0,'All',''),(2,1,'Letters &amp; more',''),(3,1,'Behind a word','x'),(4,1,'Never',''),(5,1,'Staff',''),(6,5,'Below staff','');
INSERT INTO phpbb_topics (topic_id, forum_id, topic_title, topic_time, topic_visibility, topic_status, topic_moved_id) VALUES
 (30,2,'It''s; a &quot;title&quot;',1551484799,1,0,0),(31,5,'staff',1551484799,1,0,0),(32,2,'not approved',1551484799,0,0,0),(33,2,'moved',1551484799,1,2,30),(34,6,'below',1551484799,1,0,0),(35,3,'word',1551484799,1,0,0),(36,4,'never',1551484799,1,0,0);
# a comment; with a semicolon and a ' quote
INSERT INTO phpbb_posts (post_id, topic_id, poster_id, post_time, post_username, post_text, bbcode_uid, post_visibility) VALUES (101,30,2,1551484800,'','<r>see <B><s>[b]</s>this<e>[/b]</e></B> \\'quoted\\' -- no comment /* none */; </r>','',1),(100,30,1,1551484799,'A guest','plain \\\\ text','1a',1),(102,30,2,1551484801,'','held','',0),(103,31,2,1551484801,'','secret','',1);
INSERT INTO phpbb_privmsgs (msg_id, message_text) VALUES (1,'secret message');
INSERT INTO phpbb_users (user_id, username, user_email, user_ip) VALUES (1,'Anonymous','',''),(2,'Zoë','zoe@example.org','192.0.2.7');
-- Dump completed`;

for (const length of [1, 13, 100_000]) {
  test(`of a dump of phpBB in pieces of ${length} what guests may read is taken`, async () => {
    const basket = new Basket();
    await readPhpbbDump(dumpOf(phpbb, length), basket);
    expect(basket.threads).toEqual([{id: 30, section: "Letters & more", title: `It's; a "title"`, day: "2019-03-01"}]);
    expect(basket.posts.map(({place: _, ...post}) => post)).toEqual([
      {thread: 30, author: "Zoë", day: "2019-03-02", text: "see **this** 'quoted' -- no comment /\\* none \\*/;"},
      {thread: 30, author: "A guest", day: "2019-03-01", text: "plain \\\\ text"},
    ]);
    expect(basket.posts[0]!.place).toBeGreaterThan(basket.posts[1]!.place);
    expect(basket.left).toEqual({private: 4, hidden: 2});
  });
}

for (const [what, dump, told] of [
  [
    "without tables of permissions",
    phpbb.replace(/^CREATE TABLE `phpbb_acl_groups`[\s\S]*?;$/m, "").replace(/INSERT INTO `phpbb_acl_groups`.*\n/, ""),
    /acl_groups/,
  ],
  ["that breaks off in a text", phpbb.slice(0, phpbb.indexOf("plain")), /breaks off within a text/],
  ["that breaks off in a statement", phpbb.slice(0, phpbb.indexOf("(101,30")), /breaks off within a statement/],
  ["with a row that is short", phpbb.replace(",1551484801,'','held','',0)", ")"), /not as many values as columns/],
  [
    "with a value that is none",
    phpbb.replace("1551484801,'','held'", "now(),'','held'"),
    /in no way that MySQL writes/,
  ],
] as const) {
  test(`a dump of phpBB ${what} is refused`, async () => {
    await expect(readPhpbbDump(dumpOf(dump, 999), new Basket())).rejects.toThrow(told);
  });
}

const topic = {
  ...{
    id: 5,
    title: "From JSON",
    created_at: "2019-03-01T23:59:59.000Z",
    category_id: 1,
    archetype: "regular",
    visible: true,
  },
  post_stream: {
    posts: [
      {
        id: 11,
        post_number: 1,
        post_type: 1,
        username: "ann",
        created_at: "2019-03-01T23:59:59.000Z",
        cooked: "<p>Hello <b>all</b></p>",
      },
      {
        id: 12,
        post_number: 2,
        post_type: 3,
        username: "system",
        created_at: "2019-03-02T00:00:00.000Z",
        cooked: "closed",
      },
    ],
    stream: [11, 12, 13],
  },
};

test("a topic as Discourse gives it by its address is taken, and what is missing of it is told", () => {
  const basket = new Basket();
  const read = readDiscourseJson(JSON.stringify(topic));
  if (read.kind !== "topic") throw new Error(read.kind);
  takeTopic(read.topic, new Map([[1, "Letters"]]), basket);
  expect(basket.threads).toEqual([{id: 5, section: "Letters", title: "From JSON", day: "2019-03-01"}]);
  expect(basket.posts).toEqual([{thread: 5, place: 1, author: "ann", day: "2019-03-01", text: "Hello **all**"}]);
  expect(basket.left).toEqual({system: 1, incomplete: 1});
});

test("a topic of a category that is not for everybody is left out", () => {
  const basket = new Basket();
  const list = readDiscourseJson('{"category_list":{"categories":[{"id":1,"name":"Staff","read_restricted":true}]}}');
  const read = readDiscourseJson(JSON.stringify(topic));
  if (read.kind !== "topic" || list.kind !== "categories") throw new Error(read.kind);
  takeTopic(read.topic, namesOfCategories([list.categories]), basket);
  expect([basket.threads, basket.posts, basket.left]).toEqual([[], [], {private: 1}]);
});
