import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {type Browser, chromium, type Page} from "playwright-core";
import {afterAll, beforeAll, expect, test} from "vitest";
import {renderEmbed} from "../../src/render/embed/embed.ts";
import {richReport} from "../render/rich-fixture.ts";

/* Pieces of HTML in pages of other sites, in a real browser. Wants Debian's chromium; `npm run test:browser` runs it. */

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe alone finds: by the letter of HTML a style stands in the head, where a piece of a page has none. */
async function findWithAxe(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  return page.evaluate(async () => {
    const {violations} = await (
      globalThis as unknown as {axe: {run(): Promise<{violations: {id: string; nodes: {html: string}[]}[]}>}}
    ).axe.run();
    return violations.map(({id, nodes}) => `${id}: ${nodes[0]?.html}`);
  });
}

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({executablePath: "/usr/bin/chromium", args: ["--no-sandbox"]});
});
afterAll(() => browser.close());

/** A page that wants everything to look otherwise. */
const hostileStyle = `* { color: red !important; background: yellow !important; font-size: 40px !important; display: flex !important;
  direction: rtl !important; text-transform: uppercase !important; border: 5px solid lime !important; visibility: hidden !important }
body { letter-spacing: 9px; text-indent: 50px; text-align: center; line-height: 3 }
table td { display: block !important; float: left !important; position: absolute !important }
#main table { width: 20px !important; transform: rotate(3deg) !important }
p::before { content: "EVIL" !important } img { display: none !important; filter: invert(1) !important }
#main #more * { opacity: .2 !important }`;

const pieces = [
  ["a figure", renderEmbed(richReport, "readers")],
  ["a table", renderEmbed(richReport, "departments")],
  ["a figure in Arabic", renderEmbed({...richReport, language: "ar"}, "readers")],
] as const;

function pageOf(piece: string, style: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Another site</title>
<style>html, body { margin: 0 } main, main > div { display: block !important; border: 0 !important; visibility: visible !important } ${style}</style></head>
<body><main id="main"><h1>Another site</h1><div id="more">${piece}</div></main></body></html>`;
}

/** How each element of the piece is drawn: where it stands within the piece, and its colours and letters. */
async function looksOf(piece: string, style: string): Promise<unknown> {
  const page = await browser.newPage({viewport: {width: 700, height: 900}});
  try {
    // As wide in both, whatever the page does to what stands around.
    await page.setContent(
      pageOf(
        `<section style="all: initial !important; display: block !important; width: 640px !important">${piece}</section>`,
        style,
      ),
    );
    await page.evaluate(() => Promise.all([...document.images].map((image) => image.decode())));
    return await page.evaluate(() => {
      const root = document.querySelector(".broadsheet-embed")!;
      const {left, top} = root.getBoundingClientRect();
      return [root, ...root.querySelectorAll("*:not(style, source)")].map((element) => {
        const place = element.getBoundingClientRect();
        const {color, backgroundColor, fontSize, fontFamily, textTransform, opacity, visibility, direction, display} =
          getComputedStyle(element);
        const at = [place.left - left, place.top - top, place.width, place.height].map(Math.round);
        return [
          element.tagName,
          at,
          color,
          backgroundColor,
          fontSize,
          fontFamily,
          textTransform,
          opacity,
          visibility,
          direction,
          display,
        ];
      });
    });
  } finally {
    await page.close();
  }
}

for (const [name, piece] of pieces) {
  test(`${name} looks on a hostile page as it does on an empty one`, async () => {
    expect(await looksOf(piece, hostileStyle)).toEqual(await looksOf(piece, ""));
  });

  for (const colorScheme of ["light", "dark"] as const) {
    for (const width of [1100, 320]) {
      test(`${name}, ${colorScheme}, ${width} pixels wide: axe finds nothing, no line is wider than the page, nothing is fetched`, async () => {
        const page = await browser.newPage({viewport: {width, height: 800}, colorScheme});
        const asked: string[] = [];
        page.on("request", (request) => asked.push(request.url().slice(0, 5)));
        try {
          await page.setContent(pageOf(piece, ""));
          expect(await findWithAxe(page)).toEqual([]);
          expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
          expect(asked.filter((scheme) => scheme !== "data:")).toEqual([]);
        } finally {
          await page.close();
        }
      });
    }
  }
}
