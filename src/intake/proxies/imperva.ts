import {type KnownProxies, networksIn} from "./known-proxies.ts";

/** From where Imperva asks origins. */
export const imperva: KnownProxies = {
  id: "imperva",
  label: "Imperva",
  date: "2026-08-22",
  source: "https://my.imperva.com/api/integration/v1/ips",
  header: null,
  networks: networksIn(`
    45.60.0.0/16 45.64.64.0/22 45.223.0.0/16 103.28.248.0/22 107.154.0.0/16 131.125.128.0/17 149.126.72.0/21
    185.11.124.0/22 192.230.64.0/18 198.143.32.0/19 199.83.128.0/21 2a02:e980::/29
  `),
};
