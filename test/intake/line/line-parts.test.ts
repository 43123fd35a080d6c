import {describe, expect, test} from "vitest";
import type {Reading} from "../../../src/intake/line/fields.ts";
import {InputLines} from "../../../src/intake/line/input-lines.ts";
import {planOfFormats} from "../plan-of.ts";

const line = '192.0.2.7 - - [06/Jan/2026:10:00:00 +0000] "GET /a?b=c HTTP/1.1" 200 512 "-" "Lynx/2.8.5"';
const [start, middle, end] = [line.slice(0, 30), line.slice(30, 60), line.slice(60)];
const at = (second: string, tag: string, stream = "stdout") => `2026-01-06T10:00:${second}Z ${stream} ${tag} `;

function readAll(texts: readonly string[]) {
  const lines = new InputLines(planOfFormats(["combined"]), Number.POSITIVE_INFINITY);
  const said = (reading: Reading) =>
    reading === null
      ? `${lines.fields.target} ${lines.fields.agent}`
      : reading === "ignored"
        ? reading
        : reading.reason;
  return {said: texts.map((text) => said(lines.read(text))), passedOver: [...lines.passedOver]};
}

describe("a line that Kubernetes took apart is one request", () => {
  for (const [what, texts, wanted] of [
    ["in two", [at("01.1", "P") + start, at("01.2", "F") + middle + end], ["ignored", "/a?b=c Lynx/2.8.5"]],
    [
      "in three, whose end has no words of its own",
      [at("01.1", "P") + start, at("01.1", "P") + middle + end, at("01.2", "F")],
      ["ignored", "ignored", "/a?b=c Lynx/2.8.5"],
    ],
    [
      "with lines of the other stream between its parts",
      [at("01.1", "P") + start, at("01.1", "F", "stderr") + line, at("01.2", "F") + middle + end],
      ["ignored", "/a?b=c Lynx/2.8.5", "/a?b=c Lynx/2.8.5"],
    ],
    [
      "unless its end was lost: the next is a request by itself",
      [at("01.1", "P") + start, at("02.1", "F") + line, at("02.2", "F") + middle + end],
      ["ignored", "/a?b=c Lynx/2.8.5", "no-time"],
    ],
    [
      "unless the parts are of other times",
      [at("01.1", "P") + start, at("31.2", "F") + middle + end],
      ["ignored", "no-time"],
    ],
    [
      "unless it is longer than a line may be",
      [...Array.from({length: 70}, () => at("01.1", "P") + "x".repeat(16_384)), at("01.2", "F") + end],
      [...Array.from({length: 70}, () => "ignored"), "too-long"],
    ],
  ] as const) {
    test(what, () => expect(readAll(texts).said).toEqual(wanted));
  }

  test("and it is told what stood before it", () => {
    expect(readAll([at("01.1", "P") + start, at("01.2", "F") + middle + end]).passedOver).toEqual([
      ["Kubernetes (CRI)", 1],
    ]);
  });
});
