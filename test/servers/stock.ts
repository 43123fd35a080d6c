import {writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Place} from "./process.ts";

/** A server with the log format that it comes with, or one that it documents. */
export interface StockServer {
  /** Whose log it is, as the test says it. */
  readonly what: string;
  /** Programs that it needs; in Debian they are in packages of these names, but for those that are said. */
  readonly programs: readonly string[];
  /** The format that has to be found. */
  readonly format: string;
  /** How it is started: one process after the other, the first that is asked last. */
  readonly commands: (place: Place) => readonly (readonly [string, ...string[]])[];
  /** Is its log what it writes to its standard output? */
  readonly isOutput?: boolean;
  /** Do readers differ by `X-Forwarded-For`? */
  readonly isProxied?: boolean;
  /** Does the log tell agents? */
  readonly hasAgents?: boolean;
  /** Does the log tell bytes of bodies alone? Others count the head of the answer, too. */
  readonly hasBodyBytes?: boolean;
  /** Does the log tell virtual hosts? */
  readonly hasHosts?: boolean;
}

function written(place: Place, name: string, text: string): string {
  const file = join(place.folder, name);
  writeFileSync(file, text);
  return file;
}

function nginx(place: Place, format: string, port = place.port): readonly [string, ...string[]] {
  const {folder, site, log} = place;
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const file = written(
    place,
    "nginx.conf",
    `daemon off; master_process off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events { worker_connections 64; }
http { ${temporary.join(" ")} default_type text/html; ${format.replaceAll("LOG", log)}
server { listen 127.0.0.1:${port}; root ${site}; index index.html; } }
`,
  );
  return ["nginx", "-p", folder, "-e", `${folder}/error.log`, "-c", file];
}

const nginxMain = `log_format main '$remote_addr - $remote_user [$time_local] "$request" $status $body_bytes_sent "$http_referer" "$http_user_agent" "$http_x_forwarded_for"'; access_log LOG main;`;
const nginxJson = `log_format json escape=json '{"time_iso8601":"$time_iso8601","remote_addr":"$remote_addr","request":"$request","status":$status,"body_bytes_sent":$body_bytes_sent,"http_user_agent":"$http_user_agent","host":"$host"}'; access_log LOG json;`;

