import {describe, expect, test} from "vitest";
import {openHashing, TooBusy, usualCost} from "../../../src/accounts/factors/hashing.ts";

const cheap = {memory: 8, passes: 1, parallelism: 1};

describe("hashes of pass phrases", () => {
  test("a hash of the reference implementation of Argon2 is checked", async () => {
    const known = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    const hashing = openHashing();
    expect(await hashing.check("password", known)).toEqual({isRight: true, isOld: true});
    expect(await hashing.check("Password", known)).toMatchObject({isRight: false});
  });

  test("what is made says at what cost, and another cost later is seen", async () => {
    expect(usualCost).toEqual({memory: 19_456, passes: 2, parallelism: 1});
    const hash = await openHashing().hash("seven green bicycles");
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(await openHashing().check("seven green bicycles", hash)).toEqual({isRight: true, isOld: false});
    expect(await openHashing(cheap).check("seven green bicycles", hash)).toEqual({isRight: true, isOld: true});
  });

  test("two of the same phrase differ", async () => {
    const hashing = openHashing(cheap);
    expect(await hashing.hash("the same")).not.toBe(await hashing.hash("the same"));
  });

  test("a letter is the same however a keyboard puts it together, and a capital is another", async () => {
    const hashing = openHashing(cheap);
    const hash = await hashing.hash("caf\u00e9 au lait, deux");
    expect(await hashing.check("cafe\u0301 au lait, deux", hash)).toMatchObject({isRight: true});
    expect(await hashing.check("Caf\u00e9 au lait, deux", hash)).toMatchObject({isRight: false});
  });

  test("where there is no hash, nothing is right", async () => {
    expect(await openHashing(cheap).check("anything", null)).toEqual({isRight: false, isOld: false});
  });

  test("eight are asked for at a time, and the ninth is told to come again", async () => {
    const hashing = openHashing(cheap);
    const asked = Array.from({length: 9}, () =>
      hashing.hash("the same").then(
        () => "done",
        (fault: unknown) => fault,
      ),
    );
    const outcomes = await Promise.all(asked);
    expect(outcomes.slice(0, 8)).toEqual(Array(8).fill("done"));
    expect(outcomes[8]).toBeInstanceOf(TooBusy);
    expect(await hashing.hash("afterwards")).toMatch(/^\$argon2id/);
  });
});
