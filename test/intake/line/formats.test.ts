import {describe, expect, test} from "vitest";
import {allFormats} from "../../../src/intake/formats/all.ts";
import {type ExpectedFields, openReader} from "../../../src/intake/formats/describe.ts";
import {LineFields} from "../../../src/intake/line/fields.ts";

for (const format of allFormats) {
  describe(`format ${format.name}`, () => {
    for (const [place, {lines, tells}] of format.examples.entries()) {
      test(`example ${place + 1} tells what its file says`, () => {
        const reader = openReader(format);
        const fields = new LineFields();
        const readings = lines.map((line) => reader.read(line, fields));
        expect(readings).toEqual([...lines.slice(1).map(() => "ignored"), null]);
        const {time, forwarded, ...rest} = tells;
        const got: Record<string, unknown> = {};
        for (const name of Object.keys(rest)) got[name] = fields[name as keyof ExpectedFields & keyof LineFields];
        expect(got).toEqual(rest);
        if (time !== undefined) expect(fields.second).toBe(Math.floor(Date.parse(time) / 1000));
        if (forwarded) expect(Object.fromEntries(fields.forwarded ?? [])).toMatchObject(forwarded);
      });
    }
  });
}
