import {createHmac} from "node:crypto";

/**
 * What tells whether two texts are the same, and nothing else to whoever does not have the workspace's key.
 *
 * A plain hash over a list of clients would tell who is on it: there are few enough addresses to try them all.
 *
 * @returns 64 hexadecimal digits.
 */
export function sealOf(text: string, key: string): string {
  return createHmac("sha256", key).update(text).digest("hex");
}
