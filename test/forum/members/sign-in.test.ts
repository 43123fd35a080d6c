import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {ForumFolder, type TestMember, tokenOf} from "../forum-folder.ts";

let place: ForumFolder;
beforeEach(() => {
  place = new ForumFolder();
});
afterEach(() => place.remove());

const signIn = async ({name, phrase}: TestMember) => place.forum.members.signIn({name, phrase, from: ""});

/** A whole session of a moderator. */
async function bothSteps(member: TestMember): Promise<string> {
  const first = await signIn(member);
  expect(first).toMatchObject({outcome: "on", isWhole: false});
  const second = await place.forum.members.prove(tokenOf(first), {kind: "totp", code: place.code(member.secret)});
  place.later(1);
  return tokenOf(second);
}

describe("a member", () => {
  test("without a second factor is in by name and phrase; with one, by both", async () => {
    const ann = await place.joined("Ann");
    const {members} = place.forum;
    const first = await signIn(ann);
    expect(first).toMatchObject({outcome: "on", isWhole: true});
    expect(members.sessionOf(tokenOf(first))).toMatchObject({stage: "whole", isAskedAgain: true});
    const {secret} = (await members.offerOwnTotp(tokenOf(first), "Press"))!;
    expect(await members.addSecond(tokenOf(first), {kind: "totp", code: place.code(secret)})).toBe("done");
    place.later(1);
    const token = await bothSteps({...ann, secret});
    expect(members.dropSecond(token, "totp")).toBe("done");
    expect(await signIn(ann)).toMatchObject({outcome: "on", isWhole: true});
  });

  test("a wrong phrase and a name that there is not get the same answer", async () => {
    const ann = await place.joined("Ann");
    const {members} = place.forum;
    expect(await signIn({...ann, phrase: "seven red bicycles"})).toEqual({outcome: "refused"});
    expect(await members.signIn({name: "Nobody here", phrase: ann.phrase, from: ""})).toEqual({outcome: "refused"});
    // Five more and it has to wait; others do not.
    const outcomes = await Promise.all(Array.from({length: 6}, () => signIn({...ann, phrase: "seven red bicycles"})));
    expect(outcomes.at(-1)).toMatchObject({outcome: "wait"});
    const ben = await place.joined("Ben");
    expect(await signIn(ben)).toMatchObject({outcome: "on"});
  });

  test("is asked again by the phrase where there is no second factor, and by that alone where there is one", async () => {
    const ann = await place.joined("Ann");
    const {members} = place.forum;
    place.later(10);
    expect(members.sessionOf(ann.token)).toMatchObject({isAskedAgain: false});
    expect(members.renewOwnCodes(ann.token)).toBeNull();
    expect(await members.prove(ann.token, {kind: "phrase", phrase: "wrong wrong wrong"})).toEqual({outcome: "refused"});
    const token = tokenOf(await members.prove(ann.token, {kind: "phrase", phrase: ann.phrase}));
    expect(members.sessionOf(ann.token)).toBeNull();
    expect(members.sessionOf(token)).toMatchObject({isAskedAgain: true});
    expect(members.renewOwnCodes(token)).toHaveLength(8);
    const nora = await place.joined("Nora", "moderator");
    expect(await members.prove(nora.token, {kind: "phrase", phrase: nora.phrase})).toEqual({outcome: "refused"});
  });

  test("after five wrong proofs the session is over", async () => {
    const ann = await place.joined("Ann");
    const {members} = place.forum;
    for (let left = 4; left > 0; left--) {
      expect(await members.prove(ann.token, {kind: "phrase", phrase: "x"})).toEqual({outcome: "refused"});
      place.later(2);
    }
    expect(await members.prove(ann.token, {kind: "phrase", phrase: "x"})).toEqual({outcome: "over"});
    expect(members.sessionOf(ann.token)).toBeNull();
  });
});

