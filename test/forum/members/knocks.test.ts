import {DatabaseSync} from "node:sqlite";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {longTest} from "../../run/amounts.ts";
import {ForumFolder, type TestMember} from "../forum-folder.ts";

let place: ForumFolder;
let moderator: TestMember;
beforeEach(async () => {
  place = new ForumFolder();
  moderator = await place.joined("Nora", "moderator");
});
afterEach(() => place.remove());

const request = {
  name: "Ann Reader",
  why: "I read the paper every week.",
  phrase: "seven green bicycles at noon",
  from: "",
};
const signIn = (phrase = request.phrase) => place.forum.members.signIn({name: request.name, phrase, from: ""});

async function knocked(more: Partial<typeof request> = {}): Promise<readonly string[]> {
  const done = await place.forum.members.knock({...request, ...more});
  if (done.outcome !== "knocked") throw new Error(JSON.stringify(done));
  return done.recoveryCodes;
}

test("who knocks waits, is let in, and signs in with what was chosen; the recovery codes are good", async () => {
  const codes = await knocked();
  expect(codes).toHaveLength(8);
  const {members} = place.forum;
  expect(await signIn()).toEqual({outcome: "knocking"});
  expect(await signIn("seven green bicycles at ten")).toEqual({outcome: "refused"});
  const [waiting] = members.knocks();
  expect(waiting).toEqual({id: 1, name: "Ann Reader", why: "I read the paper every week.", day: "2026-11-05"});
  expect(members.letIn(moderator, 1)).toBe("decided");
  expect(members.letIn(moderator, 1)).toBe("already");
  expect(members.turnAway(moderator, 1, {rule: "spam"})).toBe("already");
  expect(members.knocks()).toEqual([]);
  expect(await signIn()).toMatchObject({outcome: "on", isWhole: true});
  expect(members.recover({name: request.name, code: codes[3]!, from: ""})).toMatchObject({
    outcome: "on",
    isWhole: true,
  });
  expect(place.forum.people.list()).toMatchObject([{name: "Nora"}, {name: "Ann Reader", role: "member", isHeld: true}]);
});

test("who is turned away is told by which rule for 14 days; what they wrote is gone at once", async () => {
  await knocked();
  const {members} = place.forum;
  expect(members.turnAway(moderator, 1, {rule: "because"})).toBe("refused");
  expect(members.turnAway(moderator, 1, {rule: "spam"})).toBe("decided");
  expect(members.letIn(moderator, 1)).toBe("already");
  expect(await signIn()).toEqual({outcome: "turned-away", rule: "spam"});
  const database = new DatabaseSync(`${place.folder}/forum.sqlite`, {readOnly: true});
  expect(database.prepare("select why from knock").all()).toEqual([{why: ""}]);
  database.close();
  place.days(14);
  members.forgetOld();
  expect(await signIn()).toEqual({outcome: "refused"});
});

test("the decisions stand in the public log without names", async () => {
  await knocked();
  await knocked({name: "Bob Reader"});
  place.forum.members.letIn(moderator, 1);
  place.forum.members.turnAway({id: null, name: "root", role: "editor"}, 2, {rule: "spam"});
  const rows = place.forum.log.rows({most: 2});
  expect(rows.map(({day, who, act, about, reason}) => [day, who, act, about, reason])).toEqual([
    ["2026-11-05", "editor", "turned-away", {knock: 2}, "spam"],
    ["2026-11-05", "moderator", "let-in", {member: 2}, null],
  ]);
  expect(place.forum.log.verify()).toMatchObject({found: "whole"});
});

test("members, and moderators who are none any more, decide nothing", async () => {
  await knocked();
  const {members, people} = place.forum;
  const member = await place.joined("Ben");
  expect(members.letIn({...member, role: "editor"}, 1)).toBe("denied");
  const editor = await place.joined("Edith", "editor");
  expect(people.promote(moderator.id, "member", editor)).toBe("done");
  expect(members.letIn(moderator, 1)).toBe("denied");
  expect(members.turnAway(moderator, 1, {rule: "spam"})).toBe("denied");
});

describe("a knock is refused", () => {
  for (const [what, more, outcome] of [
    ["by a name like staff's", {name: "Admin"}, {outcome: "fault", field: "name", fault: "like-staff"}],
    ["by a name like another's", {name: "N0ra"}, {outcome: "fault", field: "name", fault: "like-another"}],
    ["without a word", {why: " \u200b\n"}, {outcome: "fault", field: "why", fault: "empty"}],
    ["with too many", {why: "w".repeat(1001)}, {outcome: "fault", field: "why", fault: "too-long"}],
    ["with ten million", {why: "w".repeat(10_000_000)}, {outcome: "fault", field: "why", fault: "too-long"}],
    ["with a short phrase", {phrase: "bicycles"}, {outcome: "fault", field: "phrase", fault: "too-short"}],
  ] as const)
    test(what, async () => {
      expect(await place.forum.members.knock({...request, ...more})).toEqual(outcome);
      expect(place.forum.members.knocks()).toEqual([]);
    });
});

test("what turns the direction of writing is no part of why", async () => {
  await knocked({why: "one \u202etwo\u0007\r\nthree"});
  expect(place.forum.members.knocks()[0]!.why).toBe("one two\nthree");
});

test("the form sent twice is one knock, and the last codes are good; with another phrase the name is taken", async () => {
  const [first, second] = [await knocked(), await knocked()];
  const {members} = place.forum;
  expect(members.knocks()).toHaveLength(1);
  const other = await members.knock({...request, phrase: "eight red bicycles at night"});
  expect(other).toEqual({outcome: "fault", field: "name", fault: "like-another"});
  members.letIn(moderator, 1);
  expect(members.recover({name: request.name, code: first[0]!, from: ""})).toEqual({outcome: "refused"});
  expect(members.recover({name: request.name, code: second[0]!, from: ""})).toMatchObject({outcome: "on"});
});

test("of two knocks of one name at the same time one is taken", async () => {
  const {members} = place.forum;
  const both = await Promise.all([
    members.knock(request),
    members.knock({...request, name: "Ann R3ader".replace("3", "e"), phrase: "eight red bicycles at night"}),
  ]);
  expect(both.map(({outcome}) => outcome)).toEqual(["knocked", "fault"]);
});

test("nobody joins by code under the name of one who knocks; after 30 days without an answer it is free", async () => {
  await knocked();
  await expect(place.joined("Ann Reader")).rejects.toThrow("like-another");
  place.days(30);
  place.forum.members.forgetOld();
  expect(place.forum.members.knocks()).toEqual([]);
  await place.joined("Ann Reader");
});

longTest("a flood of knocks shuts joining", async () => {
  const outcomes: string[] = [];
  for (let number = 0; number < 22; number++) {
    place.clock += 1500;
    const name = `Reader ${String.fromCharCode(97 + number)}`;
    outcomes.push((await place.forum.members.knock({...request, name})).outcome);
  }
  expect(outcomes.filter((one) => one === "knocked")).toHaveLength(20);
  expect(outcomes.at(-1)).toBe("shut");
  expect(place.forum.joining.state()).toEqual({knocking: false, joining: false, why: "flood"});
  place.forum.joining.open(moderator);
  await knocked({name: "Zed Reader"});
});
