import {z} from "zod";
import {parseNetwork} from "../../base/address.ts";
import {nearest} from "../../base/nearest.ts";

/** The CDNs and clouds whose networks are known by name. */
export const proxyNames = ["akamai", "bunny", "cloudflare", "cloudfront", "fastly", "google", "imperva"] as const;

/** The name of one of them. */
export type ProxyName = (typeof proxyNames)[number];

function isProxyName(text: string): text is ProxyName {
  return proxyNames.some((name) => name === text);
}

const placeForm = /^[\w$%{}().-]{1,80}$/;

/** Could a field of a log be called so? */
export function couldBeField(text: string): boolean {
  return placeForm.test(text);
}

const place = z.string().trim().regex(placeForm, "must be the name of a field, like x-forwarded-for, or connection");

const proxy = z
  .string()
  .trim()
  .transform((text, context) => {
    const fault = proxyFault(text);
    if (fault === null) return isProxyName(text.toLowerCase()) ? text.toLowerCase() : text;
    context.addIssue({code: "custom", message: fault.what, params: {help: fault.help}});
    return z.NEVER;
  });

/** Why the text says nobody to trust, and what to try; null where it does. */
export function proxyFault(text: string): {readonly what: string; readonly help: string} | null {
  if (isProxyName(text.toLowerCase()) || parseNetwork(text) !== null) return null;
  const near = nearest(text.toLowerCase(), [...proxyNames]);
  return {
    what: "must be a network like 203.0.113.0/24, or the name of a CDN",
    help: near === null ? `the names are ${proxyNames.join(", ")}` : `write ${near}`,
  };
}

/** The settings of how logs are read, beside `logFormat`. */
export const readingSettings = {
  client: z
    .union([place, z.array(place).min(1)], {error: "must be the name of a field, or a list of them"})
    .transform((given) => [given].flat())
    .optional(),
  trustedProxies: z
    .union([proxy, z.array(proxy)], {error: "must be a network, the name of a CDN, or a list of them"})
    .transform((given) => [given].flat())
    .default([]),
};
