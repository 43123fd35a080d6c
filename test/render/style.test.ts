import {describe, expect, test} from "vitest";
import {style} from "../../src/render/html/style.ts";

/** Relative luminance by WCAG 2. */
function luminanceOf(color: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

function contrastOf(a: string, b: string): number {
  const [lighter, darker] = [luminanceOf(a), luminanceOf(b)].toSorted((x, y) => y - x);
  return (lighter! + 0.05) / (darker! + 0.05);
}

/** The colours of a scheme, from the first block of variables after a text of the style sheet. */
function colorsAfter(start: string): Record<string, string> {
  const block = style.slice(style.indexOf(start)).split("}")[0]!;
  const long = (color: string) => color.replace(/^#(.)(.)(.)$/, "#$1$1$2$2$3$3");
  return Object.fromEntries([...block.matchAll(/--(\w+): (#\w+);/g)].map(([, name, color]) => [name!, long(color!)]));
}

for (const [scheme, start] of [
  ["light", ":root {"],
  ["dark", "@media screen and (prefers-color-scheme: dark)"],
  ["paper", "@media print"],
] as const) {
  describe(`contrast, ${scheme}`, () => {
    const colors = colorsAfter(start);
    for (const name of ["ink", "soft", "accent"]) {
      test(`${name} on the paper is at least 4.5 : 1`, () => {
        expect(contrastOf(colors[name]!, colors.paper!)).toBeGreaterThanOrEqual(4.5);
      });
    }
  });
}

test("the style sheet asks for nothing", () => {
  expect(style).not.toMatch(/@import|url\(|@font-face|<\//);
});
