import {afterEach, beforeEach, expect, test} from "vitest";
import {DeskAccounts, type Joined} from "./desk-accounts.ts";

let desk: DeskAccounts;
let one: Joined;
beforeEach(async () => {
  desk = new DeskAccounts();
  one = await desk.joined("A. Editor");
});
afterEach(() => desk.remove());

const site = {host: "localhost", origin: "http://localhost:8081"};

test("own factors are changed only within five minutes of the second one", async () => {
  const {accounts} = desk;
  desk.later(5);
  expect(await accounts.changePhrase(one.token, "eight red bicycles!", [])).toEqual({outcome: "over"});
  expect(await accounts.offerOwnTotp(one.token, "Press")).toBeNull();
  expect(await accounts.offerOwnPasskey(one.token, site, "Press")).toBeNull();
  expect(await accounts.addSecond(one.token, {kind: "totp", code: "000000"})).toBe("over");
  expect(accounts.dropSecond(one.token, "totp")).toBe("over");
  expect(accounts.renewOwnCodes(one.token)).toBeNull();
});

test("a new pass phrase is taken, the one before is not, and other sessions end", async () => {
  const other = await desk.signedIn(one);
  const {accounts} = desk;
  expect(await accounts.changePhrase(other, "short", [])).toEqual({outcome: "fault", fault: "too-short"});
  expect(await accounts.changePhrase(other, "eight red bicycles!", [])).toEqual({outcome: "taken"});
  expect(accounts.sessionOf(one.token)).toBeNull();
  expect(accounts.sessionOf(other)).not.toBeNull();
  const from = "192.0.2.1";
  expect(await accounts.signIn({name: one.name, phrase: one.phrase, from})).toEqual({outcome: "refused"});
  expect(await accounts.signIn({name: one.name, phrase: "eight red bicycles!", from})).toMatchObject({outcome: "on"});
});

test("another app of codes takes the place of the one before", async () => {
  const {accounts} = desk;
  const {secret} = (await accounts.offerOwnTotp(one.token, "Press"))!;
  expect(await accounts.addSecond(one.token, {kind: "totp", code: desk.code(one.secret)})).toBe("refused");
  expect(await accounts.addSecond(one.token, {kind: "totp", code: desk.code(secret)})).toBe("done");
  desk.later(1);
  await expect(desk.signedIn(one)).rejects.toThrow("refused");
  await expect(desk.signedIn({...one, secret})).resolves.toMatch(/^.{43}$/);
});

test("the last second factor stays", () => {
  expect(desk.accounts.factorsOf(one.id)).toEqual({hasTotp: true, passkeys: [], recoveryCodes: 8});
  expect(desk.accounts.dropSecond(one.token, "totp")).toBe("last");
});

test("new recovery codes end those before", async () => {
  const codes = desk.accounts.renewOwnCodes(one.token)!;
  expect(codes).toHaveLength(8);
  const prove = (code: string) => desk.accounts.prove(one.token, {kind: "recovery", code});
  expect((await prove(one.recoveryCodes[0]!)).outcome).toBe("refused");
  expect((await prove(codes[0]!)).outcome).toBe("on");
  expect(desk.accounts.factorsOf(one.id).recoveryCodes).toBe(7);
});

for (const [what, answer] of [
  ["nothing", ""],
  ["no JSON", "{"],
  ["a list", "[]"],
  ["a number", "7"],
  ["an object without anything", "{}"],
  [
    "what is not base64url",
    '{"id":"a","rawId":"a","type":"public-key","response":{"clientDataJSON":"%%","attestationObject":"%%"}}',
  ],
  ["brackets without end", "[".repeat(19_000)],
  ["more than is read", `{"id":"${"a".repeat(30_000)}"}`],
] as const) {
  test(`a browser that answers with ${what} has no passkey`, async () => {
    await desk.accounts.offerOwnPasskey(one.token, site, "Press");
    expect(await desk.accounts.addSecond(one.token, {kind: "passkey", answer, site})).toBe("refused");
    expect((await desk.accounts.prove(one.token, {kind: "passkey", answer, site})).outcome).toBe("refused");
  });
}
