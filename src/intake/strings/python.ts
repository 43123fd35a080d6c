/** What Gunicorn (`%(h)s`) and uWSGI (`%(addr)`) call fields, as nginx's variables. */
const variables: Readonly<Record<string, string>> = {
  ...{h: "$remote_addr", addr: "$remote_addr", u: "$remote_user", user: "$remote_user"},
  ...{t: "[$time_local]", ltime: "$time_local", epoch: "$msec", time: "$msec"},
  ...{r: "$request", m: "$request_method", method: "$request_method", uri: "$request_uri", U: "$uri", q: "$args"},
  ...{s: "$status", status: "$status", b: "$body_bytes_sent", B: "$body_bytes_sent", rsize: "$body_bytes_sent"},
  ...{size: "$bytes_sent", f: "$http_referer", referer: "$http_referer", a: "$http_user_agent"},
  ...{uagent: "$http_user_agent", host: "$http_host", l: "$remote_ident"},
};

const directive = /%\((?:\{([\w-]{1,60})\}([ieo])|(\w{1,20}))\)s?/g;

/** A format string of Gunicorn or uWSGI as nginx would write it; any other as it is. */
export function fromPython(string: string): string {
  return string.replace(
    directive,
    (_, header: string | undefined, of: string | undefined, name: string | undefined) => {
      if (header === undefined) return variables[name!] ?? `$other_${name}`;
      const low = header.toLowerCase().replaceAll("-", "_");
      return of === "i" ? `$http_${low}` : of === "o" ? `$sent_http_${low}` : `$other_${low}`;
    },
  );
}
