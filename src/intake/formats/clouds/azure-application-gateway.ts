import type {LogFormat} from "../describe.ts";

/** Azure Application Gateway's access log in JSON. */
export const azureApplicationGateway: LogFormat = {
  name: "azure-application-gateway",
  what: "Azure Application Gateway's access log in JSON",
  source: "https://learn.microsoft.com/en-us/azure/application-gateway/monitor-application-gateway-reference",
  examples: [
    {
      lines: [
        '{"timeStamp":"2026-01-06T10:00:00+00:00","resourceId":"/SUBSCRIPTIONS/X","operationName":"ApplicationGatewayAccess","category":"ApplicationGatewayAccessLog","properties":{"instanceId":"appgw_1","clientIP":"192.0.2.83","clientPort":51234,"httpMethod":"GET","originalRequestUriWithArgs":"/news?a=1","requestUri":"/news","requestQuery":"a=1","userAgent":"Lynx/2.8.5","httpStatus":200,"httpVersion":"HTTP/1.1","receivedBytes":65,"sentBytes":553,"timeTaken":0.205,"sslEnabled":"on","host":"press.example","originalHost":"press.example"}}',
      ],
      tells: {
        client: "192.0.2.83",
        host: "press.example",
        method: "GET",
        target: "/news?a=1",
        status: 200,
        bytes: 553,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["properties.clientIP"],
      host: ["properties.originalHost", "properties.host"],
      time: ["timeStamp", "time"],
      method: ["properties.httpMethod"],
      target: ["properties.originalRequestUriWithArgs", "properties.requestUri"],
      query: ["properties.requestQuery"],
      status: ["properties.httpStatus"],
      bytes: ["properties.sentBytes"],
      referrer: ["properties.referer"],
      agent: ["properties.userAgent"],
    },
  },
};
