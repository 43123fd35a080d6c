import {type KnownProxies, networksIn} from "./known-proxies.ts";

/** From where Google's load balancers and its CDN ask backends; other networks of Google's are anybody's machines. */
export const google: KnownProxies = {
  id: "google",
  label: "Google Cloud",
  date: "2026-11-30",
  source: "https://cloud.google.com/load-balancing/docs/firewall-rules",
  header: null,
  networks: networksIn(`
    35.191.0.0/16 130.211.0.0/22 2600:2d00:1:1::/64 2600:2d00:1:b029::/64
  `),
};