describe("who has lost the pass phrase", () => {
  test("types a recovery code, once, and chooses another phrase", async () => {
    const ann = await place.joined("Ann");
    const {members} = place.forum;
    const code = ann.recoveryCodes[2]!;
    const back = members.recover({name: "ANN", code: code.toLowerCase(), from: ""});
    expect(back).toMatchObject({outcome: "on", isWhole: true});
    expect(await members.changePhrase(tokenOf(back), "eight red bicycles at night", [])).toEqual({outcome: "taken"});
    // Their other sessions have ended with it.
    expect(members.sessionOf(ann.token)).toBeNull();
    expect(members.recover({name: "Ann", code, from: ""})).toEqual({outcome: "refused"});
    expect(await signIn(ann)).toEqual({outcome: "refused"});
    expect(await signIn({...ann, phrase: "eight red bicycles at night"})).toMatchObject({outcome: "on"});
  });

  test("is asked for the second factor all the same, for which no second code stands", async () => {
    const nora = await place.joined("Nora", "moderator");
    const {members} = place.forum;
    const back = members.recover({name: "Nora", code: nora.recoveryCodes[0]!, from: ""});
    expect(back).toMatchObject({outcome: "on", isWhole: false});
    const token = tokenOf(back);
    expect(await members.prove(token, {kind: "recovery", code: nora.recoveryCodes[1]!})).toEqual({outcome: "refused"});
    const whole = await members.prove(token, {kind: "totp", code: place.code(nora.secret)});
    expect(members.sessionOf(tokenOf(whole))).toMatchObject({stage: "whole", person: {role: "moderator"}});
  });

  test("another's code, a guess and a name that there is not are refused alike, and slowed", async () => {
    const ann = await place.joined("Ann");
    await place.joined("Ben");
    const {recover} = place.forum.members;
    expect(recover({name: "Ben", code: ann.recoveryCodes[0]!, from: ""})).toEqual({outcome: "refused"});
    expect(recover({name: "Nobody", code: ann.recoveryCodes[0]!, from: ""})).toEqual({outcome: "refused"});
    const guesses = Array.from({length: 8}, () => recover({name: "Ann", code: "0".repeat(24), from: ""}).outcome);
    expect(guesses.at(-1)).toBe("wait");
    // The code was not used up by the other name.
    place.later(60);
    expect(recover({name: "Ann", code: ann.recoveryCodes[0]!, from: ""})).toMatchObject({outcome: "on"});
  });
});

describe("sessions", () => {
  test("of members end after seven days unused, and after thirty in all; only days are kept of them", async () => {
    const ann = await place.joined("Ann");
    const {members} = place.forum;
    const [only] = members.sessions(ann.id);
    expect(only).toMatchObject({began: "2026-11-05", seen: "2026-11-05"});
    place.days(6);
    expect(members.sessionOf(ann.token)).not.toBeNull();
    place.days(6);
    expect(members.sessionOf(ann.token)).not.toBeNull();
    place.days(7);
    expect(members.sessionOf(ann.token)).toBeNull();
    const token = tokenOf(await signIn(ann));
    for (let day = 0; day < 29; day++) {
      place.days(1);
      expect(members.sessionOf(token)).not.toBeNull();
    }
    place.days(1);
    expect(members.sessionOf(token)).toBeNull();
  });

  test("of moderators end after an hour unused, and after twelve in all", async () => {
    const nora = await place.joined("Nora", "moderator");
    const {members} = place.forum;
    place.later(60);
    expect(members.sessionOf(nora.token)).toBeNull();
    const token = await bothSteps(nora);
    for (let half = 0; half < 23; half++) {
      place.later(30);
      expect(members.sessionOf(token)).not.toBeNull();
    }
    place.later(30);
    expect(members.sessionOf(token)).toBeNull();
  });

  test("are five at most: the oldest ends", async () => {
    const ann = await place.joined("Ann");
    const tokens: string[] = [];
    for (let number = 0; number < 5; number++) {
      tokens.push(tokenOf(await signIn(ann)));
      place.later(2);
    }
    expect(place.forum.members.sessionOf(ann.token)).toBeNull();
    expect(tokens.filter((token) => place.forum.members.sessionOf(token) !== null)).toHaveLength(5);
  });

  test("are ended by their owner, one or all but this", async () => {
    const ann = await place.joined("Ann");
    const {members} = place.forum;
    const [second, third] = [tokenOf(await signIn(ann)), tokenOf(await signIn(ann))];
    const own = members.sessionOf(third)!.id;
    const other = members.sessions(ann.id).find(({id}) => id !== own)!;
    expect(members.endSessions(ann.id, ann, {only: other.id})).toBe(1);
    expect(members.endSessions(ann.id, ann, {except: own})).toBe(1);
    expect([ann.token, second, third].map((token) => members.sessionOf(token) !== null)).toEqual([false, false, true]);
    members.endSession(third);
    expect(members.sessionOf(third)).toBeNull();
  });
});

test("that somebody signed in stands in no log", async () => {
  const ann = await place.joined("Ann");
  await signIn(ann);
  expect(place.forum.log.rows()).toEqual([]);
});
