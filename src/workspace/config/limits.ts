import {z} from "zod";
import {parseSize} from "../../base/size.ts";

const size = z.string().transform((text, context) => {
  const bytes = parseSize(text);
  if (bytes !== null) return bytes;
  context.addIssue({code: "custom", message: "must be a size like 512 MB or 4 GB"});
  return z.NEVER;
});

/** With less the engine does not start. */
const leastMemory = 2 ** 28;

/**
 * Logs are packed to a fortieth; where a hundred lines a second are the same, to a six-hundredth. What gzip can do at most is 1,032 to one:
 * that is reached only by what was made for it.
 */
const mostRatio = 800;

/** No server writes as much between two rotations. */
const mostUnpacked = 1e12;

const unpacking = z.strictObject({
  ratio: z.number().int().min(1).max(1e9).default(mostRatio),
  size: size.default(mostUnpacked),
});

/** The settings of what reading and counting may take. */
export const limitSettings = {
  memory: size.refine((bytes) => bytes >= leastMemory, {error: "must be at least 269 MB"}).optional(),
  // All of its settings may be commented out.
  unpacking: z.preprocess((value) => value ?? {}, unpacking),
};

/** Names of the settings of `unpacking`. */
export const unpackingSettings = Object.keys(unpacking.shape);

/** How much a packed file may hold. */
export type UnpackingLimits = z.output<typeof unpacking>;

/** The limits where no workspace says others. */
export const usualUnpacking: UnpackingLimits = unpacking.parse({});
