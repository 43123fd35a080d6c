import {afterEach, beforeEach, expect, test} from "vitest";
import {DeskAccounts, type Joined} from "./desk-accounts.ts";

let desk: DeskAccounts;
let one: Joined;
beforeEach(async () => {
  desk = new DeskAccounts();
  one = await desk.joined("A. Editor");
});
afterEach(() => desk.remove());

const by = {name: "a test"};
const stageOf = (token: string): string | undefined => desk.accounts.sessionOf(token)?.stage;

test("tokens have 256 bits, and are of no other form", () => {
  expect(Buffer.from(one.token, "base64url")).toHaveLength(32);
  for (const token of ["", "x", `${one.token}x`, one.token.slice(1), `${one.token.slice(0, 42)}'`]) {
    expect(desk.accounts.sessionOf(token)).toBeNull();
  }
});

test("a session ends thirty minutes after it was last used", () => {
  // A minute has passed since it began.
  desk.later(28);
  expect(stageOf(one.token)).toBe("whole");
  desk.later(29);
  expect(stageOf(one.token)).toBe("whole");
  desk.later(30);
  expect(stageOf(one.token)).toBeUndefined();
});

test("a session ends twelve hours after it began, however it is used, also where the second factor was asked for again", async () => {
  let {token} = one;
  for (let half = 0; half < 28; half++) {
    desk.later(25);
    expect(stageOf(token)).toBe("whole");
    if (half !== 20) continue;
    const proved = await desk.accounts.prove(token, {kind: "totp", code: desk.code(one.secret)});
    if (proved.outcome === "on") token = proved.token;
  }
  // 1 minute, and 28 times 25, since it began.
  desk.later(18);
  expect(stageOf(token)).toBe("whole");
  desk.later(1);
  expect(stageOf(token)).toBeUndefined();
});

test("half a session ends after ten minutes", async () => {
  const first = await desk.accounts.signIn({name: one.name, phrase: one.phrase, from: ""});
  if (first.outcome !== "on") throw new Error(first.outcome);
  desk.later(9);
  expect(stageOf(first.token)).toBe("half");
  desk.later(1);
  expect(stageOf(first.token)).toBeUndefined();
});

test("asked again is good for five minutes", async () => {
  desk.later(4.5);
  const isAskedAgain = (token: string): boolean => {
    const session = desk.accounts.sessionOf(token);
    return session?.stage === "whole" && session.isAskedAgain;
  };
  expect(isAskedAgain(one.token)).toBe(false);
  const proved = await desk.accounts.prove(one.token, {kind: "totp", code: desk.code(one.secret)});
  if (proved.outcome !== "on") throw new Error(proved.outcome);
  expect(stageOf(one.token)).toBeUndefined();
  desk.later(4.9);
  expect(isAskedAgain(proved.token)).toBe(true);
  desk.later(0.1);
  expect(isAskedAgain(proved.token)).toBe(false);
});

test("of six sessions the oldest ends", async () => {
  const tokens = [one.token];
  for (let more = 0; more < 5; more++) tokens.push(await desk.signedIn(one));
  expect(tokens.map(stageOf)).toEqual([undefined, ...Array(5).fill("whole")]);
  expect(desk.accounts.sessions(one.id)).toHaveLength(5);
});

test("first steps alone end no whole session", async () => {
  for (let more = 0; more < 6; more++) {
    await desk.accounts.signIn({name: one.name, phrase: one.phrase, from: ""});
  }
  expect(stageOf(one.token)).toBe("whole");
});

test("sessions are listed by day, and nothing else is told of them", () => {
  const session = desk.accounts.sessionOf(one.token)!;
  expect(desk.accounts.sessions(one.id, session.id)).toEqual([
    {id: session.id, began: "2026-11-05", seen: "2026-11-05", isThis: true},
  ]);
});

test("who signs out has ended the session for good", () => {
  desk.accounts.endSession(one.token);
  expect(stageOf(one.token)).toBeUndefined();
  desk.accounts.endSession(one.token);
  expect(desk.accounts.log()[0]).toMatchObject({act: "signed-out", who: "A. Editor"});
});

test("one session, the others, or all of somebody are ended", async () => {
  const others = [await desk.signedIn(one), await desk.signedIn(one)];
  const idOf = (token: string): number => desk.accounts.sessionOf(token)!.id;
  const stranger = await desk.joined("B");
  desk.accounts.endSessions(one.id, by, {only: idOf(stranger.token)});
  expect(stageOf(stranger.token)).toBe("whole");
  desk.accounts.endSessions(one.id, by, {only: idOf(others[0]!)});
  expect([one.token, ...others].map(stageOf)).toEqual(["whole", undefined, "whole"]);
  desk.accounts.endSessions(one.id, by, {except: idOf(one.token)});
  expect([one.token, ...others].map(stageOf)).toEqual(["whole", undefined, undefined]);
  desk.accounts.endSessions(one.id, by);
  expect(stageOf(one.token)).toBeUndefined();
  expect(stageOf(stranger.token)).toBe("whole");
});

test("who is ended has no session, and a new role counts from the next page on", async () => {
  const other = await desk.joined("B", "reviewer");
  desk.accounts.changeRole(other.id, "reader", by);
  expect(desk.accounts.sessionOf(other.token)).toMatchObject({person: {role: "reader"}});
  desk.accounts.endPerson(other.id, by);
  expect(stageOf(other.token)).toBeUndefined();
  expect(desk.accounts.people()).toMatchObject([{name: "A. Editor"}, {name: "B", ended: "2026-11-05"}]);
  expect(() => desk.accounts.endPerson(other.id, by)).toThrow(expect.objectContaining({code: "PERSON_REFUSED"}));
});

test("sessions are still there when the desk begins anew", () => {
  desk.again();
  expect(stageOf(one.token)).toBe("whole");
});
