import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {totpCode} from "../../src/accounts/factors/totp.ts";
import {DeskAccounts} from "./desk-accounts.ts";

let desk: DeskAccounts;
beforeEach(() => {
  desk = new DeskAccounts();
});
afterEach(() => desk.remove());

const from = "192.0.2.1";
const by = {name: "a test"};

describe("an invitation", () => {
  test("of the first is for an editor, of others for a reader, unless it is said", async () => {
    expect(desk.accounts.invite({name: "A. Editor"}, by).role).toBe("editor");
    await desk.joined("A. Editor");
    expect(desk.accounts.invite({name: "B"}, by).role).toBe("reader");
    expect(desk.accounts.invite({name: "C", role: "bookkeeper"}, by).role).toBe("bookkeeper");
  });

  test("of the first as something else is refused", () => {
    expect(() => desk.accounts.invite({name: "A", role: "reader"}, by)).toThrow(/nobody has joined yet/);
  });

  for (const [what, name] of [
    ["empty", "  "],
    ["of 81 letters", "x".repeat(81)],
    ["with a character that turns the direction", "A\u202eB"],
    ["with one that a terminal obeys", "A\u001b[2J"],
  ] as const) {
    test(`with a name that is ${what} is refused`, () => {
      expect(() => desk.accounts.invite({name}, by)).toThrow(expect.objectContaining({code: "PERSON_REFUSED"}));
    });
  }

  test("is good however it is typed, until its hour is over", () => {
    const {code} = desk.accounts.invite({name: "A"}, by);
    expect(code).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/);
    const typed = code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o").replaceAll("1", "l");
    expect(desk.accounts.enterCode(typed, from).outcome).toBe("on");
    desk.later(59.9);
    expect(desk.accounts.enterCode(code, from).outcome).toBe("on");
    desk.later(0.1);
    expect(desk.accounts.enterCode(code, from)).toEqual({outcome: "refused"});
  });

  test("is used up when somebody has joined, also for who had begun with it elsewhere", async () => {
    const {accounts} = desk;
    const {code} = accounts.invite({name: "A"}, by);
    const [one, other] = [accounts.enterCode(code, from), accounts.enterCode(code, from)];
    const codes: string[] = [];
    for (const entered of [one, other]) {
      if (entered.outcome !== "on") throw new Error(entered.outcome);
      await accounts.choosePhrase(entered.token, "seven green bicycles", []);
      codes.push((await accounts.offerTotpToJoiner(entered.token, "Press"))!.secret);
    }
    const join = (at: number, entered: typeof one) =>
      accounts.join((entered as {token: string}).token, {kind: "totp", code: desk.code(codes[at]!)});
    expect((await join(0, one)).outcome).toBe("joined");
    expect(await join(1, other)).toEqual({outcome: "over"});
    expect(accounts.enterCode(code, from)).toEqual({outcome: "refused"});
    expect(accounts.people()).toHaveLength(1);
  });

  test("ends an earlier one of the same name, and can be taken back", () => {
    const first = desk.accounts.invite({name: "A. Editor"}, by);
    const second = desk.accounts.invite({name: "a.  editor"}, by);
    expect(desk.accounts.enterCode(first.code, from)).toEqual({outcome: "refused"});
    expect(desk.accounts.invitations().map(({id}) => id)).toEqual([second.id]);
    desk.accounts.withdraw(second.id, by);
    expect(desk.accounts.enterCode(second.code, from)).toEqual({outcome: "refused"});
  });

  test("joins with a pass phrase that is taken, then a second factor, in this order", async () => {
    const {accounts} = desk;
    const entered = accounts.enterCode(accounts.invite({name: "A. Editor"}, by).code, from);
    if (entered.outcome !== "on") throw new Error(entered.outcome);
    const {token} = entered;
    expect(accounts.sessionOf(token)).toMatchObject({stage: "joining", hasPhrase: false, invited: {role: "editor"}});
    expect(await accounts.offerTotpToJoiner(token, "Press")).toBeNull();
    expect(await accounts.join(token, {kind: "totp", code: "000000"})).toEqual({outcome: "over"});
    expect(await accounts.choosePhrase(token, "a. editor, a. editor", [])).toMatchObject({outcome: "fault"});
    expect(await accounts.choosePhrase(token, "seven green bicycles", [])).toEqual({outcome: "taken"});
    const offer = (await accounts.offerTotpToJoiner(token, "Press"))!;
    expect(offer.picture).toMatch(/^<svg /);
    expect((await accounts.offerTotpToJoiner(token, "Press"))!.secret).toBe(offer.secret);
    expect(await accounts.join(token, {kind: "totp", code: "000000"})).toEqual({outcome: "refused"});
    expect(accounts.people()).toEqual([]);
    const done = await accounts.join(token, {kind: "totp", code: desk.code(offer.secret)});
    if (done.outcome !== "joined") throw new Error(done.outcome);
    expect(done.recoveryCodes).toHaveLength(8);
    // 24 letters of 5 bits: 120.
    for (const code of done.recoveryCodes) expect(code.replaceAll("-", "")).toMatch(/^[0-9A-Z]{24}$/);
    expect(accounts.sessionOf(token)).toBeNull();
    expect(accounts.sessionOf(done.token)).toMatchObject({stage: "whole", person: {name: "A. Editor", role: "editor"}});
  });
});

