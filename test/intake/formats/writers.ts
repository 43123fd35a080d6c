import {apache, clock, ctime, iso, nginx, request, type Said, target} from "./said.ts";

/** How a server writes a request, by its documentation; and what of it can be read again. */
export interface Writer {
  readonly write: (said: Said) => string;
  /** Comments before the line. */
  readonly head?: readonly string[];
  /** What the line tells otherwise than it was said: the agent as it is escaped. */
  readonly tells?: (said: Said) => Partial<Told>;
  /** What the format does not record. */
  readonly lacks?: readonly (keyof Told)[];
  /** Signs that an agent of this format cannot hold. */
  readonly without?: RegExp;
  /** Only these clients: an address of IPv6 and its port cannot be told apart. */
  readonly isIpv4?: boolean;
}

/** What is compared. */
export interface Told {
  readonly client: string | null;
  readonly host: string | null;
  readonly second: number;
  readonly method: string | null;
  readonly target: string;
  readonly status: number;
  readonly bytes: number;
  readonly referrer: string | null;
  readonly agent: string | null;
}

const common = (said: Said): string =>
  `${said.client} - - [${clock(said)}] "${request(said)}" ${said.status} ${said.bytes}`;
const combined = (said: Said, quoted: (text: string) => string): string =>
  `${common(said)} "${said.referrer}" "${quoted(said.agent)}"`;
const escaped =
  (quoted: (text: string) => string) =>
  (said: Said): Partial<Told> => ({agent: quoted(said.agent)});
const noAgent = ["referrer", "agent"] as const;
/** Blanks are plus signs. */
const plus = (text: string): string => text.replaceAll(" ", "+");
const dash = (text: string): string => (text === "" ? "-" : text);
const absolute = (said: Said): string => `https://${said.host}${target(said)}`;
const json = (value: unknown): string => JSON.stringify(value);

const cloudfrontFields =
  "date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie) x-edge-result-type x-edge-request-id x-host-header cs-protocol cs-bytes time-taken x-forwarded-for ssl-protocol ssl-cipher x-edge-response-result-type cs-protocol-version fle-status fle-encrypted-fields c-port time-to-first-byte x-edge-detailed-result-type sc-content-type sc-content-len sc-range-start sc-range-end";

const cloudfront = (said: Said): string =>
  [
    ...[
      iso(said).slice(0, 10),
      iso(said).slice(11),
      "FRA56-P2",
      said.bytes,
      said.client,
      said.method,
      "d1.cloudfront.net",
    ],
    ...[said.path, said.status, said.referrer, encodeURIComponent(said.agent), dash(said.query), "-", "Hit", "ID=="],
    ...[said.host, "https", 23, "0.001", "-", "TLSv1.3", "TLS_AES_128_GCM_SHA256", "Hit", "HTTP/2.0", "-", "-", 11_040],
    ...["0.001", "Hit", "text/html", 78, "-", "-"],
  ].join("\t");

