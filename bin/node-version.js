/** What `engines` in package.json says. */
export const leastNode = 24;

/**
 * What stands in one line for a person whose Node cannot run Broadsheet? Null where it can.
 *
 * Nothing else is loaded before this is asked: an older Node fails at the first file that is not JavaScript, or that it has no module for.
 *
 * @param version Of the Node that runs this, such as 20.20.2.
 * @param url Of this program: whether npx fetched it, npm installed it, or it is a checkout decides what to do.
 */
export function nodeFault(version, url) {
  if (Number.parseInt(version, 10) >= leastNode) return null;
  return `error: Broadsheet needs Node ${leastNode} or later, and this is Node ${version}: ${wayToGet(url)}`;
}

function wayToGet(url) {
  const withNode = `npx --package node@${leastNode} --package broadsheet broadsheet`;
  if (url.includes("/_npx/")) return `run ${withNode}`;
  if (url.includes("/node_modules/")) return `get it from https://nodejs.org/en/download, or run ${withNode}`;
  return "run npm ci here, which brings it along, and then npm run -s broadsheet --";
}
