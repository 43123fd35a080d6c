import {createHash} from "node:crypto";
import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {fileURLToPath} from "node:url";
import {HtmlValidate} from "html-validate";
import type {Page} from "playwright-core";
import {inject} from "vitest";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What is right in HTML and only set otherwise by habit, or by others, is let through. */
const validator = new HtmlValidate({
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "no-implicit-button-type": "off",
    "no-implicit-input-type": "off",
    "no-redundant-for": "off",
    "long-title": "off",
    "valid-id": ["error", {relaxed: true}],
    // A row of a form has the fields of the row above.
    "form-dup-name": "off",
    // A keyboard may begin a password with a capital unless it is told not to.
    "input-attributes": "off",
    // Without script, a page whose job goes on loads itself again.
    "meta-refresh": "off",
    // What is opened from a disk, too, has no sums: there they would keep a style from being used.
    "require-sri": "off",
    // SVG has no list of its own, and a table that slides is a region without a heading.
    "prefer-native-element": ["error", {exclude: ["list", "listitem", "region"]}],
  },
});

/** What axe finds on a page, and html-validate and the Nu HTML checker in its source. The page's own policy has to be set aside for that. */
export async function findFaults(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const seen = await page.evaluate(async () => {
    const {violations} = await (
      globalThis as unknown as {axe: {run(): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}}
    ).axe.run();
    return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`);
  });
  const source = await sourceOf(page);
  return source === null ? seen : [...seen, ...(await findInSource(source))];
}

/** The page as it was sent; null where it is the answer to a form. */
async function sourceOf(page: Page): Promise<string | null> {
  const address = page.url();
  if (address.startsWith("file:")) return readFileSync(fileURLToPath(address.split("#")[0]!), "utf8");
  return page.evaluate(async () => {
    const answer = await fetch(location.href);
    return answer.headers.get("content-type")?.startsWith("text/html") ? answer.text() : null;
  });
}

/** A page is looked at in several widths: its source is the same. */
const found = new Map<string, Promise<string[]>>();

function findInSource(source: string): Promise<string[]> {
  const sum = createHash("sha256").update(source).digest("hex");
  const known =
    found.get(sum) ?? Promise.all([findWithValidator(source), findWithNu(source)]).then((all) => all.flat());
  found.set(sum, known);
  return known;
}

async function findWithValidator(source: string): Promise<string[]> {
  const {results} = await validator.validateString(source);
  return results.flatMap(({messages}) =>
    messages.map(({ruleId, line, message}) => `${ruleId}, line ${line}: ${message}`),
  );
}

async function findWithNu(source: string): Promise<string[]> {
  const checker = inject("nuChecker");
  if (checker === null) return [];
  const headers = {"content-type": "text/html; charset=utf-8"};
  const answer = await fetch(`${checker}?out=json&level=error`, {method: "POST", headers, body: source});
  const {messages} = (await answer.json()) as {
    messages: {type: string; lastLine?: number; message: string; extract?: string}[];
  };
  return messages.map(({lastLine, message, extract = ""}) => `Nu, line ${lastLine}: ${message} ${extract}`);
}
