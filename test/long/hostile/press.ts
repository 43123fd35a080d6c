import {mkdirSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {Workshop} from "../../intake/workshop.ts";
import {removeTree} from "../../remove-tree.ts";
import {mark} from "./texts.ts";

/** A place of a workspace that text of strangers gets to: settings and files that hold it. */
export interface Place {
  readonly name: string;
  readonly settings?: (text: string) => Readonly<Record<string, unknown>>;
  /** By their paths. */
  readonly files?: (text: string) => Readonly<Record<string, string>>;
}

const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;

export const places: readonly Place[] = [
  {name: "publication", settings: (text) => ({publication: text})},
  {
    name: "labels",
    settings: (text) => ({
      labels: {
        ...{readers: text, "table.top-documents": text, "column.readers": text},
        ...{"verdict.robots": text, "section.account": text, "section-readers": `${text} {name}`},
      },
      sections: {area: "/area/"},
    }),
  },
  {
    name: "departments",
    settings: () => ({departments: "departments.csv"}),
    files: (text) => ({"departments.csv": `prefix,department,language,title\n/,all,en,${cell(text)}\n`}),
  },
  {
    name: "titles",
    settings: () => ({titles: "titles.csv"}),
    files: (text) => ({"titles.csv": `path,title,group\n/a.html,${cell(text)},${cell(text)}\n`}),
  },
  {
    name: "ledger",
    files(text) {
      const t = cell(text);
      return {
        "ledger/editions.csv": `title,language,issue,print_date,printed\n${t},en,1,2005-07-01,1000\n`,
        "ledger/deliveries.csv": `edition,date,city,region,country,copies,channel\n${cell(`${text} 1`)},2005-07-02,${t},${t},US,100,shop\n`,
        "ledger/mailings.csv": `programme,date,sent,delivered,returned,refused,reason,cost\n${t},2005-07-03,95,86,5,4,${t},1\n`,
        "ledger/notes.csv": `date,until,measure,text\n2005-07-01,,,${t}\n`,
        "ledger/credits.csv": `period,post,what,by\n2005-07,${t},${t},${t}\n`,
        "ledger/translations.csv": `language,kind,date,title\nes,article,2005-07-02,${t}\n`,
        "ledger/funds.csv": `date,amount,purpose\n2005-07-02,10,${t}\n`,
        "ledger/history.csv": `measure,month,value,source,note\nreaders,2005-06,10,${t},${t}\n`,
        "ledger/ranks.csv": `list,date,name,rank\n${t},2005-07-30,press.example.org,7\n`,
      };
    },
  },
  {
    name: "the head of a commentary",
    files(text) {
      const t = JSON.stringify(text);
      return {"commentary/2005-07.md": `---\nby: ${t}\ndate: 2005-08-01\ntitle: ${t}\n---\nWords.\n`};
    },
  },
  {
    name: "the blacklist",
    files(text) {
      const rows = `198.18.9.9,2005-07-01,,${cell(text)},${cell(text)},2005-08-01\n`;
      return {"blacklist.csv": `entry,from,until,reason,decided_by,decided_on\n${rows}`};
    },
  },
  {
    name: "commentary",
    files: (text) => ({"commentary/2005-07.md": `---\nby: Mole\ndate: 2005-08-01\n---\n${text}\n`}),
  },
];

/** Puts the text into these places of a workspace, and takes it out of all others. */
export function putInto(folder: string, chosen: readonly Place[], text: string): void {
  for (const name of ["departments.csv", "titles.csv", "ledger", "commentary", "published"]) {
    removeTree(join(folder, name));
  }
  const settings = {
    ...{publication: "The Press", methodology: {heavyReaders: {documents: 15}, blacklist: "blacklist.csv"}},
    ...Object.assign({}, ...chosen.map((place) => place.settings?.(text))),
  };
  const files = {
    // JSON is YAML, too.
    "broadsheet.yaml": JSON.stringify(settings),
    "blacklist.csv": "entry,from,until,reason,decided_by,decided_on\n",
    ...(Object.assign({}, ...chosen.map((place) => place.files?.(text))) as Record<string, string>),
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), {recursive: true});
    writeFileSync(join(folder, name), content);
  }
}

/** A field between quotes as servers write it; a line's end cannot be in a line. */
function field(text: string): string {
  return text.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

/** A log in which the text stands wherever a request may have text; often enough that it has rows of its own. */
export function logOf(text: string): string {
  const plain = text.replaceAll("\n", "").replaceAll(" ", "_");
  const browser = "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0";
  const line = (
    number: number,
    given: {host?: string; path?: string; from?: string; agent?: string; method?: string; status?: number},
  ): string => {
    const {
      host = "press.example.org",
      path = "/a.html",
      from = "-",
      agent = browser,
      method = "GET",
      status = 200,
    } = given;
    return `${host}:80 198.18.${number >> 8}.${number & 255} - - [02/Jul/2005:10:00:00 +0000] "${method} ${path} HTTP/1.1" ${status} 1000 "${from}" "${agent}"\n`;
  };
  const kinds = [
    {},
    {path: `/${field(plain)}`},
    {path: `/area/${field(plain)}/?q=${field(plain)}`},
    {agent: field(text)},
    {agent: `${field(text)} crawler/1.0 (+http://bot.example/)`},
    {from: `http://${field(plain)}/x?q=1`},
    {from: `http://${mark.toLowerCase()}.example/${field(plain)}`},
    {host: field(plain)},
    {method: field(plain)},
    {path: `/${field(plain)}`, status: 404},
  ];
  const good = kinds.flatMap((kind, place) => Array.from({length: 12}, (_, reader) => line(place * 20 + reader, kind)));
  const heavy = Array.from({length: 30}, () => line(1000, {path: `/${field(plain)}`, agent: field(text)}));
  const bad = text.split("\n").map((part) => `${part} 198.18.0.1 "${part}\n`);
  return [...good, ...heavy, ...bad].join("");
}

/** A workspace that has read the text, from a log whose name it is as far as a file may be called so. */
export async function pressOf(text: string): Promise<Workshop> {
  const workshop = new Workshop();
  putInto(workshop.folder, [], text);
  const name = Buffer.from(text.replaceAll("/", "").replaceAll("\0", "")).subarray(0, 100).toString();
  workshop.write(`logs/log-${name}.log`, logOf(text));
  return workshop;
}
