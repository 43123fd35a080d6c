import {expect, test} from "vitest";
import {isLoopback, knownHosts} from "../../src/serve/guards/host.ts";
import {plainPath} from "../../src/serve/guards/path.ts";
import {openAnswers} from "../../src/serve/public/kept-answers.ts";
import {parseConfig} from "../../src/workspace/config/config.ts";
import {listenAddress} from "../../src/workspace/config/serve.ts";

test.each([
  ["127.0.0.1:8080", {host: "127.0.0.1", port: 8080}],
  ["8080", {host: "127.0.0.1", port: 8080}],
  ["localhost:0", {host: "localhost", port: 0}],
  ["[::1]:8080", {host: "::1", port: 8080}],
  ["0.0.0.0:80", {host: "0.0.0.0", port: 80}],
  ["127.0.0.1", undefined],
  ["127.0.0.1:65536", undefined],
  ["example.org:80", undefined],
  ["::1:80", undefined],
  [":80", undefined],
  ["127.0.0.1:80/x", undefined],
  ["", undefined],
] as const)("an address to listen on: %s", (text, want) => expect(listenAddress(text)).toEqual(want));

test.each([
  ["127.0.0.1", true],
  ["127.9.9.9", true],
  ["::1", true],
  ["localhost", true],
  ["0.0.0.0", false],
  ["::", false],
  ["192.0.2.1", false],
  ["127.evil.example", false],
] as const)("%s is this machine's alone: %s", (host, want) => expect(isLoopback(host)).toBe(want));

test("where others reach it, a server goes by the names of its origins and by no other", () => {
  const isKnown = knownHosts({host: "0.0.0.0", port: 80}, ["https://example.org", "http://abc.onion:81"]);
  for (const host of ["example.org", "EXAMPLE.org", "example.org:443", "abc.onion:81"])
    expect(isKnown(host), host).toBe(true);
  for (const host of ["127.0.0.1", "localhost:80", "example.org:80", "abc.onion", "", "example.org."]) {
    expect(isKnown(host), host).toBe(false);
  }
});

test("where others reach it and nobody has said what it is called, it does not listen", () => {
  for (const host of ["0.0.0.0", "::", "192.0.2.1"]) {
    expect(() => knownHosts({host, port: 80}, [])).toThrow(/can be reached from elsewhere/);
  }
});

test.each([
  ["/", "/"],
  ["/series/readers.html", "/series/readers.html"],
  ["/find/%C3%A9.html", "/find/é.html"],
  ["/a%2fb", null],
  ["/a%2Fb", null],
  ["/a%5Cb", null],
  ["/a\\b", null],
  ["/%2e%2e/a", null],
  ["/../a", null],
  ["/./a", null],
  ["/a//b", null],
  ["/a%00", null],
  ["/a%0Ab", null],
  ["/%25", null],
  ["/%E0%A4%A", null],
  ["a", null],
] as const)("a path: %s", (path, want) => expect(plainPath(path)).toBe(want));

test("settings say what the site is called, and where it listens", () => {
  const {serve} = parseConfig("publication: P\nserve: {origins: https://Example.org/, listen: '127.0.0.1:9090'}\n");
  expect(serve).toEqual({origins: ["https://example.org"], listen: {host: "127.0.0.1", port: 9090}});
  expect(parseConfig("publication: P\nserve: {listen: 9090}\n").serve.listen).toEqual({host: "127.0.0.1", port: 9090});
  expect(parseConfig("publication: P\n").serve).toEqual({origins: []});
  const [noOrigin, noAddress] = [
    "must be the origin of a site, like https://example.org",
    "must be an address and a port, like 127.0.0.1:8080",
  ];
  for (const [wrong, said] of [
    ["origins: example.org", noOrigin],
    ["origins: https://example.org/path", noOrigin],
    ["origins: https://:password@example.org", noOrigin],
    ["origins: ftp://a", noOrigin],
    ["origins: [https://example.org, https://example.org/path]", noOrigin],
    ["listen: all", noAddress],
    ["listen: true", noAddress],
  ] as const) {
    expect(() => parseConfig(`publication: P\nserve: {${wrong}}\n`), wrong).toThrow(said);
  }
});

test("answers are kept in as much memory as is given, the latest asked for", () => {
  const answers = openAnswers(4000);
  const answer = {kind: "made", type: "image/png", policy: ""} as const;
  for (const name of ["a", "b", "c"]) answers.keep(name, {...answer, body: name.repeat(900)});
  expect(answers.get("a")?.bytes.length).toBe(900);
  for (const name of ["d", "e"]) answers.keep(name, {...answer, body: name.repeat(900)});
  expect(["a", "b", "c", "d", "e"].map((name) => answers.get(name) !== undefined)).toEqual([
    true,
    false,
    true,
    true,
    true,
  ]);
  // What several ask for at once is made by each, and held once.
  for (let times = 0; times < 10; times++) answers.keep("e", {...answer, body: "e".repeat(900)});
  expect(["a", "c", "d", "e"].map((name) => answers.get(name) !== undefined)).toEqual([true, true, true, true]);
  // One that is a good part of all of it is made again.
  answers.keep("f", {...answer, body: "f".repeat(1500)});
  expect(answers.get("f")).toBe(undefined);
});
