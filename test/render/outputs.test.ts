import {execFileSync} from "node:child_process";
import {expect, test} from "vitest";
import {outputs} from "../../src/render/outputs.ts";
import {gappedReport} from "./fixture.ts";

test("every output is named once and ends in its own extension", () => {
  expect(outputs.map(({name}) => name)).toEqual([
    "text",
    "markdown",
    "html",
    "csv",
    "json",
    "pdf",
    "docx",
    "xlsx",
    "ods",
  ]);
  expect(new Set(outputs.map(({extension}) => extension)).size).toBe(outputs.length);
});

for (const {name, load} of outputs) {
  test(`${name} prints a report, the same each time`, async () => {
    const render = await load();
    const options = {width: 80, color: false};
    const made = await render(gappedReport, options);
    if (typeof made === "string") expect(made).toContain("Distinct users");
    else expect(Buffer.from(made.subarray(0, 4)).toString()).toBe(name === "pdf" ? "%PDF" : "PK\u0003\u0004");
    expect(await render(gappedReport, options)).toEqual(made);
  });
}

test("reading the table of outputs loads no drawing library, no typesetter and no packer, and who lacks that is told", () => {
  const table = new URL("../../src/render/outputs.ts", import.meta.url).href;
  const fixture = new URL("./fixture.ts", import.meta.url).href;
  const hook = `import {registerHooks} from "node:module";
    registerHooks({resolve: (name, context, next) => {
      if (/plot|linkedom|typst|fflate/.test(name)) throw new Error("loaded " + name);
      return next(name, context);
    }});
    const {outputs} = await import(${JSON.stringify(table)});
    const {gappedReport} = await import(${JSON.stringify(fixture)});
    for (const output of outputs) {
      const print = await output.load().catch((fault) => console.log(output.name, fault.message));
      // Only when it is about to set something does it need the typesetter.
      if (output.name === "pdf") await print(gappedReport, {}).catch((fault) => console.log(output.name, fault.message));
    }`;
  const said = execFileSync(process.execPath, ["--input-type=module", "--no-warnings", "--eval", hook], {
    encoding: "utf8",
  });
  expect(said).toBe(
    "html loaded @observablehq/plot\npdf the typesetter of the PDF is not installed for this machine\ndocx loaded @observablehq/plot\nxlsx loaded fflate\nods loaded fflate\n",
  );
});
