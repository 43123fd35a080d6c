import type {LogFormat} from "../describe.ts";

/** Azure App Service's HTTP log in JSON. */
export const azureAppService: LogFormat = {
  name: "azure-app-service",
  what: "Azure App Service's HTTP log in JSON",
  source: "https://learn.microsoft.com/en-us/azure/azure-monitor/reference/tables/appservicehttplogs",
  examples: [
    {
      lines: [
        '{"time":"2026-01-06T10:00:00.1234567Z","resourceId":"/SUBSCRIPTIONS/X","category":"AppServiceHTTPLogs","properties":{"CsHost":"press.example","CIp":"192.0.2.82","CsMethod":"GET","CsUriStem":"/news","CsUriQuery":"a=1","ScStatus":200,"ScBytes":2326,"UserAgent":"Mozilla/5.0+(X11)"}}',
      ],
      tells: {
        client: "192.0.2.82",
        host: "press.example",
        target: "/news?a=1",
        status: 200,
        bytes: 2326,
        agent: "Mozilla/5.0 (X11)",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["properties.CIp", "CIp"],
      host: ["properties.CsHost", "CsHost"],
      time: ["time", "TimeGenerated"],
      method: ["properties.CsMethod", "CsMethod"],
      path: ["properties.CsUriStem", "CsUriStem"],
      query: ["properties.CsUriQuery", "CsUriQuery"],
      status: ["properties.ScStatus", "ScStatus"],
      bytes: ["properties.ScBytes", "ScBytes"],
      referrer: ["properties.Referer", "Referer"],
      agent: ["properties.UserAgent", "UserAgent"],
    },
    options: {agentEscapes: "plus"},
  },
};
