/**
 * The style of a fragment, for its element alone.
 *
 * Its id stands three times in every rule, and every declaration is important, so that no style sheet of the page comes before it; whatever the page
 * says of the elements inside is taken back first.
 *
 * @param id Letters, figures and hyphens: of our own, never text of a report.
 */
export function embedStyle(id: string, direction: "ltr" | "rtl"): string {
  const root = `#${id}`.repeat(3);
  const rule = (selectors: string, declarations: string) => {
    const own = selectors.split(",").map((one) => (one.startsWith("&") ? one.replace("&", root) : `${root} ${one}`));
    return `${own.join(",")}{${declarations.replaceAll(";", "!important;")}}`;
  };
  const colours = (ink: string, soft: string, line: string, paper: string) => [
    rule("&", `color:${ink};background:${paper};`),
    rule("caption,th,td,p,bdi,span", "color:inherit;"),
    rule(".bs-soft,.bs-soft bdi", `color:${soft};`),
    rule("table,thead th,tbody td,tbody th", `border-color:${line};`),
  ];
  const [serif, sans] = ['Charter,"Bitstream Charter",Cambria,Georgia,serif', "system-ui,sans-serif"];
  return [
    // What the page lets its elements inherit ends here, the size of its letters, too.
    rule("&", "all:initial;"),
    rule("*", "all:revert;"),
    rule("&,*", `box-sizing:border-box;direction:${direction};`),
    rule("&::before,&::after,*::before,*::after", "content:none;display:none;"),
    rule("bdi", "unicode-bidi:isolate;direction:inherit;"),
    rule("&", `display:block;max-width:46em;margin:1em 0;padding:1em;font:400 medium/1.45 ${serif};text-align:start;`),
    rule("p", "margin:.4em 0;font-size:.875em;line-height:1.45;"),
    rule(".bs-title", "margin:0;font-size:1.25em;line-height:1.3;font-weight:600;"),
    rule("img", "display:block;width:100%;max-width:40em;height:auto;margin:.5em 0;"),
    rule(".bs-scroll", "display:block;overflow-x:auto;max-width:100%;margin:.5em 0;"),
    rule(
      "table",
      `width:100%;border-collapse:collapse;font:400 .8125em/1.4 ${sans};font-variant-numeric:tabular-nums;`,
    ),
    rule("caption", "text-align:start;padding:0 0 .3em;font-size:.92em;"),
    rule("th,td", "padding:.25em .5em;text-align:end;vertical-align:top;font-weight:400;unicode-bidi:plaintext;"),
    rule("td,thead th", "white-space:nowrap;"),
    rule("thead th", "border-bottom:1px solid;font-weight:600;"),
    rule("tbody th,tbody td", "border-bottom:1px solid;"),
    rule(".bs-name", "text-align:start;white-space:normal;overflow-wrap:anywhere;min-width:7em;"),
    rule("tbody tr.bs-all th,tbody tr.bs-all td", "font-weight:600;"),
    rule(".bs-notes", "margin:.4em 0;padding-inline-start:1.4em;font-size:.8125em;"),
    rule("li", "margin:.15em 0;"),
    ...colours("#1b1a18", "#5c5955", "#cfcac2", "#fffefc"),
    `@media (prefers-color-scheme:dark){${colours("#ece9e4", "#b3aea6", "#4a4743", "#191817").join("")}}`,
    `@media (max-width:30rem){${rule("&", "padding:.6em;")}${rule("th,td", "padding:.25em .3em;")}}`,
    `@media print{${colours("#000", "#333", "#999", "#fff").join("")}}`,
  ].join("\n");
}

/** The style of a chart that is a picture in the fragment. */
export const embedChartStyle = `.chart{font:11px system-ui,sans-serif;font-variant-numeric:tabular-nums lining-nums;text-anchor:middle;fill:#1b1a18}
.bar{fill:#1f5c8f}.part{fill:#c6d8e8;stroke:#1f5c8f;stroke-dasharray:3 2}.told,.then{fill:none;stroke:#1f5c8f}.base{stroke:#1b1a18}.tick,.scale{fill:#5c5955}.grid{stroke:#cfcac2;stroke-width:.5}
@media (prefers-color-scheme:dark){.chart{fill:#ece9e4}.bar{fill:#7fb2dc}.part{fill:#2f4a61;stroke:#7fb2dc}.told,.then{stroke:#7fb2dc}.base{stroke:#ece9e4}.tick,.scale{fill:#b3aea6}.grid{stroke:#4a4743}}`;
