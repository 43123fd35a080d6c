import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {leavePosts} from "../../../src/forum/posts/edit.ts";
import {openForumStore} from "../../../src/forum/store.ts";
import {PeopledForum, type TestMember} from "./people.ts";

const secret = "Marzipan-words";

let place: PeopledForum;
let [ada, ben]: TestMember[] = [];
beforeEach(() => {
  place = new PeopledForum();
  [ada, ben] = [place.add("Ada"), place.add("Ben")];
});
afterEach(() => place.remove());

/** What members' leaving does, without their proofs. */
function leave(member: TestMember, posts: "stay" | "go"): void {
  const store = openForumStore(place.folder, {now: () => place.clock, settings: place.settings});
  store.act(() => {
    leavePosts(store, member.id, posts);
    store.file.change("dropMember", {id: member.id});
  });
  store.file.settle();
  store.file.close();
}

function fill(): {thread: number; own: number} {
  const {thread} = place.begin(ben!, "Of Ben");
  place.reply(ada!, thread, `${secret} one`);
  const own = place.begin(ada!, `${secret} title`);
  place.reply(ben!, own.thread, "Answer of Ben");
  place.forum.edit(ada!.id, own.post, {source: `${secret} three`, seen: 1});
  place.forum.drafts.keep(ada!.id, `t/${thread}`, {source: `${secret} draft`});
  place.later(5);
  return {thread, own: own.thread};
}

describe("who leaves", () => {
  test("and lets the posts stay is named by none of them", () => {
    const {thread, own} = fill();
    leave(ada!, "stay");
    const posts = [thread, own].flatMap((id) => place.forum.thread(id)!.posts);
    expect(posts.map(({author, html}) => [author?.name ?? null, html.includes(secret)])).toEqual([
      ["Ben", false],
      [null, true],
      [null, true],
      ["Ben", false],
    ]);
    expect(place.forum.threads({}).threads.map(({by}) => by)).toEqual([null, "Ben"]);
    expect(place.bytes()).not.toMatch(/Marzipan-words draft/);
  });

  test("and lets them go leaves others' answers, and no word in the file", () => {
    const {thread, own} = fill();
    leave(ada!, "go");
    const posts = [thread, own].flatMap((id) => place.forum.thread(id)!.posts);
    expect(posts.map(({author, state}) => [author?.name ?? null, state])).toEqual([
      ["Ben", "shown"],
      [null, "withdrawn"],
      [null, "withdrawn"],
      ["Ben", "shown"],
    ]);
    expect(place.bytes()).not.toMatch(/marzipan/i);
    expect(place.forum.sections()[0]).toMatchObject({threads: 2, posts: 2});
  });

  test("has all of the own before that", () => {
    fill();
    expect(place.forum.members.ownData(ada!.id)).toMatchObject({
      name: "Ada",
      posts: [
        {number: 2, title: null, source: `${secret} one`},
        {number: 1, title: `${secret} title`, source: `${secret} three`},
      ],
      earlierTexts: [{revision: 1}],
      drafts: [{source: `${secret} draft`}],
      reports: [],
      appeals: [],
    });
    expect(JSON.stringify(place.forum.members.ownData(ben!.id))).not.toContain(secret);
  });
});
