import {z} from "zod";
import {configPath} from "./path.ts";

const name = z.string().regex(/^[a-z_][a-z0-9_]*$/i, "must be a name of letters, digits and _");

const url = z
  .string()
  .refine((text) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol), {
    error: "must be an address like http://ch1:8123",
    abort: true,
  })
  .refine((text) => new URL(text).username === "" && new URL(text).password === "", {
    error: "must hold no user and no password: there are user and passwordFile for them",
    abort: true,
  })
  .transform((text) => text.replace(/\/+$/, ""));

const clickhouse = z
  .strictObject({
    kind: z.literal("clickhouse"),
    url: url.optional(),
    shards: z.array(url).min(1).optional(),
    cluster: name.optional(),
    database: name.default("broadsheet"),
    user: z.string().min(1).default("default"),
    passwordFile: configPath.optional(),
    passwordEnv: name.optional(),
    certificate: configPath.optional(),
  })
  .refine(({url: one, shards}) => (one === undefined) !== (shards === undefined), {
    error: "must have either url, for one server, or shards, a list with one server of each shard",
  })
  .refine(({shards, cluster}) => (shards?.length ?? 1) === 1 || cluster !== undefined, {
    error: "must have cluster, the servers' own name for all shards together",
  });

/** The settings of `engine`. */
export const engine = z.discriminatedUnion("kind", [z.strictObject({kind: z.literal("duckdb")}), clickhouse], {
  error: "must be {kind: duckdb}, or {kind: clickhouse, url: http://ch1:8123}",
});

/** Names of the settings of `engine`. */
export const engineSettings = Object.keys(clickhouse.shape);

/** What `broadsheet.yaml` says of the servers that requests are kept on. */
export type ClusterConfig = z.output<typeof clickhouse>;
