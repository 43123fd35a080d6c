import {expect, test} from "vitest";
import {canonicalPath, inOneCase} from "../../../src/base/paths/form.ts";
import {keptQuery, parametersOf} from "../../../src/base/paths/query.ts";

for (const [path, want] of [
  ["/caf%C3%A9.html", "/caf%C3%A9.html"],
  ["/caf%c3%a9.html", "/caf%C3%A9.html"],
  ["/%63af%C3%A9.html", "/caf%C3%A9.html"],
  ["/caf\u00e9.html", "/caf%C3%A9.html"],
  ["/caf\\xC3\\xA9.html", "/caf%C3%A9.html"],
  ["/caf\\xc3\\xa9.html", "/caf%C3%A9.html"],
  ["/%7Emole/", "/~mole/"],
  ["/%7emole/", "/~mole/"],
  ["/a%2Fb", "/a%2Fb"],
  ["/a%2fb", "/a%2Fb"],
  ["/a+b%20c", "/a+b%20c"],
  ["/%2541", "/%2541"],
  ["/%zz%4", "/%zz%4"],
  ["/100%", "/100%"],
  ["//robots.txt", "/robots.txt"],
  ["/./a/././b/.", "/a/b/"],
  ["/%2E/a", "/a"],
  ["/a/../b", "/a/../b"],
  ["/.hidden/..x", "/.hidden/..x"],
  ["/a/...", "/a/..."],
  ["/\u{1F4F0}", "/%F0%9F%93%B0"],
  ["/\ud800", "/%EF%BF%BD"],
  ["*", "*"],
  ["", ""],
] as const) {
  test(`${JSON.stringify(path)} is ${want}`, () => {
    expect(canonicalPath(path)).toBe(want);
    expect(canonicalPath(want)).toBe(want);
  });
}

test("small letters leave percent codes as they are", () =>
  expect(inOneCase("/CAF%C3%A9.HTML")).toBe("/caf%C3%A9.html"));

test("a query's parameters have one spelling, and the last of a name holds", () => {
  expect([...parametersOf("a=1&b=%7e+x&amp;c=2&a=3&d&id%5B%5D=4")]).toEqual([
    ["a", "3"],
    ["b", "~%20x"],
    ["c", "2"],
    ["d", ""],
    ["id[]", "4"],
  ]);
});

for (const [query, want] of [
  ["utm_source=letter", []],
  ["p=12&utm_source=letter", ["p=12"]],
  ["page_id=7&p=12", ["p=12", "page_id=7"]],
  ["lang=de;p=12", ["p=12"]],
  ["lang=de&amp;p=12", ["p=12"]],
  ["q=a;b&p=12", ["p=12"]],
  ["p=1;2", ["p=1;2"]],
  ["p=", []],
  ["P=12", []],
  ["p=12&to=shop", ["p=12", "to=shop"]],
  ["to=elsewhere", []],
] as const) {
  test(`of ?${query} is kept ${want.join("&") || "nothing"}`, () => {
    const to = {name: "to", value: "shop", text: "to=shop", isOfDocument: true};
    expect(keptQuery(query, {names: ["p", "page_id"], conditions: [to]}).query).toEqual(want);
  });
}

test("a condition may be of what a query says without a name", () => {
  const twelve = {name: "?", value: "12", text: "12", isOfDocument: true};
  expect(keptQuery("12&x=1", {names: [], conditions: [twelve]}).query).toEqual(["12"]);
  expect(keptQuery("13&x=1", {names: [], conditions: [twelve]}).query).toEqual([]);
});

for (const [query, want] of [
  ["12", ["12"]],
  ["about+us&utm_source=letter", ["about%20us"]],
  ["/news/%7e1", ["/news/~1"]],
  ["p=12", ["p=12"]],
  ["12&p=3", ["12", "p=3"]],
  ["~:graphics", ["%7E:graphics"]],
  ["0a1b2c3d4e5f60718293a4b5c6d7e8f9", []],
  ["", []],
] as const) {
  test(`of ?${query} is kept ${want.join("&") || "nothing"} where a query without a name makes a document`, () => {
    expect(keptQuery(query, {names: ["?", "p"], conditions: []}).query).toEqual(want);
  });
}
