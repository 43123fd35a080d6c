import fc from "fast-check";
import {describe, expect, test} from "vitest";
import {browsers, mirrorAgent, robotAgents} from "../../../examples/second-half-2005/model/agents.ts";
import {broadsheetList} from "../../../src/methodology/robots/lists/broadsheet.ts";
import type {RobotList} from "../../../src/methodology/robots/lists/robot-list.ts";
import {findRobotMark} from "../../../src/methodology/robots/lists/robot-marks.ts";
import {isRobot, readRobotList} from "../../../src/methodology/robots/match.ts";

const publicLists = (["isbot", "crawler-user-agents"] as const).map((name) =>
  readRobotList(name, {folder: ".", key: "k"}),
);
const all = [...publicLists, broadsheetList];

const chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0";
const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 16_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148";
const explorer = "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1";

describe("a robot that the public lists let pass is found", () => {
  for (const [what, agent] of [
    ["no sign of a browser", "Quillpen%20Mail/12.1 CFNetwork/889.9 Darwin/17.2.0"],
    ["a system, and no engine", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Quillpen"],
    ["what it does to a page", `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 Quillpen Screenshots/2.0`],
    ["a word for one who does it", `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 PageVerifier/2.0`],
    ["an address spelt out", `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 (quill at example dot com )`],
    ["the name of a site", `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 quillpen.example.org`],
    ["a program of an office", `${explorer}; Trident/7.0; Microsoft Outlook 15.0; ms-office)`],
    ["a word without a version", `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 quillpen`],
    [
      "an engine under another's name",
      "Mozilla/5.0 (Windows NT 6.2) AppleWebKit/537.36 (KHTML, like Gecko) Edge/95.0 Safari/537.36",
    ],
    ["Chrome without its engine", "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120"],
    [
      "a word in the engine's comment",
      "Mozilla/5.0 (X11) AppleWebKit/537.36 (KHTML, like Gecko; Quill) Chrome/120.0.0.0 Safari/537.36",
    ],
    ["a word for what it is for", `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 Quill-SEO/1.0`],
    ["a comment behind Safari", `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Safari/537.36 (Quillpen)`],
    ["a program of mail", "Mozilla/5.0 (Windows NT 6.1; rv:38.0) Gecko/20100101 Firefox/38.0 FossaMail/38.2.0"],
    [
      "a scanner that cannot spell",
      "Mozlila/5.0 (Linux; Android 7.0; SM-G892A) AppleWebKit/537.36 Chrome/60.0 Moblie Safari",
    ],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an attack on loggers is written so.
    ["an attack", "Mozilla/5.0 (X11; Linux x86_64; rv:99.0) Gecko/20100101 Firefox/99.0 ${jndi:x}"],
  ] as const) {
    test(`${what}: ${agent}`, () => {
      expect(isRobot(agent, publicLists)).toBe(false);
      expect(isRobot(agent, all)).toBe(true);
    });
  }
});

describe("a browser that a public list takes for a robot is none", () => {
  for (const [what, agent] of [
    ["the maker of a telephone", `Mozilla/5.0 (Linux; Android 7.0; S9 Build/CUBOT) ${chrome} Mobile Safari/537.36`],
    ["a telephone's name", `Mozilla/5.0 (Linux; Android 4.4.2; Radar Discovery) ${chrome} Mobile Safari/537.36`],
    ["an app for news", `${phone} QuillNews/23.5.1`],
    ["an app for news, and what it is made of", `${phone} NewsQuill/8.0.3 QuillMicroApp/2.4.0`],
    ["an app for news without a stroke", `${phone} Quill News 8.38`],
    ["an app for talking", `Mozilla/5.0 (Linux; Android 13; M2; wv) ${chrome} Mobile Safari/537.36 Viber/21.4.0.3`],
    [
      "WeChat's process",
      `Mozilla/5.0 (Linux; Android 10; M2; wv) ${chrome} Mobile Safari/537.36 Process/tools WeChat/arm64`,
    ],
    [
      "a page made lighter for a person",
      "Mozilla/5.0 (Linux; Android 4.2.1) AppleWebKit/535.19 (KHTML, like Gecko; googleweblight) Chrome/38.0.1025.166 Mobile Safari/535.19",
    ],
    ["a toolbar's site", `${explorer}; StumbleUpon.com 1.760; .NET CLR 1.1.4322)`],
    ["a provider's site", `${explorer}; www.provider.example.com; SV1)`],
    ["what Explorer is inside of", `${explorer}; Avant Browser [avantbrowser.com]; SV1)`],
    ["a translator's fetch for a person", `${explorer}; SV1),gzip(gfe) (via translate.google.com)`],
    [
      "a site beside what a person's Windows writes",
      `${explorer}; SV1; Quill - http://quill.example.com; .NET CLR 1.1.4322)`,
    ],
    [
      "a site in the Explorer that does not say its name",
      "Mozilla/5.0 (Windows NT 6.1; Trident/7.0; http://quill.example.com/; rv:11.0) like Gecko",
    ],
    ["a developer's toolbar", "Mozilla/5.0 (X11; Linux x86_64; rv:25.0) Gecko/20100101 Firefox/25.0 FirePHP/0.7.4"],
    ["who hides behind a proxy", "Mozilla/5.0 (masking-agent; rv:15.0) Gecko/20100101 Firefox/15.0.1"],
    ["a browser by its own word", "QuillBrowser/1.0"],
    ["Chrome in Explorer", "Mozilla/5.0 (compatible; MSIE 9.0; Windows NT 6.1; Trident/5.0; chromeframe/19.0.1084.52)"],
    ["a text browser and its library", "amaya/9.51 libwww/5.4.0"],
    ["a browser's name only", "Dillo/0.8.4"],
    ["a telephone before Android", "SonyEricssonW20/R1x Browser/NetFront/3.5 Profile/MIDP-2.1 JavaPlatform/JP-8.5"],
    [
      "a television set",
      "Opera/9.80 (Linux mips; U; NETRANGEMMH;HbbTV/1.1.1;CE-HTML/1.0; en) Presto/2.10.287 Version/12.00",
    ],
  ] as const) {
    test(`${what}: ${agent}`, () => {
      expect(isRobot(agent, publicLists)).toBe(true);
      expect(isRobot(agent, all)).toBe(false);
    });
  }
});

describe("a browser that is written in an odd way is one", () => {
  for (const one of [
    "Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/41.0.2272.76 Safari/537.36 Seznam.cz/1.2.1",
    "Mozilla/5.0 (Windows NT 10.0; WOW64; Trident/7.0; rv:11.0) like Gecko Core/1.63.4793.400 QQBrowser/10.0.702.400",
    "Mozilla/5.0 (Windows NT 6.3) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/52.2743.82 Safari/537.36 OPR/42.0.2393.137",
    "QUILL762 Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/534.24 (KHTML, like Gecko) Chrome/11.0.696.34 Safari/534.24",
    "Mozilla / 5.0 (Linux; Android 9; Titan) AppleWebKit / 537.36 (KHTML, como Gecko) Chrome / 79.0.3945.116 Mobile Safari / 537.36",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 10_3_2 like Mac OS X) AppleWebKit/603.2.4 (KHTML, like Gecko) Mobile/14F89 Flipboard/4.1.1",
    "Mozilla/5.0 (Linux; x86_64) Ladybird/1.0",
  ]) {
    test(one, () => expect(isRobot(one, all)).toBe(false));
  }
});

