import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {longTest} from "../../run/amounts.ts";
import {ForumFolder, tokenOf} from "../forum-folder.ts";

let place: ForumFolder;
beforeEach(() => {
  place = new ForumFolder();
});
afterEach(() => place.remove());

const phrase = "seven green bicycles at noon";

test("who types a code chooses a name and a pass phrase, and is in with eight recovery codes", async () => {
  const {members, people} = place.forum;
  const {code, untilMs} = people.invite("member");
  expect(code).toMatch(/^(?:[0-9A-Z]{4}-){4}[0-9A-Z]{4}$/);
  // 5 November and 14 days, to the end of the last.
  expect(new Date(untilMs).toISOString()).toBe("2026-11-20T00:00:00.000Z");
  const token = tokenOf(members.enterCode(code.toLowerCase().replaceAll("-", " "), "192.0.2.1"));
  expect(members.sessionOf(token)).toMatchObject({stage: "joining", name: null, hasPhrase: false, needsSecond: false});
  expect(members.chooseName(token, "Admin")).toEqual({outcome: "fault", fault: "like-staff"});
  expect(members.chooseName(token, "Ruth Root")).toEqual({outcome: "taken"});
  expect(await members.finish(token)).toEqual({outcome: "over"});
  expect(await members.choosePhrase(token, "Ruth Root Ruth Root", [])).toMatchObject({outcome: "fault"});
  expect(await members.choosePhrase(token, phrase, [])).toEqual({outcome: "taken"});
  expect(members.sessionOf(token)).toMatchObject({name: "Ruth Root", hasPhrase: true});
  const done = await members.finish(token);
  if (done.outcome !== "joined") throw new Error(done.outcome);
  expect(new Set(done.recoveryCodes).size).toBe(8);
  expect(members.sessionOf(token)).toBeNull();
  expect(members.sessionOf(done.token)).toMatchObject({
    stage: "whole",
    person: {name: "Ruth Root", role: "member", isHeld: true},
    isAskedAgain: true,
  });
});

test("a code is good once, and for fourteen days", async () => {
  const {members, people} = place.forum;
  const one = await place.joined("Ruth Root");
  expect(members.enterCode(one.code, "")).toEqual({outcome: "refused"});
  const {code} = people.invite("member");
  place.days(14);
  expect(members.enterCode(code, "").outcome).toBe("on");
  place.days(1);
  expect(members.enterCode(code, "")).toEqual({outcome: "refused"});
});

test("of two who type one code at the same time one is in", async () => {
  const {members, people} = place.forum;
  const {code} = people.invite("member");
  const tokens = [members.enterCode(code, ""), members.enterCode(code, "")].map(tokenOf);
  for (const [number, token] of tokens.entries()) {
    members.chooseName(token, `Reader ${"AB".charAt(number)}`);
    await members.choosePhrase(token, phrase, []);
  }
  const outcomes = await Promise.all(tokens.map((token) => members.finish(token)));
  expect(outcomes.map(({outcome}) => outcome)).toEqual(["joined", "over"]);
  expect(place.forum.people.list()).toHaveLength(1);
});

test("of two who chose one name the second chooses another, with the same code", async () => {
  const {members, people} = place.forum;
  const tokens = [people.invite("member"), people.invite("member")].map(({code}) =>
    tokenOf(members.enterCode(code, "")),
  );
  for (const token of tokens) {
    expect(members.chooseName(token, "Ruth Root")).toEqual({outcome: "taken"});
    await members.choosePhrase(token, phrase, []);
  }
  expect(await members.finish(tokens[0]!)).toMatchObject({outcome: "joined"});
  expect(await members.finish(tokens[1]!)).toEqual({outcome: "name-taken"});
  expect(members.sessionOf(tokens[1]!)).toMatchObject({stage: "joining", name: null, hasPhrase: true});
  expect(members.chooseName(tokens[1]!, "ruth r00t")).toEqual({outcome: "fault", fault: "like-another"});
  expect(members.chooseName(tokens[1]!, "Ruth Other")).toEqual({outcome: "taken"});
  expect(await members.finish(tokens[1]!)).toMatchObject({outcome: "joined"});
});

