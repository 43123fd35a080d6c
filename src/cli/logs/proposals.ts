import {formatNumber} from "../../base/number.ts";
import {bareQuery} from "../../base/paths/query.ts";
import {visible} from "../../base/text.ts";

/** What is proposed where documents are told apart by their queries. */
export function proposalOf(names: readonly string[]): string {
  const tell = names.length === 1 ? "tells" : "tell";
  const told = names.map((name) => (name === bareQuery ? "what stands behind the question mark without a name" : name));
  const written = names.map((name) => (name === bareQuery ? `"${name}"` : name)).join(", ");
  const typed = names.includes(bareQuery) ? `'${names.join(",")}'` : names.join(",");
  return `Most documents lie on one path, and differ in their queries: they count as one. Where ${told.join(", ")} ${tell} them apart,
write documents: {query: [${written}]} in broadsheet.yaml and read the logs again; with quick, --query ${typed}`;
}

/** So many hosts are named at most. */
const mostHosts = 10;

/** What is told where logs name several hosts. */
export function sitesTold(hosts: readonly string[]): string {
  const more = hosts.length > mostHosts ? ` and ${formatNumber(hosts.length - mostHosts)} more` : "";
  return `The logs name several hosts: ${hosts.slice(0, mostHosts).map(visible).join(", ")}${more}. Each is a site by itself, and a document is a site and a path.
Name the sites in sites in broadsheet.yaml, or report one of them: broadsheet report PERIOD --site ${visible(hosts[0]!)}`;
}