describe("a robot stays one beside what is a browser's", () => {
  for (const agent of [
    `Mozilla/5.0 (Linux; Android 7.0; S9 Build/CUBOT) ${chrome} Mobile Safari/537.36 (compatible; Googlebot/2.1)`,
    `${explorer}; StumbleUpon.com 1.760; Quillbot 1.0)`,
    `${phone} QuillNewsBot/1.0`,
    `${phone} QuillNews/1.0 (compatible; Quillspider/1.0)`,
    ...["Monitor", "archiver", "Slurp", "Scan", "Survey", "Previewer"].map((word) => `${phone} QuillNews${word}/1.0`),
    `Mozilla/5.0 (Linux; Android 10; M2; wv) ${chrome} Mobile Safari/537.36 Process/toolsbot`,
    `Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 QuillNews/1.0`,
    "SAMSUNG-SGH-E250/1.0 Profile/MIDP-2.0 UP.Browser/6.2 (compatible; Googlebot-Mobile/2.1)",
    "Lynx/2.8 (compatible; quillspider)",
    "SharpReader/0.9.5.1 (.NET CLR 1.1.4322.573; WinNT 5.1.2600.0)",
    "LinkScan/9.0g",
    "8484 Quillpen Project v 1.0",
    `${explorer}; SV1; http://quill.example.com/)`,
    `${explorer}; http://quill.example.com/crawler; .NET CLR 1.1.4322)`,
    "DoCoMo/2.0 P900i(c100;TB;W24H11) (compatible; ichiro/mobile goo)",
  ]) {
    test(agent, () => expect(isRobot(agent, all)).toBe(true));
  }
});

test("a list of the publisher's own holds as it stands, browsers set aside or not", () => {
  const own = {...broadsheetList, name: "own", form: "patterns", isRobot: (agent: string) => agent.includes("CUBOT")};
  const agent = `Mozilla/5.0 (Linux; Android 7.0; S9 Build/CUBOT) ${chrome} Mobile Safari/537.36`;
  expect(isRobot(agent, [...all, own])).toBe(true);
});