function apache(place: Place, format: string): readonly [string, ...string[]] {
  const {folder, site, log, port} = place;
  const modules = ["mpm_event", "authz_core", "dir"].map(
    (name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`,
  );
  const file = written(
    place,
    "apache.conf",
    `ServerRoot ${folder}
PidFile ${folder}/apache.pid
DefaultRuntimeDir ${folder}
Listen 127.0.0.1:${port}
ServerName press.example
${modules.join("\n")}
User www-data
Group www-data
ErrorLog ${folder}/error.log
DirectoryIndex index.html
LogFormat "%v:%p %h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" vhost_combined
LogFormat "%h %l %u %t \\"%r\\" %>s %O \\"%{Referer}i\\" \\"%{User-Agent}i\\"" combined
LogFormat "%h %l %u %t \\"%r\\" %>s %b" common
<VirtualHost *:${port}>
ServerName press.example
DocumentRoot ${site}
CustomLog ${log} ${format}
</VirtualHost>
<VirtualHost *:${port}>
ServerName www.press.example
DocumentRoot ${site}
CustomLog ${log} ${format}
</VirtualHost>
`,
  );
  return ["apache2", "-X", "-f", file];
}

/** nginx on the other port, without a log: what a proxy asks. */
const behind = (place: Place): readonly [string, ...string[]] =>
  nginx({...place, log: "/dev/null"}, "access_log off;", place.otherPort);

function haproxy(place: Place, logFormat: "raw" | "rfc3164"): readonly [string, ...string[]] {
  const text = `global
log stdout format ${logFormat} local0
defaults
mode http
log global
option httplog
timeout connect 5s
timeout client 5s
timeout server 5s
frontend web
bind 127.0.0.1:${place.port}
default_backend site
backend site
server one 127.0.0.1:${place.otherPort}
`;
  return ["haproxy", "-db", "-f", written(place, "haproxy.cfg", text)];
}

/** Every server, with each of its stock logs. */
export const stockServers: readonly StockServer[] = [
  {
    ...{what: "nginx: combined", programs: ["nginx"], format: "combined", hasAgents: true, hasBodyBytes: true},
    commands: (place) => [nginx(place, "access_log LOG;")],
  },
  {
    ...{what: "nginx: main, behind a proxy", programs: ["nginx"], format: "nginx-main", hasAgents: true},
    ...{isProxied: true, hasBodyBytes: true},
    commands: (place) => [nginx(place, nginxMain)],
  },
  {
    ...{
      what: "nginx: JSON",
      programs: ["nginx"],
      format: "nginx-json",
      hasAgents: true,
      hasBodyBytes: true,
      hasHosts: true,
    },
    commands: (place) => [nginx(place, nginxJson)],
  },
  {
    ...{what: "Apache: combined", programs: ["apache2"], format: "combined", hasAgents: true},
    commands: (place) => [apache(place, "combined")],
  },
  {
    ...{what: "Apache: common", programs: ["apache2"], format: "common", hasBodyBytes: true},
    commands: (place) => [apache(place, "common")],
  },
  {
    ...{
      what: "Apache: vhost_combined",
      programs: ["apache2"],
      format: "combined-vhost",
      hasAgents: true,
      hasHosts: true,
    },
    commands: (place) => [apache(place, "vhost_combined")],
  },
  {
    ...{
      what: "lighttpd",
      programs: ["lighttpd"],
      format: "lighttpd",
      hasAgents: true,
      hasBodyBytes: true,
      hasHosts: true,
    },
    commands: (place) => {
      const {site, log, port} = place;
      const text = `server.modules = ( "mod_accesslog", "mod_staticfile", "mod_indexfile" )
server.document-root = "${site}"
server.bind = "127.0.0.1"
server.port = ${port}
index-file.names = ( "index.html" )
mimetype.assign = ( ".html" => "text/html" )
accesslog.filename = "${log}"
`;
      return [["lighttpd", "-D", "-f", written(place, "lighttpd.conf", text)]];
    },
  },
  {
    ...{what: "Caddy: JSON", programs: ["caddy"], format: "caddy", hasAgents: true, hasBodyBytes: true, hasHosts: true},
    commands: (place) => {
      const {folder, site, log, port} = place;
      const text = `{
admin off
auto_https off
storage file_system ${folder}/caddy
}
http://:${port} {
bind 127.0.0.1
root * ${site}
file_server
log {
output file ${log}
}
}
`;
      return [["caddy", "run", "--adapter", "caddyfile", "--config", written(place, "Caddyfile", text)]];
    },
  },
  {
    ...{what: "HAProxy: HTTP log", programs: ["haproxy", "nginx"], format: "haproxy", isOutput: true},
    commands: (place) => [behind(place), haproxy(place, "raw")],
  },
  {
    ...{what: "HAProxy: as syslog", programs: ["haproxy", "nginx"], format: "haproxy", isOutput: true},
    commands: (place) => [behind(place), haproxy(place, "rfc3164")],
  },
  {
    ...{what: "Squid: native", programs: ["squid", "nginx"], format: "squid"},
    commands: (place) => {
      const {folder, log, port, otherPort} = place;
      const text = `http_port 127.0.0.1:${port} accel defaultsite=press.example
cache_peer 127.0.0.1 parent ${otherPort} 0 no-query originserver
http_access allow all
cache deny all
access_log stdio:${log} squid
cache_log ${folder}/cache.log
pid_filename ${folder}/squid.pid
coredump_dir ${folder}
pinger_enable off
shutdown_lifetime 1 seconds
strip_query_terms off
`;
      return [behind(place), ["squid", "-N", "-n", `press${port}`, "-f", written(place, "squid.conf", text)]];
    },
  },
  {
    ...{
      what: "Varnish: varnishncsa",
      programs: ["varnishd", "varnishncsa", "nginx"],
      format: "combined",
      hasAgents: true,
    },
    ...{isOutput: true, hasBodyBytes: true},
    commands: (place) => {
      const {folder, port, otherPort} = place;
      const name = `${folder}/varnish`;
      return [
        behind(place),
        [
          "varnishd",
          "-F",
          "-n",
          name,
          "-a",
          `127.0.0.1:${port}`,
          "-b",
          `127.0.0.1:${otherPort}`,
          "-s",
          "malloc,16m",
          "-p",
          "vsl_mask=+ReqUnset",
        ],
        ["varnishncsa", "-n", name, "-t", "20"],
      ];
    },
  },
];
