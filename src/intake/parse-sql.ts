import {keptTextSql} from "../engine/kept-text.ts";
import {quoteText} from "../engine/quote-text.ts";
import {type Group, type LogFormat, type RawField, rawFields} from "./format.ts";
import {impersonalMacros} from "./impersonal-text.ts";
import {readerMacros, readerSql} from "./reader-sql.ts";

/** SQL macros without which the statements here mean nothing. */
export const lineMacros: readonly string[] = [...readerMacros, ...impersonalMacros];

/** A request can be no older than the Web. */
export const earliestYear = 1991;

/** More bytes than one answer can have had (2^40, a terabyte): a sign of a damaged line, or of one that was made up. */
export const mostBytes = 2 ** 40;

/**
 * The statement's text that turns `line` into typed facts, one row a line.
 *
 * A line that is no request gives a row with nothing in it: the file of facts has as many rows as lines were read, and
 * the row's place is the line's. Of such a line, `refused` is the text; it is null for a request.
 *
 * @param lines SQL relation with one column, `line`.
 * @param key The workspace's key, as hexadecimal text.
 * @param latest Instant in seconds; a line dated after it is refused.
 */
export function factsSql(format: LogFormat, lines: string, key: string, latest: number): string {
  const recordsBytes = format.exact.groups.includes("bytes");
  const ofRequest = (name: string): string => `case when "at" is not null then ${name} end`;
  const numbers = ["reader", "address", "network48", "network32", "status", "bytes"];
  const columns = [
    ...numbers.map((name) => `${ofRequest(name)} as ${name}`),
    ...["method", "path", "site", "agent", "host"].map((name) => `${ofRequest(keptTextSql(name))} as ${name}`),
  ];
  // ENGINE: an empty line of a file is read as null.
  return `select * exclude (line) replace (${columns.join(", ")}), case when "at" is null then coalesce(rtrim(line, chr(13)), '') end as refused
  from (select
    line,
    case when fits then stamp end as "at",
    ${readerSql("name", key)} as reader,
    case when contains(name, ':') then ${readerSql("small_letters(client_bare(client))", key)} end as address,
    case when contains(name, ':') then ${readerSql("network_name(name, 3)", key)} end as network48,
    case when contains(name, ':') then ${readerSql("network_name(name, 2)", key)} end as network32,
    kept_method(method) as method,
    case when kept_method(method) = '' then '' else kept_path(path) end as path,
    status,
    bytes,
    kept_site(referrer) as site,
    agent,
    kept_host(host) as host
  from (select *, coalesce(
      stamp >= timestamptz '${earliestYear}-01-01 00:00:00+00'
      and stamp <= to_timestamp(${latest})
      and status is not null
      and ${recordsBytes ? `bytes <= ${mostBytes}` : "true"}, false) as fits
    from (select line, client, client_name(client) as name, method, path, agent, host, referrer, stamp,
        try_cast(status as usmallint) as status,
        ${recordsBytes ? "case when bytes = '-' then 0 else try_cast(bytes as ubigint) end" : "null::ubigint"} as bytes
      from (${rawSql(format, lines)}))))`;
}

/**
 * The statement's text that tells under which name each line's client is hashed.
 *
 * @param lines SQL relation with one column, `line`.
 */
export function clientNamesSql(format: LogFormat, lines: string): string {
  return `select client_name(client) as name from (${rawSql(format, lines)})`;
}

function rawSql({plain, exact, timePattern}: LogFormat, lines: string): string {
  const groups = `[${exact.groups.map((group) => quoteText(`x_${group}`)).join(", ")}]`;
  const found = `regexp_extract(line, ${quoteText(exact.pattern)}, ${groups})`;
  const foundStamp = `try_strptime(found.x_time, ${quoteText(timePattern)})`;
  const fields = rawFields.filter((field) => field !== "time");
  if (!plain) {
    const columns = fields.map((field) => `${exactSql(exact.groups, field)} as ${field}`);
    return `select line, ${foundStamp} as stamp, ${columns.join(", ")} from (select line, ${found} as found from ${lines})`;
  }
  const columns = fields.map((field) => {
    const exactly = exactSql(exact.groups, field);
    const slow = field === "agent" ? agentIfRecorded(exactly) : exactly;
    return `case when is_plain then ${plain.fields[field] ?? "null::varchar"} else ${slow} end as ${field}`;
  });
  return `select line, case when is_plain then plain_stamp else ${foundStamp} end as stamp, ${columns.join(", ")}
    from (select *, case when is_plain then null else ${found} end as found
      from (select *, coalesce(plain_stamp is not null and ${plain.isPlain}, false) as is_plain
        from (select *, try_strptime(${plain.fields.time}, ${quoteText(plain.timePattern)}) as plain_stamp
          from (select line, string_split(line, '"') as part from ${lines}))))`;
}

// A line cut before the agent recorded none, which is not the same as an agent that said nothing: that leaves "".
function agentIfRecorded(agent: string): string {
  return `case when ${agent} = '' and not contains(line, '" ""') then null else ${agent} end`;
}

function exactSql(groups: readonly Group[], field: RawField): string {
  const request = "found.x_request";
  if (groups.includes(field)) return `found.x_${field}`;
  if (!groups.includes("request")) return "null::varchar";
  if (field === "method") return `split_part(${request}, ' ', 1)`;
  if (field === "path") {
    const rest = `substring(${request}, length(split_part(${request}, ' ', 1)) + 1)`;
    return `substring(regexp_replace(${rest}, ' HTTP/[^ ]*$', ''), 2)`;
  }
  return "null::varchar";
}
