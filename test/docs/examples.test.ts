import {readFileSync} from "node:fs";
import {fileURLToPath} from "node:url";
import {describe, expect, test} from "vitest";
import {comparable, examplesIn, runExamples, withOutputs} from "../../docs/examples.ts";
import {pagesWithExamples} from "../../docs/generate.ts";
import {isWhole, longTest} from "../run/amounts.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

// The commands read logs of a hundred thousand lines: of npm run test:long alone.
if (isWhole) {
  describe.concurrent("the commands of a page run, and print what it shows (npm run docs writes it anew)", () => {
    for (const path of pagesWithExamples()) {
      test(path, {timeout: 300_000}, async ({expect}) => {
        const examples = examplesIn(readFileSync(root + path, "utf8"));
        const outputs = await runExamples(examples);
        for (const [place, example] of examples.entries()) {
          if (example.output === null) continue;
          expect(comparable({...example, output: outputs[place]!})).toBe(comparable(example));
        }
      });
    }
  });
}

test("the README and the first steps are among them", () => {
  expect(pagesWithExamples()).toEqual(expect.arrayContaining(["README.md", "docs/start.md"]));
});

describe("an example in a page", () => {
  const page = [
    "<!-- run -->\n```sh\necho a\n```\n",
    "<!-- output -->\n```text\nold\n```\n",
    "```sh\nnpm ci\n```\n",
    "<!-- run -->\n```sh\ntrue\n```\n",
    "<!-- run -->\n```sh\nprintf 'b\\nc\\n'\n```\n",
    "<!-- output in any order -->\n```text\nc\nb\n```\n",
  ].join("\n");

  test("is one that is marked", () => {
    expect(examplesIn(page).map(({commands, output}) => [commands, output])).toEqual([
      ["echo a\n", "old\n"],
      ["true\n", null],
      ["printf 'b\\nc\\n'\n", "c\nb\n"],
    ]);
  });
  longTest("gets its output, and nothing else changes", async () => {
    const outputs = await runExamples(examplesIn(page));
    expect(outputs).toEqual(["a\n", "", "b\nc\n"]);
    expect(withOutputs(page, outputs)).toBe(page.replace("old", "a"));
  });
  test("that fails says so", async () => {
    const [example] = examplesIn(page);
    await expect(runExamples([{...example!, commands: "echo before; false"}])).rejects.toThrow("before");
  });
});