describe("a moderator and an editor", () => {
  for (const role of ["moderator", "editor"] as const)
    test(`as ${role}: joins with a second factor alone, from a code that is good for a day`, async () => {
      const {members, people} = place.forum;
      const {code} = people.invite(role);
      const token = tokenOf(members.enterCode(code, ""));
      members.chooseName(token, "Moderator Nora");
      await members.choosePhrase(token, phrase, []);
      expect(members.sessionOf(token)).toMatchObject({needsSecond: true});
      expect(await members.finish(token)).toEqual({outcome: "refused"});
      expect(await members.join(token, {kind: "totp", code: "000000"})).toEqual({outcome: "refused"});
      const {secret} = (await members.offerTotpToJoiner(token, "Press"))!;
      const done = await members.join(token, {kind: "totp", code: place.code(secret)});
      expect(done.outcome).toBe("joined");
      expect(members.sessionOf(tokenOf(done))).toMatchObject({person: {role, isHeld: false}});
      const late = people.invite(role).code;
      place.days(2);
      expect(members.enterCode(late, "")).toEqual({outcome: "refused"});
    });
});

test("guesses of codes are slowed", () => {
  const outcomes = Array.from(
    {length: 130},
    () => place.forum.members.enterCode("0000-0000-0000-0000-0000", "").outcome,
  );
  expect(new Set(outcomes)).toEqual(new Set(["refused", "wait"]));
  expect(outcomes.filter((one) => one === "refused")).toHaveLength(120);
});

describe("where joining is shut", () => {
  test("codes and knocks are refused, but a moderator's code is good", async () => {
    const {members, people, joining} = place.forum;
    const editor = await place.joined("Edith", "editor");
    const {code} = people.invite("member");
    expect(joining.shut(editor)).toBe("shut");
    expect(joining.shut(editor)).toBe("already");
    expect(joining.state()).toEqual({knocking: false, joining: false, why: "set"});
    expect(members.enterCode(code, "")).toEqual({outcome: "shut"});
    expect(await members.knock({name: "Ann", why: "to read", phrase, from: ""})).toEqual({outcome: "shut"});
    expect(members.invite(editor.id)).toEqual({outcome: "shut"});
    await place.joined("Max", "moderator");
    expect(joining.open(editor)).toBe("open");
    expect(members.enterCode(code, "").outcome).toBe("on");
    expect(place.forum.log.rows().map(({act, who}) => [act, who])).toEqual([
      ["joining-opened", "editor"],
      ["invited", ""],
      ["joining-shut", "editor"],
      ["invited", ""],
    ]);
  });

  test("who is on the way is not in", async () => {
    const {members, people, joining} = place.forum;
    const editor = await place.joined("Edith", "editor");
    const token = tokenOf(members.enterCode(people.invite("member").code, ""));
    members.chooseName(token, "Ann");
    await members.choosePhrase(token, phrase, []);
    joining.shut(editor);
    expect(await members.finish(token)).toEqual({outcome: "shut"});
    expect(people.list()).toHaveLength(1);
  });

  test("by the settings nobody knocks, or nobody comes", async () => {
    place.settings = {...place.settings, joining: "invited"};
    place.again();
    expect(place.forum.joining.state()).toEqual({knocking: false, joining: true, why: "set"});
    await place.joined("Ann");
    place.settings = {...place.settings, joining: "shut"};
    const {members, people} = place.again();
    expect(members.enterCode(people.invite("member").code, "")).toEqual({outcome: "shut"});
  });

  longTest("a flood of joins shuts it, and is told", async () => {
    const outcomes: string[] = [];
    const flood = async (): Promise<void> => {
      const {members, people} = place.forum;
      for (let number = 0; number < 32; number++) {
        place.clock += 1500;
        const entered = members.enterCode(people.invite("member").code, "");
        if (entered.outcome !== "on") {
          outcomes.push(entered.outcome);
          continue;
        }
        members.chooseName(
          entered.token,
          `Reader ${String.fromCharCode(97 + (number % 26), 107 + (number % 7), 97 + number / 26)}`,
        );
        await members.choosePhrase(entered.token, phrase, []);
        outcomes.push((await members.finish(entered.token)).outcome);
      }
    };
    await flood();
    expect(outcomes.filter((one) => one === "joined")).toHaveLength(30);
    expect(outcomes.slice(-2)).toEqual(["shut", "shut"]);
    expect(place.forum.joining.state()).toMatchObject({joining: false, why: "flood"});
    expect(place.forum.log.rows({most: 3}).map(({act}) => act)).toContain("joining-shut");
    expect(place.again().joining.state()).toMatchObject({joining: false, why: "flood"});
  });
});
