import {visible} from "../../../base/text.ts";
import {escapeHtml} from "../../../render/markup/html.ts";
import {editionPath, relativeLink, seriesPath} from "../paths.ts";
import type {ArchiveSite, SiteFile} from "../site.ts";

/**
 * What nothing in the archive may do, said by the server too: the pages say more in themselves, editions have a style in them, and
 * what was made by hand may hold anything.
 */
export const hostedPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; object-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** What a server is to say beside each file. */
const headers: readonly (readonly [name: string, value: string])[] = [
  ["Content-Security-Policy", hostedPolicy],
  ["X-Content-Type-Options", "nosniff"],
  ["Referrer-Policy", "no-referrer"],
  ["Permissions-Policy", "browsing-topics=()"],
  ["Cross-Origin-Opener-Policy", "same-origin"],
];

/** Of what kind the feeds are, which no server knows by their endings. */
export const feedTypes = [
  ["atom.xml", "application/atom+xml"],
  ["feed.json", "application/feed+json"],
] as const;

/** What nginx knows no kind of, or would have saved in place of shown. */
const dataTypes = [
  ["\\.csv$", "text/csv"],
  ["\\.md$", "text/markdown"],
  ["/SHA256SUMS$|\\.minisig$", "text/plain"],
] as const;

/** Files for those who put the archive on the web: headers for several servers, a map, and what programs that read pages are told. */
export function hostingFiles(site: ArchiveSite): SiteFile[] {
  const {address} = site;
  const plain: readonly (readonly [path: string, make: () => string])[] = [
    ["_headers", netlify],
    [".htaccess", apache],
    ["hosting/nginx.conf", nginx],
    ["hosting/Caddyfile", caddy],
    ["log.txt", () => log(site)],
    ["llms.txt", () => llms(site)],
    ...(address === null ? [] : ([["sitemap.xml", () => siteMap(site, address)]] as const)),
    ...(site.archive.keys === null ? [] : ([["keys.txt", () => site.archive.keys!.text]] as const)),
  ];
  return plain.map(([path, make]) => ({path, key: null, make}));
}

function netlify(): string {
  const lines = headers.map(([name, value]) => `  ${name}: ${value}`);
  const types = feedTypes.flatMap(([name, type]) => [`/${name}`, `  Content-Type: ${type}`]);
  return ["/*", ...lines, ...types, ""].join("\n");
}

function apache(): string {
  const lines = headers.map(([name, value]) => `  Header set ${name} "${value}"`);
  return [
    "DirectoryIndex index.html",
    "Options -Indexes",
    "ErrorDocument 404 /404.html",
    ...feedTypes.flatMap(([name, type]) => [`<Files "${name}">`, `  ForceType ${type}`, "</Files>"]),
    "AddDefaultCharset utf-8",
    "<IfModule mod_headers.c>",
    ...lines,
    "</IfModule>",
    "",
  ].join("\n");
}

function nginx(): string {
  const lines = headers.map(([name, value]) => `  add_header ${name} "${value}" always;`);
  return [
    "# Within http. Set server_name and root; over an onion service, listen on 127.0.0.1.",
    "server {",
    "  listen 80;",
    "  server_name example.org;",
    "  root /var/www/readership;",
    "  index index.html;",
    "  error_page 404 /404.html;",
    "  error_page 403 =404 /404.html;",
    "  charset utf-8;",
    "  charset_types text/plain text/csv text/markdown application/json application/atom+xml application/feed+json;",
    "  access_log off;",
    ...feedTypes.map(([name, type]) => `  location = /${name} { types { } default_type ${type}; }`),
    ...dataTypes.map(([form, type]) => `  location ~ ${form} { types { } default_type ${type}; }`),
    "  location ~ /\\. { return 404; }",
    ...lines,
    "}",
    "",
  ].join("\n");
}

function caddy(): string {
  const lines = headers.map(([name, value]) => `    ${name} "${value}"`);
  return [
    "example.org {",
    "  root * /var/www/readership",
    "  file_server {",
    "    hide .htaccess",
    "  }",
    "  encode",
    "  header {",
    ...lines,
    "  }",
    ...feedTypes.map(([name, type]) => `  header /${name} Content-Type ${type}`),
    "  handle_errors {",
    "    rewrite * /404.html",
    "    file_server",
    "  }",
    "}",
    "",
  ].join("\n");
}

/** The chain: a line an edition with the hash of its sums and that of the edition before it. */
function log({archive, publication}: ArchiveSite): string {
  const lines = archive.editions.flatMap(({period, date, sums, previous}) => {
    return sums === null ? [] : [`${date} ${period} ${sums} ${previous === null ? "-" : previous.sums}`];
  });
  return [
    `# ${visible(publication)}: day, edition, SHA-256 of its SHA256SUMS, and that of the edition before it (- for the first).`,
    ...lines,
    "",
  ].join("\n");
}

const mostListed = 24;

function llms({publication, words, archive, series}: ArchiveSite): string {
  const plain = (text: string): string => visible(text).replaceAll(/[[\]<>\\`*_]/g, "\\$&");
  const editions = archive.editions
    .toReversed()
    .slice(0, mostListed)
    .map((edition) => {
      return `- [${plain(words.t("headline", {period: words.period(edition.period)}))}](${relativeLink("", editionPath(edition))})`;
    });
  const figures = series
    .slice(0, mostListed)
    .map((one) => `- [${plain(one.label)}](${relativeLink("", seriesPath(one))})`);
  return [
    `# ${plain(words.t("site-archive-of", {publication}))}`,
    "",
    `> ${plain(words.t("site-archive-means", {publication}))}`,
    "",
    `## ${plain(words.t("site-data"))}`,
    "",
    "- [data/series.csv](data/series.csv)",
    "- [data/vintages.csv](data/vintages.csv)",
    "- [data/datapackage.json](data/datapackage.json)",
    "",
    `## ${plain(words.t("site-editions"))}`,
    "",
    ...editions,
    "",
    `## ${plain(words.t("site-figures"))}`,
    "",
    ...figures,
    "",
  ].join("\n");
}

/** Pages that people look for; what stands in editions is found through theirs. */
function siteMap({archive, series}: ArchiveSite, address: string): string {
  const pages: readonly (readonly [path: string, day: string | null])[] = [
    ...[
      "",
      "editions/index.html",
      "series/index.html",
      "errata/index.html",
      "methodology/index.html",
      "data/index.html",
      "verify.html",
    ].map((path) => [path, null] as const),
    ...archive.editions.map(
      (edition) => [relativeLink("", editionPath(edition)), edition.errata.at(-1)?.date ?? edition.date] as const,
    ),
    ...series.map((one) => [relativeLink("", seriesPath(one)), null] as const),
  ];
  const lines = pages.map(([path, day]) => {
    const on = day === null ? "" : `<lastmod>${day}</lastmod>`;
    return `<url><loc>${escapeHtml(address + path)}</loc>${on}</url>`;
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...lines,
    "</urlset>",
    "",
  ].join("\n");
}
