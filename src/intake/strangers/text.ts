import {advise} from "../../base/advice.ts";
import {parseObject} from "../kinds/json-lines.ts";
import type {Stranger} from "./binary.ts";
import {jsonStranger} from "./json.ts";

/** A kind of text, by what its lines look like. */
interface TextKind extends Stranger {
  /** Without a part that goes back: lines are a stranger's. */
  readonly line: RegExp;
}

const accessLog = "name the access log, which stands beside it mostly";
const stamp = String.raw`\d{4}[-/]\d\d[-/]\d\d[ T]\d\d:\d\d:\d\d`;

/** Logs and texts that lie beside access logs; the first that most lines fit is meant. */
const kinds: readonly TextKind[] = [
  {
    what: "an nginx error log",
    line: /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(?:debug|info|notice|warn|error|crit|alert|emerg)\] /,
    help: accessLog,
  },
  {
    what: "an nginx error log, in syslog",
    line: /^(?:<\d{1,3}>)?\w{3} [ \d]\d \d\d:\d\d:\d\d [^[]{1,120} \[(?:debug|info|notice|warn|error|crit|alert|emerg)\] /,
    help: accessLog,
  },
  {
    what: "an Apache error log",
    line: /^\[\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,6})? \d{4}\] \[/,
    help: accessLog,
  },
  {
    what: "a log of uvicorn, which tells no times",
    line: /^(?:\\x1B\[\d{1,2}m)?INFO(?:\\x1B\[0m)?: {1,8}[\da-f.:[\]]{2,50} - "[A-Z]{1,20} /,
    help: "name the log of the server before it, or let gunicorn run it and write its own",
  },
  {
    what: "a PHP error log",
    line: /^\[\d\d-\w{3}-\d{4} \d\d:\d\d:\d\d[^\]]{0,40}\] (?:PHP |NOTICE|WARNING|ERROR)/,
    help: accessLog,
  },
  {what: "a lighttpd error log", line: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d: \([\w./-]{1,60}\.\d{1,6}\) /, help: accessLog},
  {
    what: "an error log of IIS (HTTPERR)",
    line: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [\da-f.:]{3,45} \d{1,5} [\da-f.:]{3,45} \d{1,5} HTTP\/[\d.]{1,3} \w{1,10} \S{1,2000} - \d/,
    help: "name the folder of IIS' own logs (inetpub\\logs\\LogFiles)",
  },
  {what: "a log of fail2ban", line: new RegExp(`^${stamp},\\d{3} fail2ban`), help: accessLog},
  {
    what: "a log of sign-ins (sshd)",
    line: /^(?:\w{3} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,30}) \S{1,100} sshd(?:-session)?\[/,
    help: accessLog,
  },
  {
    what: "a mail log",
    line: /^(?:\w{3} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,30}) \S{1,100} (?:postfix|dovecot|exim|sendmail|opendkim|amavis)\b/,
    help: accessLog,
  },
  {
    what: "a log of the system (syslog)",
    line: /^(?:<\d{1,3}>1? ?)?(?:\w{3} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\S{8,30}) \S{1,100} [\w./()@-]{1,60}(?:\[\d{1,7}\])?: /,
    help: "name the access log; where the server writes requests to syslog, look that they are in it",
  },
  {
    what: "a log of a program (Java)",
    line: new RegExp(
      `^(?:${stamp}[.,]\\d{3}|\\d\\d-\\w{3}-\\d{4} \\d\\d:\\d\\d:\\d\\d[.,]\\d{3}) +(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|SEVERE|FATAL)\\b`,
    ),
    help: accessLog,
  },
  {
    what: "a log of a program",
    line: new RegExp(
      `^\\[?${stamp}\\S{0,12}\\]? *\\[?(?:trace|debug|info|notice|warn|warning|error|critical|fatal)\\b`,
      "i",
    ),
    help: accessLog,
  },
  {
    what: "an FTP server's log (xferlog)",
    line: /^\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} \d{1,9} \S{1,255} \d{1,15} \S{1,2000} [ab] /,
    help: accessLog,
  },
  {
    what: "a log of Ruby on Rails",
    line: /^(?:Started [A-Z]{3,7} "|Processing by |Completed \d{3} |[DIWEF], \[\d{4}-)/,
    help: "name the log of the server before it",
  },
  {
    what: "an audit log of ModSecurity",
    line: /^--\w{1,20}-[A-Z]--|^\[\d\d\/\w{3}\/\d{4}:[^\]]{1,30}\] \S{1,60} \S{3,45} \d{1,5} /,
    help: accessLog,
  },
  {what: "an audit log (auditd)", line: /^type=[A-Z_]{1,40} msg=audit\(/, help: accessLog},
  {what: "a log of PostgreSQL", line: new RegExp(`^${stamp}\\S{0,10} \\S{1,10} \\[\\d{1,9}\\]`), help: accessLog},
  {what: "a log of Redis", line: /^\d{1,9}:[A-Z] \d\d \w{3} \d{4} /, help: accessLog},
  {
    what: "a log of a name server (BIND)",
    line: /^\d\d-\w{3}-\d{4} \d\d:\d\d:\d\d\.\d{3} [\w-]{1,30}: /,
    help: accessLog,
  },
  {what: "AWS' flow log of a network", line: /^\d \S{1,20} eni-\S{1,30} /, help: accessLog},
  {what: "a recording of packets (tcpdump)", line: /^\d\d:\d\d:\d\d\.\d{6} (?:IP6?|ARP)\b/, help: accessLog},
  {
    what: "varnishlog's output",
    line: /^(?:\*|-{1,5}) {1,4}(?:<< \w{1,20} |[A-Z]\w{2,25} )/,
    help: "name what varnishncsa writes",
  },
  {
    what: "IIS' own log format, which is not W3C's",
    line: /^[\da-f.:]{3,45}, \S{1,100}, \d{1,2}\/\d{1,2}\/\d{2,4}, \d{1,2}:\d\d:\d\d, /,
    help: "let IIS write the W3C format: its own has neither agents nor a zone",
  },
  {
    what: "journald's export",
    line: /^(?:__?[A-Z_]{1,60}|MESSAGE|PRIORITY|SYSLOG_[A-Z_]{1,40})=/,
    help: "write out its lines alone, as with journalctl -u nginx -o cat",
  },
  {what: "a slow-query log of MySQL", line: /^(?:# Time: |# User@Host: |SET timestamp=)/, help: accessLog},
  {
    what: "lines of logfmt",
    line: /^(?:ts|time|level|lvl|msg|t)=\S{1,60} \w{1,20}=/,
    help: advise("write-known-format"),
  },
];

/** Texts that begin with something of their own. */
const beginnings: readonly (Stranger & {readonly begins: RegExp})[] = [
  {what: "a page (HTML)", begins: /^\s*<(?:!doctype html|html|head|body)\b/i, help: null},
  {what: "a page (PHP)", begins: /^\s*<\?php\b/i, help: null},
  {what: "a file of XML", begins: /^\s*<\?xml\b|^\s*<svg\b/i, help: null},
  {what: "a script", begins: /^#!/, help: null},
  {what: "a data file of AWStats", begins: /^AWSTATS DATA FILE/, help: "name the logs that it was made from"},
  {what: "a history of Webalizer", begins: /^# Webalizer /, help: "name the logs that it was made from"},
  {
    what: "a dump of a database",
    begins: /^--\s*(?:MySQL|MariaDB|PostgreSQL|SQLite)[^\n]{0,20} dump|^PRAGMA foreign_keys=/i,
    help: null,
  },
  {what: "a mailbox", begins: /^From \S{1,200} +\w{3} \w{3} /, help: null},
  {what: "a key or a certificate", begins: /^-----BEGIN /, help: null},
];

/**
 * What is a text of which no line is a request?
 *
 * @param lines Of its beginning, middle and end, clean.
 */
export function textStranger(lines: readonly string[]): Stranger | null {
  const begun = beginnings.find(({begins}) => begins.test((lines[0] ?? "").slice(0, 300)));
  if (begun) return {what: begun.what, help: begun.help};
  const telling = lines.filter((line) => line.trim() !== "");
  const objects = telling.map((line) => parseObject(line.slice(0, longestObject))).filter((object) => object !== null);
  if (objects.length * 2 > telling.length) return jsonStranger(objects);
  if (/^\s*[[{]/.test(telling[0] ?? "") && telling.slice(0, 50).some((line) => /^\s*"[\w.-]{1,40}"\s*:/.test(line)))
    return {what: "JSON over several lines", help: "write an object a line, as with jq -c . FILE"};
  const kind = kinds.find(
    ({line}) => telling.filter((one) => line.test(one.slice(0, 4096))).length * 2 > telling.length,
  );
  if (kind) return {what: kind.what, help: kind.help};
  return (
    columnStranger(lines) ?? (isTable(telling) ? {what: "a table (CSV)", help: advise("write-known-format")} : null)
  );
}

/** A first line of names, and as many values between the same signs in most of the others? */
function isTable([names = "", ...rows]: readonly string[]): boolean {
  const separator = [",", ";", "\t"].find((sign) => names.includes(sign));
  if (separator === undefined || !/^"?[A-Za-z_][\w ."-]{0,60}$/.test(names.split(separator, 1)[0]!)) return false;
  const count = names.split(separator).length;
  const like = rows.filter((row) => row.split(separator).length >= count).length;
  return rows.length > 0 && like * 2 > rows.length && !/\d{3}/.test(names);
}

const longestObject = 1 << 16;

/** Columns that a request needs, under the names that W3C has for them. */
const w3cColumns = [
  ["the client", "c-ip"],
  ["the method", "cs-method"],
  ["the path", "cs-uri-stem"],
  ["the status", "sc-status"],
] as const;

function columnStranger(lines: readonly string[]): Stranger | null {
  const fields = lines.find((line) => /^#\s*Fields:/i.test(line))?.toLowerCase();
  if (fields === undefined) return null;
  const missing = w3cColumns.filter(([, name]) => !fields.split(/\s+/).includes(name));
  if (missing.length === 0) return null;
  return {
    what: `W3C extended (as IIS and CloudFront write it) without ${missing.map(([what, name]) => `${what} (${name})`).join(", ")}`,
    help: "let the server write those fields, too",
  };
}
