import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, expect, test} from "vitest";
import {UserError} from "../../src/base/error.ts";
import {parseConfig, readConfig} from "../../src/workspace/config/config.ts";

/** What the text is refused with. */
function faultOf(text: string): UserError {
  try {
    parseConfig(text);
  } catch (fault) {
    if (fault instanceof UserError) return fault;
    throw fault;
  }
  throw new Error("it was not refused");
}

const head = "publication: A\n";
const rules = `${head}methodology:\n`;

test("the example of the issue says what it says", () => {
  const config = parseConfig(`
publication: The Example Press
timeZone: UTC                       # where days and months are cut
logs: [logs/*.log.gz]               # what \`broadsheet ingest\` reads when no file is named
methodology:
  extends: central-task
  developers: [192.0.2.10, 198.51.100.0/24, "2001:db8::/32"]
  blacklist: blacklist.csv          # entry,from,until,decision,reason,decided_by,decided_on
  heavyReaders: { documents: 1000, months: 2005-07..2005-08 }
`);
  expect(config).toMatchObject({
    publication: "The Example Press",
    timeZone: "UTC",
    logs: ["logs/*.log.gz"],
    methodology: {
      extends: "central-task",
      developers: ["192.0.2.10", "198.51.100.0/24", "2001:db8::/32"],
      blacklist: "blacklist.csv",
      heavyReaders: {documents: 1000, months: "2005-07..2005-08"},
    },
  });
});

for (const [what, text, want] of [
  ["a publication alone", head, {timeZone: "UTC", logs: [], methodology: {extends: "central-task"}}],
  ["a byte order mark and CRLF", "\ufeffpublication: A\r\ntimeZone: Europe/Paris\r\n", {timeZone: "Europe/Paris"}],
  ["one log without a list", `${head}logs: logs/*\n`, {logs: ["logs/*"]}],
  ["a methodology whose settings are all commented out", `${rules}  # developers: []\n`, {timeZone: "UTC"}],
  ["heavy readers switched off", `${rules}  heavyReaders: false\n`, {methodology: {heavyReaders: false}}],
  [
    "a year that YAML reads as a number",
    `${rules}  heavyReaders: {documents: 5, months: 2005}\n`,
    {methodology: {heavyReaders: {documents: 5, months: "2005"}}},
  ],
  ["extensions in capitals", `${rules}  graphics: [GIF, Png]\n`, {methodology: {graphics: ["gif", "png"]}}],
  ["a host name as a developer", `${rules}  developers: [www.example.org]\n`, {}],
  ["an offset as a time zone", `${head}timeZone: -04:00\n`, {timeZone: "-04:00"}],
  ["a base in one line", `${head}base: 2001-08 = 100\n`, {base: {period: "2001-08", value: 100}}],
  ["a base in two settings", `${head}base: {period: 2001-08, value: 250}\n`, {base: {period: "2001-08", value: 250}}],
  ["a base that says no value", `${head}base: {period: 2001-08}\n`, {base: {period: "2001-08", value: 100}}],
  ["one prefix of a section without a list", `${head}sections: {a: /a/}\n`, {sections: {a: ["/a/"]}}],
  [
    "several outside places",
    `${head}sentTo: {shop: /go/shop, talk: [/t/, /u]}\n`,
    {sentTo: {shop: ["/go/shop"], talk: ["/t/", "/u"]}},
  ],
  [
    "a table off and another longer",
    `${head}tables: {hours: false, cities: 50}\n`,
    {tables: {hours: false, cities: 50}},
  ],
  ["one database of places for both families", `${head}places: a.mmdb\n`, {places: {ipv4: "a.mmdb", ipv6: "a.mmdb"}}],
  ["no places", `${head}places: false\n`, {places: false}],
  ["no addresses", `${head}addresses: false\n`, {addresses: false}],
  ["a comparison with a year", `${head}compare: 2004\n`, {compare: "2004"}],
  [
    "a ledger",
    `${head}ledger: {printBase: 2001-08 = 100, mailBase: {period: 2001-H2, value: 50}, cities: cities.csv, smallestCity: 200}\n`,
    {
      ledger: {
        printBase: {period: "2001-08", value: 100},
        mailBase: {period: "2001-H2", value: 50},
        cities: "cities.csv",
        smallestCity: 200,
      },
    },
  ],
  [
    "bases of a ledger without a value, one of a whole year",
    `${head}ledger: {printBase: 2001-08, mailBase: 2001}\n`,
    {
      ledger: {
        printBase: {period: "2001-08", value: 100},
        mailBase: {period: "2001", value: 100},
        smallestCity: 1000,
      },
    },
  ],
  [
    "a list of cities",
    `${head}ledger: {cities: [Springfield, {city: Gary, region: Indiana}]}\n`,
    {ledger: {cities: [{city: "Springfield"}, {city: "Gary", region: "Indiana"}], smallestCity: 1000}},
  ],
  ["a ledger whose settings are commented out", `${head}ledger:\n`, {ledger: {smallestCity: 1000}}],
  ["sites in capitals", `${head}sites: [WWW.Example.ORG]\n`, {sites: ["www.example.org"]}],
  ["an anchor and its alias", "publication: &name A\nlogFormat: *name\n", {logFormat: "A"}],
] as const) {
  test(`${what} is allowed`, () => expect(parseConfig(text)).toMatchObject({publication: "A", ...want}));
}

