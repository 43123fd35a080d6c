import {readFileSync} from "node:fs";
import {expect, test} from "vitest";
import {compile, names} from "../wasm/make.ts";

for (const name of names) {
  test(`${name}.wasm is what the compiler makes of its source`, async () => {
    const kept = readFileSync(new URL(`../wasm/${name}.wasm`, import.meta.url));
    expect(kept.equals(await compile(name)), "run npm run wasm").toBe(true);
  });
}