describe("signing in", () => {
  test("takes the pass phrase and the code, with a new token at each step", async () => {
    const one = await desk.joined("A. Editor");
    const {accounts} = desk;
    const first = await accounts.signIn({name: "a. editor", phrase: one.phrase, from});
    if (first.outcome !== "on") throw new Error(first.outcome);
    expect(accounts.sessionOf(first.token)).toMatchObject({stage: "half"});
    const second = await accounts.prove(first.token, {kind: "totp", code: desk.code(one.secret)});
    if (second.outcome !== "on") throw new Error(second.outcome);
    expect(accounts.sessionOf(first.token)).toBeNull();
    expect(accounts.sessionOf(second.token)).toMatchObject({stage: "whole", isAskedAgain: true});
  });

  test("says the same of a name that there is not, of a wrong phrase, and of somebody whose access has ended", async () => {
    const one = await desk.joined("A. Editor");
    const other = await desk.joined("B");
    desk.accounts.endPerson(other.id, by);
    for (const [name, phrase] of [
      ["Nobody", one.phrase],
      [one.name, "another green bicycle"],
      [other.name, other.phrase],
    ] as const) {
      expect(await desk.accounts.signIn({name, phrase, from})).toEqual({outcome: "refused"});
    }
  });

  test("takes a code once, also in the session of somebody else's first step", async () => {
    const one = await desk.joined("A. Editor");
    const code = desk.code(one.secret);
    const outcomes: string[] = [];
    for (let times = 0; times < 2; times++) {
      const first = await desk.accounts.signIn({name: one.name, phrase: one.phrase, from});
      if (first.outcome !== "on") throw new Error(first.outcome);
      outcomes.push((await desk.accounts.prove(first.token, {kind: "totp", code})).outcome);
    }
    expect(outcomes).toEqual(["on", "refused"]);
  });

  test("two at once with the same code: one", async () => {
    const one = await desk.joined("A. Editor");
    const firsts = await Promise.all(
      [1, 2].map(() => desk.accounts.signIn({name: one.name, phrase: one.phrase, from})),
    );
    const proofs = firsts.map((first) =>
      desk.accounts.prove((first as {token: string}).token, {kind: "totp", code: desk.code(one.secret)}),
    );
    expect((await Promise.all(proofs)).map(({outcome}) => outcome).sort()).toEqual(["on", "refused"]);
  });

  test("takes each recovery code once in place of the second factor, and never in place of the pass phrase", async () => {
    const one = await desk.joined("A. Editor");
    const [code] = one.recoveryCodes;
    expect(await desk.accounts.signIn({name: one.name, phrase: code!, from})).toEqual({outcome: "refused"});
    const outcomes: string[] = [];
    for (let times = 0; times < 2; times++) {
      const first = await desk.accounts.signIn({name: one.name, phrase: one.phrase, from});
      if (first.outcome !== "on") throw new Error(first.outcome);
      expect(desk.accounts.secondFactorsOf(first.token)?.recoveryCodes).toBe(8 - times);
      outcomes.push((await desk.accounts.prove(first.token, {kind: "recovery", code: code!.toLowerCase()})).outcome);
    }
    expect(outcomes).toEqual(["on", "refused"]);
  });

  test("is over after five wrong second steps, and has to wait after those", async () => {
    const one = await desk.joined("A. Editor");
    const first = await desk.accounts.signIn({name: one.name, phrase: one.phrase, from});
    if (first.outcome !== "on") throw new Error(first.outcome);
    const wrong = totpCode(one.secret, 1);
    const outcomes: string[] = [];
    for (let times = 0; times < 5; times++) {
      outcomes.push((await desk.accounts.prove(first.token, {kind: "totp", code: wrong})).outcome);
    }
    expect(outcomes).toEqual(["refused", "refused", "refused", "refused", "over"]);
    const second = await desk.accounts.signIn({name: one.name, phrase: one.phrase, from});
    if (second.outcome !== "on") throw new Error(second.outcome);
    expect(await desk.accounts.prove(second.token, {kind: "totp", code: desk.code(one.secret)})).toMatchObject({
      outcome: "wait",
    });
  });

  test("with one name is slowed after six, for nobody else, and goes on after half a minute", async () => {
    const [one, other] = [await desk.joined("A. Editor"), await desk.joined("B")];
    const wrong = {name: one.name, phrase: "another green bicycle", from};
    for (let times = 0; times < 6; times++) expect((await desk.accounts.signIn(wrong)).outcome).toBe("refused");
    expect(await desk.accounts.signIn(wrong)).toEqual({outcome: "wait", seconds: 30});
    expect(await desk.accounts.signIn({name: other.name, phrase: other.phrase, from})).toMatchObject({outcome: "on"});
    desk.later(0.5);
    expect(await desk.accounts.signIn({name: one.name, phrase: one.phrase, from})).toMatchObject({outcome: "on"});
  });

  test("a name that there is not is slowed alike", async () => {
    const wrong = {name: "Nobody", phrase: "another green bicycle", from};
    for (let times = 0; times < 6; times++) expect((await desk.accounts.signIn(wrong)).outcome).toBe("refused");
    expect(await desk.accounts.signIn(wrong)).toEqual({outcome: "wait", seconds: 30});
  });

  test("of more than eight at once the others are told to come again", async () => {
    const one = await desk.joined("A. Editor");
    const all = Array.from({length: 20}, (_, at) =>
      desk.accounts.signIn({name: `${one.name}${at}`, phrase: one.phrase, from}),
    );
    const outcomes = (await Promise.all(all)).map(({outcome}) => outcome);
    expect(outcomes.filter((outcome) => outcome === "busy")).toHaveLength(12);
    expect(await desk.accounts.signIn({name: one.name, phrase: one.phrase, from})).toMatchObject({outcome: "on"});
  });
});

