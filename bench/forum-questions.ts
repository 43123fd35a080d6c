import {chanceFrom} from "../examples/second-half-2005/model/random.ts";
import {openForum} from "../src/forum/forum.ts";
import {type ForumSize, madeSections, madeSettings} from "./forum-maker.ts";

/** What is asked of a made forum's file, and how long it takes, in milliseconds. */
export interface AskedOften {
  readonly question: string;
  readonly asked: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly worstMs: number;
}

/**
 * Asks a made forum for pages and writes into it, without the web: what its file takes of each.
 *
 * @param each How often each is asked.
 */
export function askForum(folder: string, {members, threads}: ForumSize, each: number): readonly AskedOften[] {
  let nowMs = Date.UTC(2026, 10, 5);
  const forum = openForum(folder, {now: () => nowMs, settings: madeSettings});
  const chance = chanceFrom(2005);
  // A form posts once: of an earlier run nothing would be written again.
  const run = String(Date.now());
  const words = "tas ren kalo mimi vel lodor renpa korka fika jushem sho bri".split(" ");
  const anyWord = (): string => words[chance.below(words.length)]!;
  const anyThread = (): number => 1 + chance.below(threads);
  const viewer = {id: 1, role: "member"} as const;
  const rows: readonly (readonly [string, (place: number) => unknown])[] = [
    ["a thread's first page", () => forum.thread(anyThread(), {viewer})],
    [
      "a thread's last page",
      () => {
        const id = anyThread();
        return forum.thread(id, {page: forum.thread(id)!.pages, viewer});
      },
    ],
    ["the sections", () => forum.sections()],
    ["the first page of a list", () => forum.threads({section: madeSections[chance.below(4)]!})],
    ["any page of the list of all", () => forum.threads({page: 1 + chance.below(Math.ceil(threads / 25))})],
    ["a feed of all", () => forum.feed({})],
    ["a feed of a section", () => forum.feed({section: madeSections[chance.below(4)]!})],
    ["a search for a word", () => forum.search(anyWord())],
    ["a search for two words in a section", () => forum.search(`${anyWord()} ${anyWord()}`, {section: "press"})],
    ["a search for a phrase", () => forum.search(`"${anyWord()} ${anyWord()}"`)],
    ["a search for three signs", () => forum.search("读报新")],
    ["a search for two signs", () => forum.search("新闻")],
    ["what is unread", () => forum.unread(1 + chance.below(members))],
    [
      "a post written",
      (place) => {
        nowMs += 1000;
        const source = `${anyWord()} ${anyWord()} **${place}** ${anyWord()} `.repeat(12);
        const form = {source, once: `${run}-${place}`.padEnd(20, "0")};
        const {outcome} = forum.reply(1 + ((place * 7) % members), anyThread(), form);
        if (outcome !== "posted") throw new Error(`a post is ${outcome}`);
      },
    ],
  ];
  try {
    return rows.map(([question, ask]) => {
      const took = Array.from({length: each}, (_, place) => {
        const begun = performance.now();
        ask(place);
        return performance.now() - begun;
      }).sort((a, b) => a - b);
      const at = (share: number): number => took[Math.min(each - 1, Math.floor(each * share))]!;
      return {question, asked: each, p50Ms: at(0.5), p95Ms: at(0.95), worstMs: at(1)};
    });
  } finally {
    forum.closeFile();
  }
}
