import {DatabaseSync} from "node:sqlite";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {countShown, stopHolding} from "../../../src/forum/members/standing.ts";
import {type ForumStore, openForumStore} from "../../../src/forum/store.ts";
import {ForumFolder, type TestMember, tokenOf} from "../forum-folder.ts";

let place: ForumFolder;
let store: ForumStore;
let editor: TestMember;
beforeEach(async () => {
  place = new ForumFolder();
  store = openForumStore(place.folder, {now: () => place.clock, settings: place.settings});
  editor = await place.joined("Edith", "editor");
});
afterEach(() => {
  store.file.close();
  place.remove();
});

const roleOf = (id: number) => place.forum.people.find(id)!;
const show = (id: number, times: number): void => {
  for (let time = 0; time < times; time++) countShown(store, id);
};
const vouches = () => {
  const database = new DatabaseSync(`${place.folder}/forum.sqlite`, {readOnly: true});
  const rows = database.prepare("select vouch from person order by id").all();
  database.close();
  return rows.map(({vouch}) => vouch);
};

/** Joins by the code of another member. */
async function joinedBy(inviter: number, name: string): Promise<number> {
  const {members} = place.forum;
  const made = members.invite(inviter);
  if (made.outcome !== "invited") throw new Error(made.outcome);
  const token = tokenOf(members.enterCode(made.code, ""));
  members.chooseName(token, name);
  await members.choosePhrase(token, "seven green bicycles at noon", []);
  const session = members.sessionOf(tokenOf(await members.finish(token)));
  if (session?.stage !== "whole") throw new Error("not whole");
  return session.person.id;
}

test("the third shown post frees a member from waiting, and who invited them is forgotten", async () => {
  const ann = await joinedBy(editor.id, "Ann");
  expect(vouches()).toEqual([null, editor.id]);
  show(ann, 2);
  expect(roleOf(ann).isHeld).toBe(true);
  expect(vouches()).toEqual([null, editor.id]);
  show(ann, 1);
  expect(roleOf(ann).isHeld).toBe(false);
  expect(vouches()).toEqual([null, null]);
});

test("who is trusted before is free at once", async () => {
  const ann = await place.joined("Ann");
  stopHolding(store, ann.id);
  expect(roleOf(ann.id).isHeld).toBe(false);
});

test("who invited somebody is forgotten after 90 days, whatever was shown", async () => {
  await joinedBy(editor.id, "Ann");
  place.days(89);
  place.forum.members.forgetOld();
  expect(vouches()).toEqual([null, editor.id]);
  place.days(1);
  place.forum.members.forgetOld();
  expect(vouches()).toEqual([null, null]);
});

describe("a member of standing", () => {
  test("is who has ten shown posts and was there for thirty days", async () => {
    const [ann, ben] = [await place.joined("Ann"), await place.joined("Ben")];
    show(ann.id, 10);
    show(ben.id, 9);
    expect(roleOf(ann.id).role).toBe("member");
    place.days(30);
    place.forum.members.forgetOld();
    expect([ann, ben].map(({id}) => roleOf(id).role)).toEqual(["standing", "member"]);
    show(ben.id, 1);
    expect(roleOf(ben.id).role).toBe("standing");
  });

  test("has two invitations in a calendar month; members have none", async () => {
    const ann = await place.joined("Ann");
    const {members, people} = place.forum;
    expect(members.invite(ann.id)).toEqual({outcome: "not-yet"});
    people.promote(ann.id, "standing", editor);
    expect(members.invitationsLeft(ann.id)).toBe(2);
    const first = members.invite(ann.id);
    expect(first).toMatchObject({outcome: "invited", untilMs: Date.UTC(2026, 10, 20)});
    expect(members.invite(ann.id).outcome).toBe("invited");
    expect(members.invite(ann.id)).toEqual({outcome: "none-left", fromDay: "2026-12-01"});
    const [one] = members.invitations(ann.id);
    members.withdraw(editor.id, one!.id);
    expect(members.invitations(ann.id)).toHaveLength(2);
    members.withdraw(ann.id, one!.id);
    expect(members.invitations(ann.id)).toHaveLength(1);
    expect(members.invite(ann.id).outcome).toBe("none-left");
    place.days(26);
    expect(members.invite(ann.id).outcome).toBe("invited");
    expect(members.invitationsLeft(ann.id)).toBe(1);
  });
});

describe("roles", () => {
  test("are given by editors alone, and those with a second factor to who has one", async () => {
    const [ann, nora] = [await place.joined("Ann"), await place.joined("Nora", "moderator")];
    const {members, people} = place.forum;
    expect(people.promote(ann.id, "moderator", nora)).toBe("refused");
    expect(people.promote(ann.id, "moderator", {...nora, role: "editor"})).toBe("refused");
    expect(people.promote(ann.id, "moderator", editor)).toBe("needs-second");
    expect(people.promote(99, "moderator", editor)).toBe("missing");
    const {secret} = (await members.offerOwnTotp(ann.token, "Press"))!;
    await members.addSecond(ann.token, {kind: "totp", code: place.code(secret)});
    expect(people.promote(ann.id, "moderator", editor)).toBe("done");
    // Their longer session has ended, and the only second factor stays.
    expect(members.sessionOf(ann.token)).toBeNull();
    place.later(1);
    const first = await members.signIn({name: "Ann", phrase: ann.phrase, from: ""});
    const whole = await members.prove(tokenOf(first), {kind: "totp", code: place.code(secret)});
    expect(members.dropSecond(tokenOf(whole), "totp")).toBe("last");
    expect(place.forum.log.rows({most: 1})).toMatchObject([
      {who: "editor", act: "member-role", about: {member: ann.id, role: "moderator"}},
    ]);
  });

  test("the last editor stays one", () => {
    expect(place.forum.people.promote(editor.id, "member", editor)).toBe("last-editor");
    expect(place.forum.people.end(editor.id, editor)).toBe("refused");
  });
});

describe("who is ended", () => {
  test("is out at once, their codes with them; their name stays theirs", async () => {
    const ann = await place.joined("Ann");
    const {members, people} = place.forum;
    people.promote(ann.id, "standing", editor);
    const made = members.invite(ann.id);
    place.days(1);
    expect(people.end(ann.id, ann)).toBe("refused");
    expect(people.end(ann.id, editor)).toBe("done");
    expect(people.end(ann.id, editor)).toBe("missing");
    expect(members.sessionOf(ann.token)).toBeNull();
    expect(await members.signIn({name: "Ann", phrase: ann.phrase, from: ""})).toEqual({outcome: "refused"});
    expect(members.recover({name: "Ann", code: ann.recoveryCodes[0]!, from: ""})).toEqual({outcome: "refused"});
    if (made.outcome === "invited") expect(members.enterCode(made.code, "")).toEqual({outcome: "refused"});
    await expect(place.joined("Ann")).rejects.toThrow("like-another");
    expect(people.find(ann.id)).toBeNull();
    expect(people.list().map(({name, ended}) => [name, ended])).toEqual([
      ["Edith", null],
      ["Ann", "2026-11-06"],
    ]);
  });

  test("a moderator ends members, an editor moderators", async () => {
    const [ann, nora, max] = [
      await place.joined("Ann"),
      await place.joined("Nora", "moderator"),
      await place.joined("Max", "moderator"),
    ];
    const {people} = place.forum;
    expect(people.end(max.id, nora)).toBe("refused");
    expect(people.end(ann.id, nora)).toBe("done");
    expect(people.end(max.id, editor)).toBe("done");
    expect(people.end(editor.id, {id: null, name: "", role: "editor"})).toBe("done");
  });
});