test("an invitation of somebody who has joined sets everything anew, and skips no second factor", async () => {
  const one = await desk.joined("A. Editor");
  const again = await desk.joined("A. Editor");
  expect(again.id).toBe(one.id);
  const {accounts} = desk;
  expect(accounts.sessionOf(one.token)).toBeNull();
  const first = await accounts.signIn({name: one.name, phrase: again.phrase, from});
  if (first.outcome !== "on") throw new Error(first.outcome);
  expect(await accounts.prove(first.token, {kind: "totp", code: desk.code(one.secret)})).toEqual({outcome: "refused"});
  const proof = {kind: "recovery", code: one.recoveryCodes[0]!} as const;
  expect(await accounts.prove(first.token, proof)).toEqual({outcome: "refused"});
  expect(await accounts.prove(first.token, {kind: "totp", code: desk.code(again.secret)})).toMatchObject({
    outcome: "on",
  });
});

test("no secret and no address is in any file of the desk", async () => {
  const one = await desk.joined("A. Editor");
  const {code} = desk.accounts.invite({name: "B"}, by);
  await desk.accounts.signIn({name: "seven secret words", phrase: "wrong", from: "203.0.113.77"});
  const all = readdirSync(desk.folder)
    .map((name) => readFileSync(join(desk.folder, name)).toString("latin1"))
    .join("");
  expect(all).toContain("A. Editor");
  const secrets = [one.phrase, one.secret, one.token, code, code.replaceAll("-", ""), ...one.recoveryCodes];
  for (const secret of [...secrets, "192.0.2.1", "203.0.113.77", "seven secret words"])
    expect(all).not.toContain(secret);
});
