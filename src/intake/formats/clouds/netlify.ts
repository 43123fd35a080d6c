import type {LogFormat} from "../describe.ts";

/** Netlify's log drain in NDJSON. */
export const netlify: LogFormat = {
  name: "netlify",
  what: "Netlify's log drain in NDJSON",
  source: "https://docs.netlify.com/manage/monitoring/log-drains/",
  examples: [
    {
      lines: [
        '{"account_id":"5e1d","client_ip":"192.0.2.91","content_type":"text/html; charset=utf-8","country":"DE","deploy_id":"6020","duration":26,"log_type":"traffic","method":"GET","referrer":"https://www.example.com/","request_id":"01E","site_id":"c52","status_code":200,"timestamp":"2026-01-06T10:00:00.123Z","url":"https://press.example/news","user_agent":"Lynx/2.8.5"}',
      ],
      tells: {
        client: "192.0.2.91",
        target: "https://press.example/news",
        status: 200,
        agent: "Lynx/2.8.5",
        contentType: "text/html; charset=utf-8",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["client_ip"],
      host: ["request_host", "domain"],
      time: ["timestamp"],
      method: ["method"],
      target: ["url"],
      status: ["status_code"],
      bytes: ["response_size", "bytes"],
      referrer: ["referrer"],
      agent: ["user_agent"],
      contentType: ["content_type"],
    },
    options: {only: {log_type: "traffic"}},
  },
};
