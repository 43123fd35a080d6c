import {type KnownProxies, networksIn} from "./known-proxies.ts";

/** From where Akamai's Origin IP ACL lets origins be asked; with the networks that it did without from July 2025 on: older logs have them. */
export const akamaiNetworks: KnownProxies = {
  id: "akamai",
  label: "Akamai",
  date: "2026-09-21",
  source: "https://techdocs.akamai.com/origin-ip-acl/docs/update-your-origin-server",
  header: "true-client-ip",
  networks: networksIn(`
    2.16.0.0/13 23.0.0.0/12 23.32.0.0/11 23.64.0.0/14 23.72.0.0/13 23.192.0.0/11 69.192.0.0/16 72.246.0.0/15
    88.221.0.0/16 92.122.0.0/15 95.100.0.0/15 96.6.0.0/15 96.16.0.0/15 104.64.0.0/10 118.214.0.0/16 172.232.0.0/13
    173.222.0.0/15 184.24.0.0/13 184.50.0.0/15 184.84.0.0/14 2a02:26f0::/32 2600:1400::/24 2405:9600::/32
  `),
};