const piece = fc.constantFrom(
  ...[
    "Mozilla/5.0 (",
    "Mozilla/4.0 (compatible; MSIE 6.0; Windows NT 5.1",
    "Linux; Android 7.0; ",
    " Build/CUBOT",
    "; ",
    ")",
  ],
  ...["AppleWebKit/537.36 (KHTML, like Gecko)", " Chrome/120.0.0.0", " Safari/537.36", "Googlebot/2.1", "Firefox/1.0"],
  ...[
    "StumbleUpon.com 1.760",
    "http://example.com",
    "SogouMSE",
    " via HTTP/1.1 host",
    "HbbTV/1.1",
    "Nokia6120c/3.83",
    "news",
  ],
);
const agent = fc.oneof(
  fc.array(piece, {maxLength: 12}).map((pieces) => pieces.join("")),
  fc.string({unit: "binary", maxLength: 200}),
);

test("what is set aside makes no robot of any agent", () => {
  const quiet: RobotList = {...broadsheetList, isRobot: () => false};
  fc.assert(
    fc.property(agent, (text) => {
      expect(isRobot(text, [...publicLists, quiet]) && !isRobot(text, publicLists)).toBe(false);
    }),
  );
});

test("what broadsheet takes for a robot is one, whatever lists stand beside it", () => {
  fc.assert(
    fc.property(agent, (text) => {
      if (isRobot(text, [broadsheetList])) expect(isRobot(text, all)).toBe(true);
    }),
  );
});

test("agents made to take forever are answered", () => {
  for (const start of ["", `${explorer};`, "Mozilla/5.0 (Linux; Android 5; ", "Mozilla/5.0 (X11) "]) {
    for (const part of [
      "a ",
      "; ",
      "(a ",
      "a-a.",
      "SAMSUNG-",
      "Safari/5 ",
      "Firefox/1.",
      "Android ",
      " at a dot b",
      "via HTTP/1.1 ",
      "; Trident/",
      "Safari/5 (",
      "AppleWebKit ",
    ]) {
      for (const text of [start + part.repeat(100_000), (start + part.repeat(1000)).slice(0, 1000)]) {
        expect(isRobot(text, [broadsheetList])).toBeTypeOf("boolean");
        expect(broadsheetList.withoutBrowser?.(text.slice(0, 1000))).toBeTypeOf("string");
      }
    }
  }
});

describe("the example's agents", () => {
  for (const one of [...browsers, mirrorAgent]) test(`no robot: ${one}`, () => expect(isRobot(one, all)).toBe(false));
  for (const one of robotAgents) test(`a robot: ${one}`, () => expect(isRobot(one, all)).toBe(true));
});

test("what gave an agent away is told: a text, the lack of every sign, or nothing", () => {
  expect(findRobotMark(`Mozilla/5.0 (X11; Linux x86_64) ${chrome} Safari/537.36 PageVerifier/2.0`)).toBe("Verifier");
  expect(findRobotMark("Quillpen/1.0")).toBe("");
  expect(findRobotMark("Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0")).toBeNull();
  expect(findRobotMark("")).toBeNull();
});

describe("a player of sound or film, and an app for news, is no robot of the lists that come along", () => {
  for (const agent of [
    "AppleCoreMedia/1.0.0.19G82 (iPhone; U; CPU OS 15_6_1 like Mac OS X; en_us)",
    "VLC/3.0.16 LibVLC/3.0.16",
    "stagefright/1.2 (Linux;Android 7.0)",
    "NSPlayer/12.00.19041.0001 WMFSDK/12.00.19041.0001",
    "Our Radio/5.1.2 (Linux;Android 9) ExoPlayerLib/2.9.6",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 NewsArticle/9.3.0.0 JsSdk/2.0 NetType/WIFI (News 9.3.0 16.000000)",
  ]) {
    test(agent, () => expect(isRobot(agent, all)).toBe(false));
  }
  for (const agent of ["VLCbot/1.0", "AppleCoreMedia-Crawler/1.0", "mpv-fetcher/2.0", "ExoPlayerLib/2.9 spider"]) {
    test(`but ${agent} is`, () => expect(isRobot(agent, all)).toBe(true));
  }
});

// Whoever changes an expression changes the version too: a report names both.
test("the list's version is of the day of its expressions", () => {
  const {version, sha256} = broadsheetList;
  expect({version, sha256: sha256.slice(0, 16)}).toEqual({version: "2026-12-01", sha256: "43a12715bc337a9c"});
});
