import {clf, epoch, type InstantFormat, iso} from "../line/instant.ts";
import type {LineField} from "../line/writing.ts";
import {isAddressHeader} from "./apache.ts";
import {field, literalPiece, type Piece, unused} from "./pieces.ts";

/** Variables of nginx that tell something Broadsheet keeps. */
const nginxFields: Readonly<Record<string, LineField>> = {
  remote_addr: "client",
  realip_remote_addr: "forwarded:connection-behind",
  binary_remote_addr: "",
  time_local: "time",
  time_iso8601: "time",
  msec: "time",
  request: "request",
  request_method: "method",
  request_uri: "target",
  uri: "path",
  document_uri: "path",
  args: "query",
  query_string: "query",
  status: "status",
  body_bytes_sent: "bytes",
  bytes_sent: "bytes",
  http_referer: "referrer",
  http_user_agent: "agent",
  host: "host",
  http_host: "host",
  server_name: "host",
  server_port: "port",
  sent_http_content_type: "contentType",
  proxy_protocol_addr: "forwarded:proxy-protocol",
};

const instants: Readonly<Record<string, InstantFormat>> = {time_local: clf, time_iso8601: iso, msec: epoch};

/**
 * The pieces of a string of nginx's `log_format`.
 *
 * @param named Variables, or headers without `http_`, that a person named as places of addresses.
 */
export function nginxPieces(string: string, named: readonly string[]): Piece[] {
  return [...string.matchAll(/\$\{?(\w+)\}?|([^$]+|\$)/g)].map(([, variable, text]) =>
    variable === undefined ? literalPiece(text!) : pieceOf(variable, named),
  );
}

/** Variables that hold numbers, or lists of them: times, lengths, ports. */
const numeric =
  /^(?:connection|connections_\w+|connection_requests|pid|\w*_(?:time|length|port|status|ratio|rtt|bytes|bytes_received|bytes_sent|connect_time|header_time|response_time))$/;

function pieceOf(variable: string, named: readonly string[]): Piece {
  const name = fieldOf(variable, named);
  return name === "" ? unused(`$${variable}`, numeric.test(variable)) : field(name, instants[variable]);
}

function fieldOf(variable: string, named: readonly string[]): LineField {
  const meant = named.find((name) => variable === name || variable === `http_${name.replaceAll("-", "_")}`);
  if (meant !== undefined) return `forwarded:${meant}`;
  const known = nginxFields[variable];
  if (known !== undefined) return known;
  const header = /^http_(\w+)$/.exec(variable)?.[1];
  return header && isAddressHeader(header) ? `forwarded:${header.replaceAll("_", "-")}` : "";
}
