import {z} from "zod";

/** What becomes of a line that stands in two files. */
const counting = z.enum(["once", "each"]);

const groups = z.array(z.string().min(1)).max(1000);

/**
 * How lines count that stand in several files: `once` or `each`; or that with patterns of files' names, a pattern a server: files of two
 * servers share no line, whatever they hold.
 */
export const overlapSetting = z
  .union([counting, z.strictObject({count: counting.default("once"), servers: groups.default([])})], {
    error: 'must be once, each, or a map like {count: once, servers: ["web1-*", "web2-*"]}',
  })
  .transform((given) => (typeof given === "string" ? {count: given, servers: [] as string[]} : given))
  .default({count: "once", servers: []});

/** See {@link overlapSetting}. */
export type OverlapSetting = z.output<typeof overlapSetting>;
