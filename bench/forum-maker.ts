import {join} from "node:path";
import {DatabaseSync} from "node:sqlite";
import {type Chance, chanceFrom} from "../examples/second-half-2005/model/random.ts";
import {openForum} from "../src/forum/forum.ts";
import {sectionMark} from "../src/forum/search/keep.ts";
import {isUnspaced} from "../src/forum/search/match.ts";
import {type ForumSettings, forumFileName} from "../src/forum/store.ts";
import {drawText} from "../src/forum/text/draw.ts";

/** How much there is in a made forum. */
export interface ForumSize {
  readonly members: number;
  readonly threads: number;
  readonly posts: number;
}

/** What a made forum's settings have to name. */
export const madeSections = ["general", "press", "history", "tech"] as const;

/** The settings of a made forum. */
export const madeSettings: ForumSettings = {
  sections: madeSections.map((id) => ({id, name: id, language: "en"})),
  rules: ["spam"],
  names: "role",
  joining: "open",
  reserved: [],
};

interface Paragraph {
  readonly source: string;
  readonly html: string;
  readonly plain: string;
}

const syllables = "ka lo mi ren tas dor vel un bri sho pa nel cor fi ga hem jus".split(" ");
const signs = [..."读报新闻发行编集部数期号印刷读者作者历史技术讨论"];

/** The word of a rank: common ones are short. */
function wordOf(rank: number): string {
  let [word, left] = ["", rank + 1];
  for (; left > 0; left = Math.floor(left / syllables.length)) word += syllables[left % syllables.length]!;
  return word;
}

/** A rank as words have it in any language: half of all words are of a few hundred. */
function anyRank(chance: Chance): number {
  return Math.floor(30_000 ** chance.next());
}

function anyParagraph(chance: Chance): Paragraph {
  const count = 15 + chance.below(60);
  const words = Array.from({length: count}, () => wordOf(anyRank(chance)));
  const place = chance.below(40);
  if (place === 0) words.push(`https://example.org/${words[0]}/${words[1]}`);
  if (place === 1) words.unshift(">");
  if (place === 2) words[3] = `**${words[3]}**`;
  const isSigns = chance.below(40) === 0;
  const source = isSigns
    ? Array.from({length: count}, () => signs[chance.below(signs.length)]!).join("")
    : words.join(" ");
  const {html, plain} = drawText(source);
  return {source, html, plain};
}

/**
 * Makes a forum of that size, in a folder that holds none; the same every time.
 *
 * Its rows are written without the forum's own functions, which would take an hour: paragraphs are drawn once and put together to posts. Threads
 * are of very different lengths, posts of one to four paragraphs, and one in forty is in signs.
 */
export function makeForum(folder: string, {members, threads, posts}: ForumSize): void {
  const path = join(folder, forumFileName);
  openForum(folder, {now: () => Date.UTC(2026, 10, 5), settings: madeSettings}).closeFile();
  const chance = chanceFrom(2005);
  const paragraphs = Array.from({length: Math.min(20_000, posts)}, () => anyParagraph(chance));
  const database = new DatabaseSync(path, {enableForeignKeyConstraints: false});
  database.exec("pragma synchronous = off; pragma cache_size = -200000; begin");
  const person = database.prepare(
    "insert into person (id, name, key, look, role, joined, held) values (?, ?, ?, ?, 'member', '2025-01-01', 0)",
  );
  for (let id = 1; id <= members; id++) person.run(id, `Member ${id}`, `member ${id}`, `member ${id}`);
  writeThreads(database, {members, threads, posts}, chance, paragraphs);
  database.exec(
    `insert into section_count (section, threads, posts, last_day)
     select section, count(*), sum(posts), max(last_day) from thread group by section;
     commit; pragma optimize; pragma wal_checkpoint(truncate)`,
  );
  database.close();
}

function writeThreads(
  database: DatabaseSync,
  {members, threads, posts}: ForumSize,
  chance: Chance,
  paragraphs: readonly Paragraph[],
): void {
  const thread = database.prepare(
    "insert into thread (id, section, title, opened, author, first_post, is_public, posts, numbers, last, last_day) values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?)",
  );
  const post = database.prepare(
    "insert into post (id, thread, number, rank, author, state, day, was_held, source, html) values (?, ?, ?, ?, ?, 'shown', ?, 0, ?, ?)",
  );
  const quote = database.prepare("insert into quote (post, quoted) values (?, ?)");
  const found = database.prepare("insert into found (rowid, text, place) values (?, ?, ?)");
  const foundSigns = database.prepare("insert into found_signs (rowid, text, place) values (?, ?, ?)");
  const filled = Array.from({length: threads}, () => ({first: 0, posts: 0, last: 0}));
  const titleOf = (id: number): string => `${wordOf(id)} ${wordOf(id % 977)} ${wordOf(id % 89)}`;
  const sectionOf = (id: number): string => madeSections[id % madeSections.length]!;
  const dayOf = (id: number): string =>
    new Date(Date.UTC(2025, 0, 1) + Math.floor((id / posts) * 600) * 86_400_000).toISOString().slice(0, 10);
  for (let id = 1; id <= posts; id++) {
    // Each thread has one post; then what is young is answered most.
    const open = Math.max(1, Math.ceil((id / posts) * threads));
    const place = filled[open - 1]!.posts === 0 ? open : Math.max(1, open - Math.floor(open ** chance.next()) + 1);
    const row = filled[place - 1]!;
    row.posts++;
    row.last = id;
    if (row.posts === 1) row.first = id;
    const parts = Array.from({length: 1 + chance.below(4)}, () => paragraphs[chance.below(paragraphs.length)]!);
    const plain = parts.map((part) => part.plain).join("\n");
    const author = 1 + Math.floor(members * chance.next() ** 3);
    const [source, html] = [parts.map((part) => part.source).join("\n\n"), parts.map((part) => part.html).join("")];
    post.run(id, place, row.posts, id, author, dayOf(id), source, html);
    if (row.posts > 1 && chance.below(5) === 0) quote.run(id, 1 + chance.below(row.posts - 1));
    const text = row.posts === 1 ? `${titleOf(place)}\n${plain}` : plain;
    found.run(id, text, sectionMark(sectionOf(place)));
    if (isUnspaced(text)) foundSigns.run(id, `${text}\n\n`, sectionMark(sectionOf(place)));
    if (id % 10_000 === 0) database.exec("commit; begin");
  }
  for (const [place, {first, posts: count, last}] of filled.entries()) {
    const id = place + 1;
    thread.run(
      id,
      sectionOf(id),
      titleOf(id),
      dayOf(first),
      1 + (id % members),
      first,
      count,
      count,
      last,
      dayOf(last),
    );
  }
}
