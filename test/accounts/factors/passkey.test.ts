import {generateKeyPairSync} from "node:crypto";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {DeskAccounts, type Joined} from "../desk-accounts.ts";
import {type Otherwise, SoftwareKey} from "../software-key.ts";

const site = {host: "localhost", origin: "http://localhost:8081"};
const stranger = generateKeyPairSync("ec", {namedCurve: "P-256"}).privateKey;

let desk: DeskAccounts;
let one: Joined;
let key: SoftwareKey;
beforeEach(async () => {
  desk = new DeskAccounts();
  one = await desk.joined("A. Editor");
  key = new SoftwareKey();
});
afterEach(() => desk.remove());

/** Adds the passkey to the own account. */
async function add(otherwise: Otherwise = {}): Promise<string> {
  const options = (await desk.accounts.offerOwnPasskey(one.token, site, "The Press"))!;
  return desk.accounts.addSecond(one.token, {kind: "passkey", answer: key.make(options, otherwise), site});
}

/** A session that is half-way. */
async function half(who = one): Promise<string> {
  const first = await desk.accounts.signIn({name: who.name, phrase: who.phrase, from: ""});
  if (first.outcome !== "on") throw new Error(first.outcome);
  return first.token;
}

async function show(token: string, otherwise: Otherwise = {}): Promise<string> {
  const options = (await desk.accounts.askForPasskey(token, site))!;
  return (await desk.accounts.prove(token, {kind: "passkey", answer: key.show(options, otherwise), site})).outcome;
}

describe("a passkey", () => {
  test("is added, and signs in", async () => {
    expect(await add()).toBe("done");
    expect(desk.accounts.factorsOf(one.id).passkeys).toEqual([{id: key.id.toString("base64url"), added: "2026-11-05"}]);
    expect(await show(await half())).toBe("on");
    // Asked for nothing secret, and for nothing that is kept in the authenticator.
    const options = JSON.parse((await desk.accounts.askForPasskey(await half(), site))!) as object;
    expect(options).toMatchObject({rpId: "localhost", userVerification: "preferred"});
  });

  test("can then be the only second factor", async () => {
    await add();
    expect(desk.accounts.dropSecond(one.token, "totp")).toBe("done");
    expect(desk.accounts.dropSecond(one.token, key.id.toString("base64url"))).toBe("last");
    expect(await show(await half())).toBe("on");
  });

  for (const [what, otherwise] of [
    ["for another origin", {origin: "https://evil.example"}],
    ["for the same host over another port", {origin: "http://localhost:9999"}],
    ["for another host", {host: "evil.example"}],
    ["for another challenge", {challenge: "AAAA"}],
    ["without anybody there", {isAbsent: true}],
  ] as const) {
    test(`made ${what} is not added`, async () => expect(await add(otherwise)).toBe("refused"));

    test(`shown ${what} signs nobody in`, async () => {
      await add();
      expect(await show(await half(), otherwise)).toBe("refused");
    });
  }

  test("signed by another key signs nobody in", async () => {
    await add();
    expect(await show(await half(), {key: stranger})).toBe("refused");
  });

  test("of which there is a copy with an older count signs nobody in", async () => {
    await add();
    expect(await show(await half(), {counter: 7})).toBe("on");
    expect(await show(await half(), {counter: 7})).toBe("refused");
    expect(await show(await half(), {counter: 3})).toBe("refused");
  });

  test("of somebody else signs nobody else in", async () => {
    await add();
    const other = await desk.joined("B. Other");
    const token = await half(other);
    expect(await desk.accounts.askForPasskey(token, site)).toBeNull();
    const options = (await desk.accounts.askForPasskey(await half(), site))!;
    const proof = {kind: "passkey", answer: key.show(options), site} as const;
    expect((await desk.accounts.prove(token, proof)).outcome).toBe("refused");
  });

  test("answers a challenge once, and that of its own session alone", async () => {
    await add();
    const [token, second] = [await half(), await half()];
    const options = (await desk.accounts.askForPasskey(token, site))!;
    await desk.accounts.askForPasskey(second, site);
    const proof = {kind: "passkey", answer: key.show(options), site} as const;
    expect((await desk.accounts.prove(second, proof)).outcome).toBe("refused");
    expect((await desk.accounts.prove(token, proof)).outcome).toBe("on");
    expect((await desk.accounts.prove(token, proof)).outcome).toBe("over");
  });

  test("that is another's already is not added twice", async () => {
    await add();
    const other = await desk.joined("B. Other");
    const options = (await desk.accounts.offerOwnPasskey(other.token, site, "The Press"))!;
    const again = desk.accounts.addSecond(other.token, {kind: "passkey", answer: key.make(options), site});
    expect(await again).toBe("refused");
  });

  test("loads without a word of warning", async () => {
    const warnings: unknown[] = [];
    const hear = (warning: unknown): void => void warnings.push(warning);
    process.on("warning", hear);
    await add();
    await show(await half());
    await new Promise((done) => setTimeout(done, 10));
    process.off("warning", hear);
    expect(warnings).toEqual([]);
  });
});
