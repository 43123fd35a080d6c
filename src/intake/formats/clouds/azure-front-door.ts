import type {LogFormat} from "../describe.ts";

/** Azure Front Door's access log in JSON. */
export const azureFrontDoor: LogFormat = {
  name: "azure-front-door",
  what: "Azure Front Door's access log in JSON",
  source: "https://learn.microsoft.com/en-us/azure/frontdoor/standard-premium/how-to-logs",
  examples: [
    {
      lines: [
        '{"time":"2026-01-06T10:00:00.1234567Z","resourceId":"/SUBSCRIPTIONS/X","category":"FrontDoorAccessLog","operationName":"Microsoft.Cdn/Profiles/AccessLog/Write","properties":{"trackingReference":"0abc","httpMethod":"GET","httpVersion":"2.0.0.0","requestUri":"https://press.example:443/news","requestBytes":"100","responseBytes":"2326","userAgent":"Lynx/2.8.5","clientIp":"192.0.2.81","socketIp":"192.0.2.81","httpStatusCode":"200","hostName":"press.example"}}',
      ],
      tells: {
        client: "192.0.2.81",
        target: "https://press.example:443/news",
        status: 200,
        bytes: 2326,
        agent: "Lynx/2.8.5",
        time: "2026-01-06T10:00:00Z",
      },
    },
  ],
  lines: {
    kind: "json",
    members: {
      client: ["properties.clientIp", "properties.clientIP"],
      "forwarded:socket": ["properties.socketIp"],
      host: ["properties.hostName"],
      time: ["time", "properties.time"],
      method: ["properties.httpMethod"],
      target: ["properties.requestUri"],
      status: ["properties.httpStatusCode", "properties.httpStatus"],
      bytes: ["properties.responseBytes", "properties.sentBytes"],
      referrer: ["properties.referer", "properties.referrer"],
      agent: ["properties.userAgent"],
    },
  },
};
