/** What CDNs write in place of the reader's agent, CloudFront always and others where they are told to: who asked is not recorded then. */
const writtenByCdns: ReadonlySet<string> = new Set(
  [
    "amazon cloudfront,fastly,bunnycdn,bunny cdn,akamai,akamai edge,cloudflare,google cloud cdn,azure front door,azure cdn,gcore,g-core",
    "keycdn,stackpath,cdn77,imperva,incapsula,edgecast,edgio,limelight,cachefly,alibaba cdn,tencent cdn",
  ].flatMap((names) => names.split(",")),
);

/** Did a CDN write its own name where the reader's agent should stand? With a version behind it or without. */
export function isNoAgent(agent: string): boolean {
  return agent.length < 40 && writtenByCdns.has(agent.toLowerCase().replace(/\/\d[\d.]{0,9}$/, ""));
}