/** A writer for each format, by its name. */
export const writers: Readonly<Record<string, Writer>> = {
  common: {write: common, lacks: ["host", ...noAgent]},
  combined: {write: (said) => combined(said, apache), tells: escaped(apache), lacks: ["host"]},
  "common-vhost": {write: (said) => `${said.host} ${common(said)}`, lacks: noAgent},
  "combined-vhost": {
    write: (said) => `${said.host}:443 ${combined(said, apache)}`,
    tells: (said) => ({host: `${said.host}:443`, agent: apache(said.agent)}),
  },
  "nginx-main": {write: (said) => `${combined(said, nginx)} "-"`, tells: escaped(nginx), lacks: ["host"]},
  "nginx-ingress": {
    write: (said) => `${combined(said, nginx)} 456 0.012 [press-web-80] [] 10.0.0.5:8080 1234 0.011 200 6f1c2d3e`,
    tells: escaped(nginx),
    lacks: ["host"],
  },
  "traefik-clf": {
    write: (said) => `${combined(said, apache)} 17 "web@docker" "http://10.0.0.5:80" 12ms`,
    tells: escaped(apache),
    lacks: ["host"],
  },
  varnish: {
    write: (said) =>
      `${said.client} - - [${clock(said)}] "${said.method} ${absolute(said)} HTTP/1.1" ${said.status} ${said.bytes} "${said.referrer}" "${apache(said.agent)}"`,
    tells: (said) => ({target: absolute(said), agent: apache(said.agent)}),
    lacks: ["host"],
  },
  icecast: {write: (said) => `${combined(said, apache)} 300`, tells: escaped(apache), lacks: ["host"]},
  fastly: {
    write: (said) => `${said.client} "-" "-" [${clock(said)}] "${request(said)}" ${said.status} ${said.bytes}`,
    lacks: ["host", ...noAgent],
  },
  lighttpd: {
    write: (said) => combined(said, apache).replace(" - -", () => ` ${said.host} -`),
    tells: escaped(apache),
  },
  "nginx-proxy-manager": {
    write: (said) =>
      `[${clock(said)}] - 200 ${said.status} - ${said.method} https ${said.host} "${target(said)}" [Client ${said.client}] [Length ${said.bytes}] [Gzip 2.11] [Sent-to 10.0.0.5] "${nginx(said.agent)}" "${said.referrer}"`,
    tells: escaped(nginx),
  },
  "nginx-proxy-manager-standard": {
    write: (said) =>
      `[${clock(said)}] ${said.status} - ${said.method} http ${said.host} "${target(said)}" [Client ${said.client}] [Length ${said.bytes}] [Gzip -] "${nginx(said.agent)}" "${said.referrer}"`,
    tells: escaped(nginx),
  },
  envoy: {
    write: (said) =>
      `[${iso(said)}.123Z] "${request(said)}" ${said.status} - 0 ${said.bytes} 5 4 "${said.client}" "${said.agent}" "c-1" "${said.host}" "10.0.0.5:80"`,
    tells: () => ({client: null}),
    lacks: ["referrer"],
    without: /"/,
  },
  istio: {
    write: (said) =>
      `[${iso(said)}.123Z] "${request(said)}" ${said.status} - via_upstream - "-" 0 ${said.bytes} 5 4 "${said.client}" "${said.agent}" "c-1" "${said.host}" "10.0.0.5:80" inbound|80|| 127.0.0.6:1 10.0.0.5:80 10.0.0.9:2 - default`,
    tells: () => ({client: null}),
    lacks: ["referrer"],
    without: /"/,
  },
  uwsgi: {
    write: (said) =>
      `[pid: 5|app: 0|req: 1/2] ${said.client} () {40 vars in 500 bytes} [${ctime(said)}] ${said.method} ${target(said)} => generated ${said.bytes} bytes in 3 msecs (HTTP/1.1 ${said.status}) 2 headers in 80 bytes (1 switches on core 0)`,
    lacks: ["host", "referrer", "agent"],
  },
  "alibaba-cdn": {
    write: (said) =>
      `[${clock(said)}] ${said.client} - 12 "${said.referrer}" "${said.method} http://${said.host}${target(said)}" ${said.status} 300 ${said.bytes} HIT "${nginx(said.agent)}" "text/html"`,
    tells: (said) => ({target: `http://${said.host}${target(said)}`, agent: nginx(said.agent)}),
    lacks: ["host"],
  },
  haproxy: {
    write: (said) =>
      `${said.client}:55008 [${clock(said).slice(0, -6)}.584] ft_https~ bk_https/abc 0/0/0/72/72 ${said.status} ${said.bytes} - - ---- 5/4/0/1/0 0/0 "${request(said)}"`,
    tells: (said) => ({client: `${said.client}:55008`}),
    lacks: ["host", ...noAgent],
    isIpv4: true,
  },
  "aws-alb": {
    write: (said) =>
      `h2 ${iso(said)}.186641Z app/my/50dc6c495c0c9188 ${said.client}:2817 10.0.0.1:80 0.086 0.048 0.037 ${said.status} 200 0 ${said.bytes} "${said.method} ${absolute(said)} HTTP/2.0" "${nginx(said.agent)}" ECDHE TLSv1.2 arn:aws:x "Root=1" "${said.host}" "arn:aws:y" 1 ${iso(said)}.000000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-"`,
    tells: (said) => ({client: `${said.client}:2817`, target: absolute(said), agent: nginx(said.agent)}),
    lacks: ["host", "referrer"],
    isIpv4: true,
  },
  "aws-elb": {
    write: (said) =>
      `${iso(said)}.943958Z my-loadbalancer ${said.client}:2817 10.0.0.1:80 0.000073 0.001048 0.000057 ${said.status} 200 0 ${said.bytes} "${said.method} ${absolute(said)} HTTP/1.1" "${nginx(said.agent)}" - -`,
    tells: (said) => ({client: `${said.client}:2817`, target: absolute(said), agent: nginx(said.agent)}),
    lacks: ["host", "referrer"],
    isIpv4: true,
  },
  "aws-s3": {
    write: (said) =>
      `79a59df9 press [${clock(said)}] ${said.client} - 3E57427F3EXAMPLE REST.GET.OBJECT key "${request(said)}" ${said.status} - ${said.bytes} ${said.bytes} 7 5 "${said.referrer}" "${apache(said.agent)}" - s9lzHYrFp76ZVxRcpX9= SigV4 ECDHE AuthHeader press.s3.amazonaws.com TLSV1.2 - -`,
    tells: (said) => ({host: "press", agent: apache(said.agent)}),
  },
  squid: {
    write: (said) =>
      `${said.second}.603    310 ${said.client} TCP_MISS/${said.status} ${said.bytes} ${said.method} ${absolute(said)} - DIRECT/192.0.2.5 text/html`,
    tells: (said) => ({target: absolute(said)}),
    lacks: ["host", ...noAgent],
  },
  w3c: {
    head: [
      "#Fields: date time s-ip cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip cs(User-Agent) cs(Referer) sc-status sc-bytes cs-host",
    ],
    write: (said) =>
      `${iso(said).replace("T", " ")} 10.0.0.1 ${said.method} ${said.path} ${dash(said.query)} 443 - ${said.client} ${plus(said.agent)} ${said.referrer} ${said.status} ${said.bytes} ${said.host}`,
    without: /\+/,
  },
  // `%` stands as it is in some agents, twice escaped in others: that cannot be told apart.
  cloudfront: {head: ["#Version: 1.0", `#Fields: ${cloudfrontFields}`], write: cloudfront, without: /%/},
  "cloudfront-realtime": {
    write: (said) =>
      [
        ...[
          `${said.second}.123`,
          said.client,
          "0.002",
          said.status,
          said.bytes,
          said.method,
          "https",
          "d1.cloudfront.net",
        ],
        ...[said.path, 59, "FRA56-P2", "ID==", said.host, "0.002", "HTTP/2.0", "IPv4", encodeURIComponent(said.agent)],
        ...[
          said.referrer,
          "-",
          dash(said.query),
          "Hit",
          "-",
          "TLSv1.3",
          "X",
          "Hit",
          "-",
          "-",
          "text/html",
          9,
          "-",
          "-",
        ],
        ...[44_814, "Hit", "DE", "gzip", "*/*", "*", "-", "-", 1],
      ].join("\t"),
    without: /%/,
  },
  bunny: {
    write: (said) =>
      `HIT|${said.status}|${said.second}123|${said.bytes}|390|${said.client}|${said.referrer}|${absolute(said)}|WA|${said.agent}|322b688bd63fb63f2babe9de96a5d262|DE`,
    tells: (said) => ({target: absolute(said)}),
    lacks: ["host", "method"],
    without: /\|/,
  },
  ltsv: {
    write: (said) =>
      `time:[${clock(said)}]\thost:${said.client}\tforwardedfor:-\treq:${request(said)}\tstatus:${said.status}\tsize:${said.bytes}\treferer:${said.referrer}\tua:${said.agent}\tvhost:${said.host}`,
  },
  "google-storage": {
    head: [
      '"time_micros","c_ip","c_ip_type","c_ip_region","cs_method","cs_uri","sc_status","cs_bytes","sc_bytes","time_taken_micros","cs_host","cs_referer","cs_user_agent","s_request_id","cs_operation","cs_bucket","cs_object"',
    ],
    write: (said) =>
      [
        ...[`${said.second}000000`, said.client, 1, "", said.method, target(said), said.status, 0, said.bytes, 41_000],
        ...[said.host, said.referrer, said.agent, "ID", "GET_Object", "b", "o"],
      ]
        .map((value) => `"${String(value).replaceAll('"', '""')}"`)
        .join(","),
  },
  caddy: {
    write: (said) => {
      const headers = {"User-Agent": [said.agent], Referer: [said.referrer]};
      const request = {remote_ip: said.client, client_ip: said.client, method: said.method, host: said.host};
      return json({
        ...{level: "info", ts: said.second + 0.5, logger: "http.log.access", msg: "handled request"},
        ...{request: {...request, uri: target(said), headers}, size: said.bytes, status: said.status},
      });
    },
  },
  "traefik-json": {
    write: (said) =>
      json({
        ...{ClientHost: said.client, DownstreamContentSize: said.bytes, DownstreamStatus: said.status},
        ...{
          RequestHost: said.host,
          RequestMethod: said.method,
          RequestPath: target(said),
          StartUTC: `${iso(said)}.123456789Z`,
        },
        ...{"request_User-Agent": said.agent, request_Referer: said.referrer, level: "info"},
      }),
  },
  cloudflare: {
    write: (said) =>
      json({
        ...{ClientIP: said.client, ClientRequestHost: said.host, ClientRequestMethod: said.method},
        ...{ClientRequestURI: target(said), EdgeStartTimestamp: said.second * 1e9, EdgeResponseBytes: said.bytes},
        ...{EdgeResponseStatus: said.status, ClientRequestReferer: said.referrer, ClientRequestUserAgent: said.agent},
      }),
  },
  "cloudfront-json": {
    write: (said) =>
      json({
        ...{
          date: iso(said).slice(0, 10),
          time: iso(said).slice(11),
          "sc-bytes": String(said.bytes),
          "c-ip": said.client,
        },
        ...{"cs-method": said.method, "cs(Host)": "d1.cloudfront.net", "cs-uri-stem": said.path},
        ...{"sc-status": String(said.status), "cs(Referer)": said.referrer, "x-host-header": said.host},
        ...{"cs(User-Agent)": encodeURIComponent(said.agent), "cs-uri-query": dash(said.query)},
      }),
    without: /%/,
  },
  "fastly-json": {
    write: (said) =>
      json({
        ...{timestamp: `${iso(said)}+0000`, client_ip: said.client, host: said.host, url: target(said)},
        ...{request_method: said.method, request_referer: said.referrer, request_user_agent: said.agent},
        ...{response_status: said.status, response_body_size: said.bytes},
      }),
  },
  akamai: {
    write: (said) =>
      json({
        ...{version: 1, cp: "567", reqTimeSec: `${said.second}.123`, bytes: String(said.bytes), cliIP: said.client},
        ...{statusCode: String(said.status), reqHost: said.host, reqMethod: said.method, reqPath: said.path},
        ...{
          queryStr: dash(said.query),
          UA: encodeURIComponent(said.agent).replaceAll("%20", "+"),
          referer: said.referrer,
        },
      }),
  },
  "google-http": {
    write: (said) =>
      json({
        httpRequest: {
          ...{remoteIp: said.client, requestMethod: said.method, requestUrl: absolute(said), status: said.status},
          ...{responseSize: String(said.bytes), referer: said.referrer, userAgent: said.agent},
        },
        timestamp: `${iso(said)}.123456Z`,
      }),
    tells: (said) => ({target: absolute(said)}),
    lacks: ["host"],
  },
  "azure-front-door": {
    write: (said) =>
      json({
        time: `${iso(said)}.1234567Z`,
        properties: {
          ...{clientIp: said.client, hostName: said.host, httpMethod: said.method, requestUri: absolute(said)},
          ...{httpStatusCode: String(said.status), responseBytes: String(said.bytes), referer: said.referrer},
          userAgent: said.agent,
        },
      }),
    tells: (said) => ({target: absolute(said)}),
  },
  "azure-application-gateway": {
    write: (said) =>
      json({
        ...{timeStamp: `${iso(said)}+00:00`, operationName: "ApplicationGatewayAccess"},
        properties: {
          ...{
            clientIP: said.client,
            host: said.host,
            httpMethod: said.method,
            requestUri: said.path,
            requestQuery: said.query,
          },
          ...{httpStatus: said.status, sentBytes: said.bytes, userAgent: said.agent},
        },
      }),
    lacks: ["referrer"],
  },
  "azure-app-service": {
    write: (said) =>
      json({
        time: `${iso(said)}.1234567Z`,
        properties: {
          ...{CIp: said.client, CsHost: said.host, CsMethod: said.method, CsUriStem: said.path, CsUriQuery: said.query},
          ...{ScStatus: said.status, ScBytes: said.bytes, UserAgent: plus(said.agent), Referer: said.referrer},
        },
      }),
    without: /\+/,
  },
  vercel: {
    write: (said) =>
      json({
        ...{id: "1", message: "", timestamp: said.second * 1000, source: "static", host: said.host},
        proxy: {
          ...{timestamp: said.second * 1000, method: said.method, host: said.host, path: target(said)},
          ...{userAgent: [said.agent], referer: said.referrer, statusCode: said.status, clientIp: said.client},
          responseByteSize: said.bytes,
        },
      }),
  },
  netlify: {
    write: (said) =>
      json({
        ...{client_ip: said.client, log_type: "traffic", method: said.method, referrer: said.referrer},
        ...{status_code: said.status, timestamp: `${iso(said)}.123Z`, url: absolute(said), user_agent: said.agent},
      }),
    tells: (said) => ({target: absolute(said)}),
    lacks: ["host", "bytes"],
  },
  "nginx-json": {
    write: (said) =>
      json({
        ...{time_iso8601: `${iso(said)}+00:00`, remote_addr: said.client, request: request(said)},
        ...{status: said.status, body_bytes_sent: said.bytes, http_referer: said.referrer},
        ...{http_user_agent: said.agent, host: said.host},
      }),
  },
};
