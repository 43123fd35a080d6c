import {afterAll, beforeAll, describe, expect, test} from "vitest";
import {lookOf} from "../../../src/forum/members/confusables.ts";
import {checkMemberName} from "../../../src/forum/members/names.ts";
import {type ForumStore, openForumStore} from "../../../src/forum/store.ts";
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
  ] as const)
    test(`${one} and ${other}`, () => expect(lookOf(one)).toBe(lookOf(other)));
  for (const [one, other] of [
    ["Anna", "Hanna"],
    ["मीरा", "मीरी"],
    ["李", "季"],
  ] as const)
    test(`${one} and ${other} do not`, () => expect(lookOf(one)).not.toBe(lookOf(other)));
});
