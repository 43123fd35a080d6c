import fc from "fast-check";
import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {lookOf} from "../../../src/forum/members/confusables.ts";
import {checkMemberName} from "../../../src/forum/members/names.ts";
import {type ForumStore, openForumStore} from "../../../src/forum/store.ts";
import {amount} from "../../run/amounts.ts";
import {ForumFolder, testSettings} from "../forum-folder.ts";

let place: ForumFolder;
let store: ForumStore;
beforeAll(() => {
  place = new ForumFolder();
  store = openForumStore(place.folder, {now: () => place.clock, settings: testSettings});
  const row = {
    key: "paula noor",
    look: lookOf("Paula Noor"),
    role: "member",
    joined: "2026-11-05",
    held: 1,
    vouch: null,
  };
  store.file.change("addMember", {...row, name: "Paula Noor", phrase: null});
});
afterAll(() => {
  store.file.close();
  place.remove();
});

const found = (name: string, isStaff = false): string => {
  const checked = checkMemberName(store, name, {isStaff});
  return typeof checked === "string" ? checked : checked.name;
};

describe("a name is taken", () => {
  for (const [typed, kept] of [
    ["Ruth Root", "Ruth Root"],
    ["  Zoë   d'Arc-Noël ", "Zoë d'Arc-Noël"],
    ["Zoe\u0308", "Zoë"],
    ["J. Stafford Jr.", "J. Stafford Jr."],
    ["李雷", "李雷"],
    ["田中まり Tanaka", "田中まり Tanaka"],
    ["김민준", "김민준"],
    ["Нина Петрова", "Нина Петрова"],
    ["محمد علي", "محمد علي"],
    ["मीरा शर्मा", "मीरा शर्मा"],
    ["Nguyễn Thị Hồng", "Nguyễn Thị Hồng"],
    ["Ｗｉｄｅ", "Wide"],
    ["a", "a"],
    ["reader_7", "reader_7"],
  ] as const)
    test(typed, () => expect(found(typed)).toBe(kept));
});

describe("a name is refused", () => {
  for (const [typed, fault] of [
    ["", "empty"],
    [" \u3000\t", "empty"],
    ["n".repeat(41), "too-long"],
    ["n".repeat(10_000_000), "too-long"],
    ["Pau\u202ela", "signs"],
    ["Pau\u200bla", "signs"],
    ["Pau\u00adla", "signs"],
    ["P\u0336a\u0336ula", "signs"],
    ["a\u0301\u0302\u0303\u0304", "signs"],
    ["Ada\ufe0f", "signs"],
    ["Ada\u0000", "signs"],
    ["<b>Ada</b>", "signs"],
    ["Ada\nBob;--", "signs"],
    ["ada@example.org", "signs"],
    ["👑 Ada", "signs"],
    ["\ud800Ada", "signs"],
    ["Pаula", "signs"],
    ["ᴘaula", "signs"],
    ["Ada ٥", "signs"],
    ["...", "signs"],
    ["\u0301da", "signs"],
    ["Paula Noor", "like-another"],
    ["paula  noor", "like-another"],
    ["PaulaNoor", "like-another"],
    ["Pau1a N00r", "like-another"],
    ["Paula-Nöör", "like-another"],
    ["Ｐａｕｌａ Noor", "like-another"],
    ["Admin", "like-staff"],
    ["АDМІN".normalize(), "signs"],
    ["адмin", "signs"],
    ["adm1n", "like-staff"],
    ["TheModerator", "like-staff"],
    ["moderator 22", "like-staff"],
    ["Redaktion", "like-staff"],
    ["Rédaction", "like-staff"],
    ["管理员小王", "like-staff"],
    ["المشرف", "like-staff"],
    ["the example press", "like-staff"],
    ["The Examp1e Press 2", "like-staff"],
  ] as const)
    test(`${JSON.stringify(typed.slice(0, 30))}: ${fault}`, () => expect(found(typed)).toBe(fault));
});

test("who is invited as a moderator may be called so, but not like another", () => {
  expect(found("Moderator", true)).toBe("Moderator");
  expect(found("paula noor", true)).toBe("like-another");
});

describe("names look alike", () => {
  for (const [one, other] of [
    ["Ian", "lan"],
    ["Barnes", "Bames"],
    ["vvolf", "Wolf"],
    ["осока", "ocoka"],
    ["Ντο", "vto"],
    ["Łukasz", "Lukasz"],
    ["straße", "strasse"],
    ["Cœur", "coeur"],
    ["Anƨel", "Ansel"],
    ["Mĸe", "Mke"],
    ["ƿaula", "paula"],
    ["Ʀuth", "Ruth"],
    ["Ŋora", "nora"],
    ["Ɓen", "Ben"],
  ] as const)
    test(`${one} and ${other}`, () => expect(lookOf(one)).toBe(lookOf(other)));
  for (const [one, other] of [
    ["Anna", "Hanna"],
    ["मीरा", "मीरी"],
    ["李", "季"],
  ] as const)
    test(`${one} and ${other} do not`, () => expect(lookOf(one)).not.toBe(lookOf(other)));
});

test("whatever is typed, a name that is taken holds nothing unseen, is itself when typed again, and no other case or accent of it is another", () => {
  const letters = fc.constantFrom(
    ..."aeilorn01 .-'éñßłøÅĲﬁ",
    "а",
    "о",
    "ν",
    "王",
    "ー",
    "م",
    "\u0301",
    "\u202e",
    "\u200d",
    "\u00ad",
    "\ufeff",
    "\u034f",
  );
  const typed = fc.oneof(fc.string({unit: letters, maxLength: 12}), fc.string({unit: "binary", maxLength: 8}));
  fc.assert(
    fc.property(typed, (text) => {
      const checked = checkMemberName(store, text, {isStaff: true});
      if (typeof checked === "string") return;
      expect(checked.name).not.toMatch(/\p{C}|\p{Default_Ignorable_Code_Point}|[<>&"\n]|^\s|\s$/u);
      expect(checkMemberName(store, checked.name, {isStaff: true})).toEqual(checked);
      const looks = [checked.name.toUpperCase(), checked.name.normalize("NFD"), checked.name.replaceAll("o", "0")];
      for (const other of looks) expect(lookOf(other)).toBe(checked.look);
    }),
    {seed: 2005, numRuns: amount({few: 500, all: 20_000})},
  );
});
