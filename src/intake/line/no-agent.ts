/** What CDNs write in place of the reader's agent: who asked is not recorded then. */
const writtenByCdns: ReadonlySet<string> = new Set(["amazon cloudfront"]);

/** Did a CDN write its own name where the reader's agent should stand? */
export function isNoAgent(agent: string): boolean {
  return agent.length < 40 && writtenByCdns.has(agent.toLowerCase());
}
