import {z} from "zod";
import {configSchema} from "./config.ts";

/** A part of a JSON Schema, as far as it is looked at here. */
interface SchemaPart {
  type?: unknown;
  description?: string;
  properties?: Record<string, SchemaPart>;
  anyOf?: SchemaPart[];
  oneOf?: SchemaPart[];
  not?: unknown;
}

/**
 * The JSON Schema of `broadsheet.yaml`, for editors that complete settings and check them.
 *
 * It refuses nothing that the program takes. The program refuses more: what one setting says of another, time zones, periods, paths.
 *
 * @param descriptions What each setting means, by its name such as `methodology.robots`.
 */
export function writeConfigSchema(descriptions: ReadonlyMap<string, string>): string {
  const made = z.toJSONSchema(configSchema, {
    target: "draft-7",
    io: "input",
    unrepresentable: "any",
    override: ({zodSchema, jsonSchema, path}) => {
      const {def} = zodSchema._zod;
      if (def.type !== "pipe" || (def as z.core.$ZodPipeDef).in._zod.def.type !== "transform") return;
      widen(jsonSchema as SchemaPart, path.at(-1) === "robots");
    },
  }) as SchemaPart;
  // Parts that are looked at after something was made of them seem to be needed.
  for (const [name, text] of descriptions) {
    for (const part of partsAt([made], name.split("."))) part.description = text;
  }
  return `${JSON.stringify({title: "broadsheet.yaml", ...made, required: ["publication"]}, null, 2)}\n`;
}

/** What is made of other values before it is looked at: of nothing an empty map, of numbers text, of text a month with its value. */
function widen(part: SchemaPart, isSwitch: boolean): void {
  if (part.type === "string") part.type = ["string", "number"];
  else if (part.type === "object") part.type = isSwitch ? ["object", "boolean", "null"] : ["object", "null"];
  const others = part.anyOf?.filter((one) => one.not === undefined);
  if (others === undefined) return;
  const isText = others.length < part.anyOf!.length;
  part.anyOf = [...others, {type: isText ? ["string", "number"] : "null"}];
}

/** The schemas of a setting: of what may be written in several ways, one in each. */
function partsAt(parts: readonly SchemaPart[], [first, ...rest]: readonly string[]): SchemaPart[] {
  if (first === undefined) return [...parts];
  const all = parts.flatMap((part) => [part, ...(part.anyOf ?? []), ...(part.oneOf ?? [])]);
  return partsAt(
    all.flatMap(({properties}) => properties?.[first] ?? []),
    rest,
  );
}
