import {describe, expect, test} from "vitest";
import {UserError} from "../../../src/base/error.ts";
import {keyInUse, parseKeyList, revokedOn, vouchedFor} from "../../../src/publish/signatures/key-list.ts";
import {keyNumber, type PublicKey} from "../../../src/publish/signatures/public-key.ts";
import {makeSigningKey} from "../../../src/publish/signatures/secret-key.ts";
import {addKey, beginKeyList, revokeKey} from "../../../src/publish/signatures/sign-key-list.ts";

const [first, second, third, fourth] = Array.from({length: 4}, () => makeSigningKey()) as [
  ReturnType<typeof makeSigningKey>,
  ...ReturnType<typeof makeSigningKey>[],
];
const one = beginKeyList("The Example\nPress", first, "2006-01-15");
const two = addKey(one, second!, first, "2007-03-01");
// The second is lost, and the third begins anew; the fourth follows it.
const three = revokeKey(addKey(two, third!, null, "2009-05-20"), second!, third!, "2009-05-20");
const four = addKey(three, fourth!, third!, "2010-01-01");
const numbers = (keys: readonly PublicKey[]) => keys.map(keyNumber);

test("each key is read with its day, and the last one is in use", () => {
  const entries = parseKeyList(four, "keys.txt");
  expect(entries.map(({on, event, key}) => [on, event, keyNumber(key)])).toEqual([
    ["2006-01-15", "first", keyNumber(first)],
    ["2007-03-01", "next", keyNumber(second!)],
    ["2009-05-20", "anew", keyNumber(third!)],
    ["2009-05-20", "revoked", keyNumber(second!)],
    ["2010-01-01", "next", keyNumber(fourth!)],
  ]);
  expect(keyNumber(keyInUse(entries))).toBe(keyNumber(fourth!));
  expect(revokedOn(entries, second!)).toBe("2009-05-20");
  expect(revokedOn(entries, first)).toBeNull();
  expect(one.split("\n")[0]).toContain("The Example Press signs");
});

test("of two days since which a key is not to be trusted, the earlier one holds", () => {
  const earlier = revokeKey(four, second!, fourth!, "2008-12-24");
  expect(revokedOn(parseKeyList(earlier, "keys.txt"), second!)).toBe("2008-12-24");
});

describe("whoever knows", () => {
  const entries = parseKeyList(four, "keys.txt");
  for (const [known, vouched] of [
    [first, [first, second!]],
    [second!, [first, second!]],
    [third!, [first, second!, third!, fourth!]],
    [fourth!, [first, second!, third!, fourth!]],
    [makeSigningKey(), []],
  ] as const) {
    test(`one key knows ${vouched.length}: later ones up to a loss, earlier ones all`, () => {
      expect(numbers(vouchedFor(entries, known))).toEqual(numbers(vouched));
    });
  }
});

describe("a list is refused", () => {
  const lines = four.split("\n");
  const other = makeSigningKey();
  for (const [what, text, where] of [
    ["that is empty", "", "K"],
    ["without a key", "# Keys\n", "K"],
    ["whose last line breaks off", four.slice(0, -1), "K"],
    ["whose heading was changed", four.replace("Example", "Other"), "K:2"],
    ["in which a day was changed", four.replace("2007-03-01", "2007-03-02"), "K:3"],
    ["from which a line was taken", lines.toSpliced(2, 1).join("\n"), "K:3"],
    ["from which what was revoked was taken", lines.toSpliced(4, 1).join("\n"), "K:5"],
    ["in which a loss is written as a change of keys", four.replace(" anew ", " next "), "K:4"],
    ["with a remark between its lines", lines.toSpliced(2, 0, "# trust me").join("\n"), "K:3"],
    ["that begins twice", `${one}${beginKeyList("x", other, "2011-01-01").split("\n")[1]}\n`, "K:3"],
    ["to which somebody else added a key", addKey(one, other, other, "2011-01-01"), "K:3"],
    ["in which somebody else revoked one", revokeKey(one, first, other, "2011-01-01"), "K:3"],
    ["in which a key stands twice", addKey(two, first, second!, "2011-01-01"), "K:4"],
    ["that revokes what is not in it", revokeKey(one, other, first, "2011-01-01"), "K:3"],
  ] as const) {
    test(what, () => {
      expect(() => parseKeyList(text, "K")).toThrow(expect.objectContaining({code: "KEYS_REFUSED", where}));
    });
  }
  test("wherever a letter of it is changed", () => {
    for (let place = 0; place < four.length; place += 7) {
      const changed = four.slice(0, place) + (four[place] === "A" ? "B" : "A") + four.slice(place + 1);
      expect(() => parseKeyList(changed, "K"), changed.slice(place - 20, place + 20)).toThrow(UserError);
    }
  });
});