const correct = "correct it there; docs/configuration.md lists what is allowed";
const [unreadable, refused] = ["CONFIG_UNREADABLE", "CONFIG_REFUSED"] as const;

for (const [what, text, code, place, message, help] of [
  [
    "a list that is not closed",
    "publication: A\nlogs: [a\n",
    unreadable,
    "3:1",
    "not YAML: Flow sequence in block collection must be sufficiently indented and end with a ]",
    "check indentation, brackets and quotes on that line and the one before",
  ],
  [
    "a tab as indentation",
    `${rules}\tdevelopers: []\n`,
    unreadable,
    "3:1",
    "not YAML: a tab is used to indent",
    "indent with spaces",
  ],
  [
    "a setting twice",
    `${head}timeZone: UTC\npublication: B\n`,
    refused,
    "3:1",
    "the setting publication stands there twice",
    "keep one of the two",
  ],
  [
    "two documents",
    `${head}---\npublication: B\n`,
    unreadable,
    "2:1",
    "a line --- begins a second document, and there can be one only",
    "delete the line",
  ],
  [
    "an alias of nothing",
    `${head}logFormat: *name\n`,
    unreadable,
    "2:12",
    "not YAML: an alias stands for nothing, or for too much",
    "write the value itself, in quotes where it begins with *",
  ],
  [
    "an empty file",
    "",
    refused,
    "1:1",
    "the setting publication is missing",
    "add a line like publication: The Example Press",
  ],
  [
    "comments alone",
    "# nothing\n",
    refused,
    "1:1",
    "the setting publication is missing",
    "add a line like publication: The Example Press",
  ],
  [
    "no publication",
    "timeZone: UTC\n",
    refused,
    "1:1",
    "the setting publication is missing",
    "add a line like publication: The Example Press",
  ],
  [
    "a misspelt publication",
    "publicaton: A\n",
    refused,
    "1:1",
    'there is no setting "publicaton"',
    "write publication",
  ],
  [
    "an unknown setting",
    `${head}colour: red\n`,
    refused,
    "2:1",
    'there is no setting "colour"',
    `the settings here are ${"publication timeZone logs logFormat client trustedProxies overlap methodology documents engine memory unpacking language labels departments aliases titles episodes sections sentTo downloads sites site ranks ledger referrerSpam places addresses owners tables ranges paper smallest base compare".replaceAll(" ", ", ")}`,
  ],
  [
    "an engine of no kind",
    `${head}engine: {url: "http://ch1:8123"}\n`,
    refused,
    "2:1",
    "the setting engine.kind is missing",
    "add a line like kind: duckdb",
  ],
  [
    "an engine that there is none of",
    `${head}engine: {kind: oracle}\n`,
    refused,
    "2:10",
    'engine.kind must be {kind: duckdb}, or {kind: clickhouse, url: http://ch1:8123}, found "oracle"',
    correct,
  ],
  [
    "a cluster without an address",
    `${head}engine: {kind: clickhouse}\n`,
    refused,
    "2:1",
    'engine must have either url, for one server, or shards, a list with one server of each shard, found {"kind":"clickhouse"}',
    correct,
  ],
  [
    "a password in an address",
    `${head}engine: {kind: clickhouse, url: "http://press:secret@ch1"}\n`,
    refused,
    "2:28",
    'engine.url must hold no user and no password: there are user and passwordFile for them, found "http://…@ch1"',
    correct,
  ],
  [
    "shards without a name for all of them",
    `${head}engine: {kind: clickhouse, shards: ["http://a", "http://b"]}\n`,
    refused,
    "2:1",
    'engine must have cluster, the servers\' own name for all shards together, found {"kind":"clickhouse","shards":["http://a","http://b"]}',
    correct,
  ],
  [
    "a database that is no name",
    `${head}engine: {kind: clickhouse, url: "http://c", database: "x; drop"}\n`,
    refused,
    "2:45",
    'engine.database must be a name of letters, digits and _, found "x; drop"',
    correct,
  ],
  [
    "a base without a value",
    `${head}base: 2001\n`,
    refused,
    "2:1",
    "base must be a month and what it is set to, like 2001-08 = 100, found 2001",
    correct,
  ],
  [
    "a base in a month that there is not",
    `${head}base: 2001-13 = 100\n`,
    refused,
    "2:1",
    'base must be a month and what it is set to, like 2001-08 = 100, found "2001-13 = 100"',
    correct,
  ],
  [
    "a section with a name that is no name",
    `${head}sections: {"The Chinese": /zh/}\n`,
    refused,
    "2:12",
    'sections.The Chinese must be a short name in lower case, like bookshop, found "/zh/"',
    correct,
  ],
  [
    "an outside place that is no path",
    `${head}sentTo: {shop: www.example.org}\n`,
    refused,
    "2:10",
    'sentTo.shop must be a path that begins with /, or an ending like *.pdf, found "www.example.org"',
    "write it from its first slash, like /www.example.org",
  ],
  [
    "a misspelt table",
    `${head}tables: {departmnts: 5}\n`,
    refused,
    "2:10",
    'there is no setting "departmnts" in tables',
    "write departments",
  ],
  [
    "a table of no rows",
    `${head}tables: {hours: 0}\n`,
    refused,
    "2:10",
    "tables.hours must be at least 1, found 0",
    correct,
  ],
  [
    "a comparison with the unknown",
    `${head}compare: later\n`,
    refused,
    "2:1",
    'compare must be year-ago, previous, or a period like 2004-H2, found "later"',
    correct,
  ],
  [
    "a setting in another spelling",
    `${head}time-zone: UTC\n`,
    refused,
    "2:1",
    'there is no setting "time-zone"',
    "write timeZone",
  ],
  [
    "a misspelt rule",
    `${rules}  developer: []\n`,
    refused,
    "3:3",
    'there is no setting "developer" in methodology',
    "write developers",
  ],
  [
    "a misspelt part of a rule",
    `${rules}  heavyReaders: {document: 5}\n`,
    refused,
    "3:18",
    'there is no setting "document" in methodology.heavyReaders',
    "write documents",
  ],
  [
    "an unknown part of robots",
    `${rules}  robots: {names: []}\n`,
    refused,
    "3:12",
    'there is no setting "names" in methodology.robots',
    "the settings here are lists, askedForRobotsTxt",
  ],
  ["a number as a name", "1: x\n", refused, "1:1", 'there is no setting "1"', "the settings here are publication, "],
  ["a list", "- a\n- b\n", refused, "1:1", 'the file must hold settings, like name: value, found ["a","b"]', correct],
  ["one word", "hello\n", refused, "1:1", 'the file must hold settings, like name: value, found "hello"', correct],
  ["a number for a name", "publication: 12\n", refused, "1:1", "publication must be text, found 12", correct],
  ["no value", "publication:\n", refused, "1:1", "publication must be text, found nothing", correct],
  ["spaces for a name", "publication: '  '\n", refused, "1:1", 'publication must not be empty, found "  "', correct],
  [
    "a bad time zone",
    `${head}timeZone: Europe/Pariss\n`,
    refused,
    "2:1",
    'timeZone must be a time zone, like UTC or Europe/Paris, found "Europe/Pariss"',
    correct,
  ],
  [
    "an escape sequence",
    `${head}timeZone: "\\e[31m"\n`,
    refused,
    "2:1",
    'timeZone must be a time zone, like UTC or Europe/Paris, found "\\u001b[31m"',
    correct,
  ],
  [
    "a bad address",
    `${rules}  developers: [192.0.2.10, 192.0.2.300]\n`,
    refused,
    "3:28",
    'methodology.developers[1] must be an address, a network like 198.51.100.0/24, or a host name, found "192.0.2.300"',
    correct,
  ],
  [
    "a network without an end",
    `${rules}  developers: [0.0.0.0/0]\n`,
    refused,
    "3:16",
    'methodology.developers[0] must be a narrower network, at least an IPv4 /8 or an IPv6 /16, found "0.0.0.0/0"',
    correct,
  ],
  [
    "one developer without a list",
    `${rules}  developers: 192.0.2.10\n`,
    refused,
    "3:3",
    'methodology.developers must be a list, like [one, two], found "192.0.2.10"',
    correct,
  ],
  [
    "a bad period",
    `${rules}  heavyReaders:\n    documents: 5\n    months: 2005-13\n`,
    refused,
    "5:5",
    'methodology.heavyReaders.months must be a period like 2005-07..2005-08, found "2005-13"',
    correct,
  ],
  [
    "a period that moves",
    `${rules}  heavyReaders: {documents: 5, months: last-month}\n`,
    refused,
    "3:32",
    'methodology.heavyReaders.months must be a period like 2005-07..2005-08, found "last-month"',
    correct,
  ],
  [
    "heavy readers without a limit",
    `${rules}  heavyReaders: {months: 2005-07}\n`,
    refused,
    "3:3",
    "the setting methodology.heavyReaders.documents is missing",
    "add a line like documents: 1000",
  ],
  [
    "heavy readers as yes",
    `${rules}  heavyReaders: true\n`,
    refused,
    "3:3",
    "methodology.heavyReaders must be false, or {documents: 1000, months: 2005-07..2005-08}, found true",
    correct,
  ],
  [
    "a limit of none",
    `${rules}  heavyReaders: {documents: 0}\n`,
    refused,
    "3:18",
    "methodology.heavyReaders.documents must be at least 1, found 0",
    correct,
  ],
  [
    "half a document",
    `${rules}  heavyReaders: {documents: 0.5}\n`,
    refused,
    "3:18",
    "methodology.heavyReaders.documents must be a whole number, found 0.5",
    correct,
  ],
  [
    "a limit beyond counting",
    `${rules}  heavyReaders: {documents: 99999999999999999999}\n`,
    refused,
    "3:18",
    "methodology.heavyReaders.documents must be at most 9007199254740991, found 100000000000000000000",
    correct,
  ],
  [
    "a status that is none",
    `${rules}  statuses: [200, 20]\n`,
    refused,
    "3:19",
    "methodology.statuses[1] must be at least 100, found 20",
    correct,
  ],
  [
    "a status in quotes",
    `${rules}  statuses: ["200"]\n`,
    refused,
    "3:14",
    'methodology.statuses[0] must be a status from 100 to 599, or all of a hundred, like 2xx, found "200"',
    correct,
  ],
  [
    "no statuses",
    `${rules}  statuses: []\n`,
    refused,
    "3:3",
    "methodology.statuses must not be empty, found []",
    correct,
  ],
  [
    "a method in small letters",
    `${rules}  methods: [get]\n`,
    refused,
    "3:13",
    'methodology.methods[0] must be a method in capitals, like GET, found "get"',
    correct,
  ],
  [
    "an extension with its dot",
    `${rules}  graphics: [.gif]\n`,
    refused,
    "3:14",
    'methodology.graphics[0] must be an extension without its dot, like css, found ".gif"',
    correct,
  ],
  [
    "a path without its slash",
    `${rules}  pageFurniture: {paths: [robots.txt]}\n`,
    refused,
    "3:27",
    'methodology.pageFurniture.paths[0] must be a path that begins with /, or an ending like *.pdf, found "robots.txt"',
    "write it from its first slash, like /robots.txt",
  ],
  [
    "an unknown list of robots",
    `${rules}  robots: {lists: [isbott]}\n`,
    refused,
    "3:20",
    'methodology.robots.lists[0] must be isbot, crawler-user-agents, broadsheet, wikimedia, or a list of your own like {name: counter, file: robots.json}, found "isbott"',
    correct,
  ],
  [
    "a list of robots without a name",
    `${rules}  robots: {lists: [isbot, {file: a.json}]}\n`,
    refused,
    "3:27",
    "the setting methodology.robots.lists[1].name is missing",
    "add a line like name: counter",
  ],
  [
    "a list of robots without a file",
    `${rules}  robots: {lists: [{name: counter}]}\n`,
    refused,
    "3:20",
    'methodology.robots.lists[0] must name one of file, networks and robots, found {"name":"counter"}',
    correct,
  ],
  [
    "a list of robots with two files",
    `${rules}  robots: {lists: [{name: a, file: b, networks: c}]}\n`,
    refused,
    "3:20",
    'methodology.robots.lists[0] must name one of file, networks and robots, found {"name":"a","file":"b","networks":"c"}',
    correct,
  ],
  [
    "browsers without robots",
    `${rules}  robots: {lists: [{name: a, file: b, browsers: c}]}\n`,
    refused,
    "3:20",
    'methodology.robots.lists[0] may name browsers only beside robots, found {"name":"a","file":"b","browsers":"c"}',
    correct,
  ],
  [
    "a misspelt part of a list of robots",
    `${rules}  robots: {lists: [{name: a, network: b}]}\n`,
    refused,
    "3:30",
    'there is no setting "network" in methodology.robots.lists[0]',
    "write networks",
  ],
  [
    "a long name of a list of robots",
    `${rules}  robots: {lists: [{name: our list, file: a.txt}]}\n`,
    refused,
    "3:21",
    'methodology.robots.lists[0].name must be a short name of letters and digits, like counter, found "our list"',
    correct,
  ],
  [
    "two lists of robots of one name",
    `${rules}  robots: {lists: [isbot, {name: isbot, file: a.txt}]}\n`,
    refused,
    "3:27",
    'methodology.robots.lists[1] must have another name: one before it is called isbot, found {"name":"isbot","file":"a.txt"}',
    correct,
  ],
  [
    "yes for true",
    `${rules}  robots: {askedForRobotsTxt: yes}\n`,
    refused,
    "3:12",
    'methodology.robots.askedForRobotsTxt must be true or false, found "yes"',
    correct,
  ],
  [
    "an unknown preset",
    `${rules}  extends: central\n`,
    refused,
    "3:3",
    'methodology.extends must be one of central-task, counter-5.1, wikimedia, goaccess, found "central"',
    correct,
  ],
  [
    "a preset that is nearly one",
    `${rules}  extends: counter5.1\n`,
    refused,
    "3:3",
    'methodology.extends must be one of central-task, counter-5.1, wikimedia, goaccess, found "counter5.1"',
    "write counter-5.1",
  ],
  [
    "months the other way round",
    `${rules}  heavyReaders: {documents: 5, months: 2005-08..2005-07}\n`,
    refused,
    "3:32",
    'methodology.heavyReaders.months must not end before it begins, like 2005-07..2005-08, found "2005-08..2005-07"',
    correct,
  ],
  [
    "double clicks without seconds",
    `${rules}  doubleClicks: {}\n`,
    refused,
    "3:3",
    "the setting methodology.doubleClicks.seconds is missing",
    "add a line like seconds: 30",
  ],
  [
    "double clicks an hour apart",
    `${rules}  doubleClicks: {seconds: 3600}\n`,
    refused,
    "3:18",
    "methodology.doubleClicks.seconds must be at most 900, found 3600",
    correct,
  ],
  [
    "a hundred of statuses that there is not",
    `${rules}  statuses: [6xx]\n`,
    refused,
    "3:14",
    'methodology.statuses[0] must be a status from 100 to 599, or all of a hundred, like 2xx, found "6xx"',
    correct,
  ],
  [
    "a change that ends before it begins",
    `${rules}  changes:\n    - from: 2005-09\n      until: 2005-08\n      statuses: [200]\n`,
    refused,
    "5:7",
    'methodology.changes[0].until must not be before 2005-09, with which it begins, found "2005-08"',
    correct,
  ],
  [
    "a change that does not say from when",
    `${rules}  changes: [{statuses: [200]}]\n`,
    refused,
    "3:13",
    "the setting methodology.changes[0].from is missing",
    "add a line like from: 2005-09",
  ],
  [
    "a change from no month",
    `${rules}  changes: [{from: 2005, statuses: [200]}]\n`,
    refused,
    "3:14",
    "methodology.changes[0].from must be a month like 2005-09, found 2005",
    correct,
  ],
  [
    "a change of an unknown rule",
    `${rules}  changes:\n    - {from: 2005-09, heavyReader: false}\n`,
    refused,
    "4:23",
    'there is no setting "heavyReader" in methodology.changes[0]',
    "write heavyReaders",
  ],
  [
    "an unknown part of a rule that changes",
    `${rules}  changes:\n    - {from: 2005-09, robots: {nominate: true}}\n`,
    refused,
    "4:32",
    'there is no setting "nominate" in methodology.changes[0].robots',
    "write nominated",
  ],
  [
    "a change of the methodology's name",
    `${rules}  changes:\n    - {from: 2005-09, extends: goaccess}\n`,
    refused,
    "4:23",
    'there is no setting "extends" in methodology.changes[0]',
    "the settings here are from, until, developers",
  ],
  [
    "a change that changes nothing",
    `${rules}  changes:\n    - {from: 2005-09}\n`,
    refused,
    "4:7",
    'methodology.changes[0] must name what changes, like heavyReaders: false, found {"from":"2005-09"}',
    correct,
  ],
  [
    "changes that overlap",
    `${rules}  changes:\n    - {from: 2005-07, until: 2005-09, statuses: [200]}\n    - {from: 2005-09, statuses: [206]}\n`,
    refused,
    "5:8",
    'methodology.changes[1].from must not overlap: statuses is changed already from 2005-07 until 2005-09, found "2005-09"',
    correct,
  ],
  [
    "two changes of one thing from one month on",
    `${rules}  changes:\n    - {from: 2005-07, robots: {lists: []}}\n    - {from: 2005-07, robots: {lists: [isbot]}}\n`,
    refused,
    "5:8",
    'methodology.changes[1].from must not overlap: robots.lists is changed already from 2005-07 on, found "2005-07"',
    correct,
  ],
  [
    "a methodology that is a list",
    `${head}methodology: []\n`,
    refused,
    "2:1",
    "methodology must hold settings, like name: value, found []",
    correct,
  ],
  ["a log that is a number", `${head}logs: [a, 1]\n`, refused, "2:11", "logs[1] must be text, found 1", correct],
  [
    "logs that are settings",
    `${head}logs: {a: 1}\n`,
    refused,
    "2:1",
    'logs must be a file, folder or pattern, or a list of them, like [logs/*.log.gz], found {"a":1}',
    correct,
  ],
  [
    "a base of the ledger that is none",
    `${head}ledger:\n  printBase: soon\n`,
    refused,
    "3:3",
    'ledger.printBase must be a period and what it is set to, like 2001-08 = 100, found "soon"',
    correct,
  ],
  [
    "a base of the ledger that is none as settings",
    `${head}ledger:\n  mailBase: {period: last-month}\n`,
    refused,
    "3:14",
    'ledger.mailBase.period must be a period like 2001-08, found "last-month"',
    correct,
  ],
  [
    "a city without a name",
    `${head}ledger:\n  cities: [{town: Gary}]\n`,
    refused,
    "3:13",
    'there is no setting "town" in ledger.cities[0]',
    "the settings here are city, region, country",
  ],
  [
    "an unknown setting of the ledger",
    `${head}ledger: {printbase: 2001-08}\n`,
    refused,
    "2:10",
    'there is no setting "printbase" in ledger',
    "write printBase",
  ],
  [
    "a long value",
    `${head}timeZone: ${"x".repeat(500)}\n`,
    refused,
    "2:1",
    `timeZone must be a time zone, like UTC or Europe/Paris, found "${"x".repeat(59)}…`,
    correct,
  ],
] as const) {
  test(`${what} is refused at ${place}: ${message}`, () => {
    const fault = faultOf(text);
    expect(fault.message).toBe(message);
    expect(fault.where).toBe(`broadsheet.yaml:${place}`);
    expect(fault.code).toBe(code);
    expect(fault.help).toContain(help);
  });
}

test("aliases that multiply are refused, and do not fill the memory", () => {
  const levels = Array.from({length: 12}, (_, i) => `a${i + 1}: &a${i + 1} [${Array(10).fill(`*a${i}`).join(", ")}]`);
  expect(faultOf(`a0: &a0 x\n${levels.join("\n")}\n`).code).toBe("CONFIG_UNREADABLE");
});

const folder = mkdtempSync(join(tmpdir(), "broadsheet-config-"));
afterAll(() => rmSync(folder, {recursive: true, force: true}));

test("a folder in the file's place cannot be read", () => {
  const path = join(folder, "broadsheet.yaml");
  mkdirSync(path);
  const refuse = () => readConfig(path);
  expect(refuse).toThrow(expect.objectContaining({code: "CONFIG_UNREADABLE", where: path}));
  expect(refuse).toThrow("the file of settings is a folder, and no file");
});

test("a file is read like its text", () => {
  const path = join(folder, "good.yaml");
  writeFileSync(path, head);
  expect(readConfig(path)).toEqual(parseConfig(head));
});
