import {afterEach, beforeEach, expect, test} from "vitest";
import type {Environment} from "../../../src/cli/environment.ts";
import {moderate} from "../../../src/cli/forum/moderate.ts";
import {PeopledForum} from "../../forum/posts/people.ts";

let place: PeopledForum;
let written = "";
const environment = {
  stdout: {
    columns: 80,
    write: (text: string) => {
      written += text;
    },
  },
} as unknown as Environment;

beforeEach(() => {
  place = new PeopledForum();
  written = "";
});
afterEach(() => place.remove());

test("a moderator at a terminal shows, trusts and hides, is told what each came to, and leaves the rest", async () => {
  const held = ["Ann", "Bob", "Cem", "Dan"].map((name) => place.add(name, {isHeld: true}));
  const posts = held.map((who) => place.begin(who, `Of ${who.name}`, "**Look** at \u001b[2Jthis").post);
  const answers = [{kind: "show"}, {kind: "show-and-trust"}, {kind: "hide", rule: "spam"}, null] as const;
  let turn = 0;
  await moderate(place.forum, environment, async () => answers[turn++]!);
  const stateOf = (post: number) => place.ask("select state from post where id = ?", post)[0]!["state"];
  expect(posts.map(stateOf)).toEqual(["shown", "shown", "hidden", "held"]);
  expect(place.ask("select held from person order by id").map(({held: one}) => one)).toEqual([1, 0, 1, 1]);
  expect(written).toContain("3 decisions written to the public log. 1 thing waits.");
  expect(written).toContain('held post · Ann · 2026-11-05 · "Of Ann"');
  expect(written).not.toContain("\u001b");
  expect(place.forum.log.rows({most: 9}).map(({who, act, reason}) => [who, act, reason])).toEqual([
    ["editor", "hidden", "spam"],
    ["editor", "trusted", null],
    ["editor", "shown", null],
  ]);
});

test("what another has decided meanwhile is not decided again", async () => {
  const moderator = place.add("Mo", {role: "moderator"});
  const {post} = place.begin(place.add("Ann", {isHeld: true}), "Of Ann");
  await moderate(place.forum, environment, async () => {
    place.decide(moderator, post, "hide", "spam");
    return {kind: "show"};
  });
  expect(written).toContain("has decided that already: hide.");
  expect(written).toContain("0 decisions written");
});

test("where nothing waits, that is said", async () => {
  await moderate(place.forum, environment, async () => null);
  expect(written).toBe("Nothing waits.\n");
});
