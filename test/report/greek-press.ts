import type {Labels} from "../../src/base/words/labels.ts";
import type {LanguageId} from "../../src/base/words/language.ts";
import type {Report} from "../../src/report/report.ts";
import {lineOf, logOf, reportPress} from "../press.ts";

const googlebot = "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)";
const unnamed = "Mozilla/5.0 (compatible; bot)";
const lynx = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/127.0";

/** Two months with something of each kind that a report speaks of. */
const log = logOf([
  ...["Jul", "Aug"].flatMap((month) => [
    ...Array.from({length: 6}, (_, i) =>
      lineOf({client: `192.0.2.${i + 1}`, at: `0${i + 1}/${month}/2005:12:00:00 +0000`}),
    ),
    lineOf({client: "192.0.2.1", at: `01/${month}/2005:13:00:00 +0000`, path: "/en/"}),
    lineOf({client: "192.0.2.2", at: `02/${month}/2005:13:00:00 +0000`, path: "/go/"}),
    lineOf({client: "192.0.2.3", at: `02/${month}/2005:13:00:00 +0000`, path: "/a.gif"}),
    lineOf({client: "192.0.2.3", at: `02/${month}/2005:13:00:00 +0000`, path: "/a.css"}),
    lineOf({client: "192.0.2.3", at: `02/${month}/2005:13:00:00 +0000`, path: "/missing", status: 404}),
    lineOf({client: "192.0.2.4", at: `02/${month}/2005:13:00:00 +0000`, method: "HEAD"}),
    lineOf({client: "192.0.2.5", at: `02/${month}/2005:13:00:00 +0000`, status: 206, agent: lynx}),
    lineOf({client: "192.0.2.7", at: `02/${month}/2005:13:00:00 +0000`, agent: googlebot}),
    lineOf({client: "192.0.2.7", at: `02/${month}/2005:13:00:00 +0000`, agent: unnamed}),
    lineOf({client: "192.0.2.8", at: `02/${month}/2005:13:00:00 +0000`, agent: "-"}),
    lineOf({client: "192.0.2.9", at: `02/${month}/2005:13:00:00 +0000`, path: "/robots.txt"}),
    lineOf({client: "192.0.2.9", at: `02/${month}/2005:13:00:00 +0000`, path: "/robots.txt", agent: "GPTBot/1.0"}),
    lineOf({client: "198.51.100.1", at: `02/${month}/2005:13:00:00 +0000`}),
    lineOf({client: "198.51.100.2", at: `02/${month}/2005:13:00:00 +0000`}),
    ...["/1", "/2", "/3", "/4", "/5"].map((path) =>
      lineOf({client: "192.0.2.20", at: `02/${month}/2005:13:00:00 +0000`, path}),
    ),
  ]),
  "no request",
  "",
]);

const referred = `192.0.2.3 - - [03/Jul/2005:12:00:00 +0000] "GET /a.html HTTP/1.1" 200 1 "http://www.google.com/" "${lynx}"\n`;

/** Books of a publisher who writes Greek, so that no Latin letter in a report is the publisher's. */
const books: Readonly<Record<string, readonly string[]>> = {
  editions: [
    "title,language,issue,print_date,printed,spoiled,kept,cost",
    ...["Αλφα,el,1,2001-08-06,1000,,20,240", "Αλφα,el,2,2005-02-01,1500,10,20,300"],
    ...["Αλφα,el,3,2005-07-04,2100,10,20,400", "Βητα,el,1,2005-08-01,900,,10,100", "Βητα,el,2,2005-08-15,50,,,10"],
  ],
  deliveries: [
    "edition,date,city,region,country,copies,channel,returns",
    ...["Αλφα 2,2005-02-02,Αθηνα,Αττικη,GR,1200,street,", "Αλφα 3,2005-07-06,Αθηνα,Αττικη,GR,1500,street,40"],
    ...["Αλφα 3,2005-07-16,Πατρα,Αχαια,GR,400,shop,", "Βητα 1,2005-08-02,Βολος,,GR,300,sponsored,"],
  ],
  mailings: [
    "programme,date,sent,delivered,returned,refused,reason,cost",
    ...["Γαμμα,2005-05-02,100,90,6,4,δεν,50", "Γαμμα,2005-06-02,100,,,,,50", "Γαμμα,2005-07-02,200,180,10,8,δεν,100"],
    ...["Γαμμα,2005-07-12,10,,5,5,,5", "Δελτα,2005-08-02,300,280,10,5,δεν,150"],
  ],
  funds: ["date,amount,purpose", "2005-01-01,1000,mail", "2005-05-01,300,Γαμμα", "2005-06-01,50,ζητα"],
  translations: ["language,kind,date,title", "es,article,2005-07-02,Ητα", "fr,edition,2005-03-02,Θητα"],
  ranks: [
    "list,date,name,rank",
    ...["Λιστα 05Η1,2005-06-30,press.example,100", "Λιστα 05Η1,2005-06-30,other.example,200"],
    ...["Λιστα 05Η2,2005-08-30,press.example,300", "Λιστα 05Η2,2005-08-30,other.example,not in the first 1000"],
  ],
  plan: [
    "measure,date,target",
    "readers,2006-12-31,500",
    "print-run-index,2005-12-31,100",
    "mail-index,2004-12-31,9000",
  ],
  notes: ["date,until,measure,text", "2005-07-01,,mail-index,Ιωτα", "2005-08-01,2005-08-03,,Καππα"],
  credits: ["period,post,what,by", "2005-07,Λαμδα,Μυ,Νυ", "2005-08,Ξι,Πι,Ρο"],
  history: ["measure,month,value,source", "readers,2001-08,3,Σιγμα", "readers,2004-07,4,Σιγμα"],
};

/** A report with something in every part, in a language. */
export async function greekReport(language: LanguageId, labels: Labels = {}): Promise<Report> {
  const files = Object.entries(books).map(([name, rows]) => [`ledger/${name}.csv`, `${rows.join("\n")}\n`] as const);
  const report = await reportPress({
    logs: {"α.log": log + referred},
    ...{period: "2005-07..2005-08", compare: "year-ago", tables: "all", hasRanges: true},
    methodology: {
      ...{heavyReaders: {documents: 4, months: "2005-07"}, developers: ["198.51.100.1"]},
    },
    blacklist: ["198.51.100.2,2005-08-01,,,,"],
    settings: {
      ...{publication: "Τυπος", language, labels, smallest: 1, base: "2001-08 = 100", sites: ["press.example"]},
      ...{
        departments: "departments.csv",
        ranks: {ours: "press.example"},
        sections: {"1": ["/en/"]},
        sentTo: {"2": ["/go/"]},
      },
      ledger: {cities: [{city: "Αθηνα", region: "Αττικη"}, {city: "Πατρα"}, {city: "Χανια"}], smallestCity: 500},
    },
    files: {
      ...Object.fromEntries(files),
      "departments.csv": "prefix,department,language,title\n/en/,a,en,Ταυ\n",
      "commentary/2005-07..2005-08.md": "---\nby: Υψιλον\ndate: 2005-09-01\n---\nΦι {{readers 2005-07}}.\n",
    },
  });
  return report;
}
