import type {LogFormat} from "../describe.ts";

/** Google Cloud Storage's usage logs. */
export const googleStorage: LogFormat = {
  name: "google-storage",
  what: "Google Cloud Storage's usage logs",
  source: "https://cloud.google.com/storage/docs/access-logs",
  examples: [
    {
      lines: [
        '"1298317221812000","192.0.2.1","1","","GET","/b/o.html","200","0","2326","41000","storage.googleapis.com","","Mozilla/5.0 (X11; Linux x86_64)","ID","GET_Object","b","o.html"',
      ],
      tells: {
        client: "192.0.2.1",
        method: "GET",
        target: "/b/o.html",
        status: 200,
        bytes: 2326,
        host: "storage.googleapis.com",
        agent: "Mozilla/5.0 (X11; Linux x86_64)",
        time: "2011-02-21T19:40:21Z",
      },
    },
  ],
  lines: {
    kind: "columns",
    options: {
      separator: ",",
      quotes: "anywhere",
      header: '"time_micros"',
      fieldByName: {
        time_micros: "time",
        c_ip: "client",
        cs_method: "method",
        cs_uri: "target",
        sc_status: "status",
        sc_bytes: "bytes",
        cs_host: "host",
        cs_referer: "referrer",
        cs_user_agent: "agent",
      },
      columns: ["time", "client", "", "", "method", "target", "status", "", "bytes", "", "host", "referrer", "agent"],
      mayGrow: true,
    },
  },
};
