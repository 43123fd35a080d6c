import {expect, test} from "vitest";
import {outputs} from "../../src/render/outputs.ts";
import {report} from "./fixture.ts";

const options = {width: 80, color: false};

// What is packed cannot be read here.
for (const {name, load} of outputs.filter((one) => !one.isBinary)) {
  test(`${name} says which site a report is of, where it is of one`, async () => {
    const render = await load();
    const [one, all] = await Promise.all([render({...report, site: "shop.example"}, options), render(report, options)]);
    const texts = [one, all].map((output) =>
      typeof output === "string" ? output : Buffer.from(output).toString("latin1"),
    );
    expect(texts[1]).not.toContain("shop.example");
    expect(texts[0]).toContain("shop.example");
  });
}
