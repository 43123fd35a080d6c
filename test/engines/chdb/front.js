import {createServer} from "node:http";
import {gunzipSync, gzipSync} from "node:zlib";
import {Session} from "chdb";

/*
 * Today's ClickHouse behind as much of its HTTP interface as Broadsheet speaks: a statement in the address or the body, rows
 * to be inserted in the body, settings in the address, either side packed with gzip. Takes a folder for its data, and a file of
 * settings for the server; writes its port to standard output. One statement at a time.
 */

const [, , data, settings] = process.argv;
const session = new Session(data, settings ? {connectionArgs: [`--config-file=${settings}`]} : {});
const known = new Set(["query", "database", "query_id", "session_id", "enable_http_compression", "wait_end_of_query"]);
const set = new Map();

function answer(address, body) {
  for (const [name, value] of address.searchParams) {
    if (known.has(name) || set.get(name) === value) continue;
    session.query(`set ${name} = ${/^\d+$/.test(value) ? value : `'${value}'`}`);
    set.set(name, value);
  }
  const query = address.searchParams.get("query");
  return session.query(query === null ? body : `${query}\n${body}`, "TabSeparated");
}

const server = createServer(async (request, response) => {
  const pieces = [];
  try {
    for await (const piece of request) pieces.push(piece);
  } catch {
    // Whoever asked has left.
    return;
  }
  const sent = Buffer.concat(pieces);
  const body = request.headers["content-encoding"] === "gzip" ? gunzipSync(sent) : sent;
  try {
    const text = answer(new URL(request.url, "http://front"), body.toString("utf8"));
    const isPacked = /gzip/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(200, isPacked ? {"content-encoding": "gzip"} : {});
    response.end(isPacked ? gzipSync(text) : text);
  } catch (fault) {
    response.writeHead(500);
    response.end(String(fault.message));
  }
});
// As long as a server of theirs keeps one: a busy client may come late.
server.keepAliveTimeout = 30_000;
server.listen(0, "127.0.0.1", () => process.stdout.write(`${server.address().port}\n`));
