import type {DeskRoute} from "../../../src/serve/desk/route.ts";

/** A value for each name that stands in a path, of which some row takes one. */
const values: Readonly<Record<string, readonly string[]>> = {
  name: ["nothing.css"],
  id: ["abcdefghijkl"],
  month: ["2005-07"],
  book: ["editions"],
  line: ["2"],
  place: ["0"],
  period: ["2005-07"],
  client: ["1", "0123456789abcdef", "abcdefghijkl"],
  by: ["agent", "network", "grounds"],
  file: ["report.json"],
  person: ["1"],
};

/**
 * The path of a row with values in it that the row takes.
 *
 * @throws {Error} where a row has a name of which no value is known here: it would be walked past otherwise.
 */
export function pathOf({id, path, params}: DeskRoute): string {
  return path.replaceAll(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => {
    const taken = values[name]?.find((value) => params.shape[name] !== undefined && takes(params.shape[name], value));
    if (taken === undefined) throw new Error(`no value is known for ${name} of ${id}`);
    return taken;
  });
}

function takes(type: unknown, value: string): boolean {
  return (type as {readonly safeParse: (value: string) => {readonly success: boolean}}).safeParse(value).success;
}
