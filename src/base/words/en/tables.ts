/** The tables behind the figures from logs. */
export const tables = {
  "table.departments": "Departments",
  "table.languages": "Languages",
  "table.top-documents": "Top documents",
  "table.top-documents:NAME": "Top documents: {name}",
  "table.countries": "Countries",
  "table.cities": "Cities",
  "table.referrers": "Where readers came from",
  "table.robots": "What robots took, by name",
  "table.robots:kinds": "What robots took, by kind",
  "table.ai-agents": "AI agents",
  "table.hours": "Hours of the day",
  "table.weekdays": "Days of the week",
  "table.missing-documents": "Missing documents",
  "table-unmatched": "Under no department",
  "column.documents": "Files",
  "column.readers": "Users",
  "column.requests": "Requests",
  "column.megabytes": "Megabytes",
  "column.sharePercent-of-files": "Share of files",
  "column.sharePercent-of-requests": "Of all requests",
  "column.bytesSharePercent": "Of all bytes",
  "head-department": "Department",
  "head-language": "Language",
  "head-document": "Document",
  "head-country": "Country",
  "head-city": "City",
  "head-site": "Site",
  "head-kind": "Kind",
  "head-robot": "Robot",
  "head-agent": "Agent",
  "head-hour": "Hour",
  "head-day": "Day",
  "head-path": "Path",
  "departments-means": "Counted requests by the part of the site that they were for, as the publisher divides it.",
  "languages-means":
    "Counted requests by the language that the publisher gives for the part of the site they were for.",
  "top-documents-means":
    "Counted requests by document. Paths that lead to the same document are one, and a document that moved keeps its history.",
  "countries-means":
    "Counted requests by the country that the reader's address is registered in. Who reads through a company's network or a relay may be elsewhere.",
  "cities-means":
    "Counted requests by the city that the reader's address is taken to be in: a guess that is often some way off.",
  "referrers-means":
    "Counted requests by the site whose link was followed, as far as browsers tell it. Links from page to page of the publication are left out.",
  "robots-means":
    "Everything that robots asked for, graphics and missing documents too, as a share of all that was served to anybody. None of it is in the readers' figures.",
  "ai-agents-means":
    "What agents of AI companies asked for: to train models, to build an index, or because a person put a question. They stand beside the readers, never among them.",
  "hours-means": "Counted requests by the hour on the publication's clock in which they were answered.",
  "weekdays-means": "Counted requests by the day of the week. A period has not equally many of each day.",
  "missing-documents-means":
    "Requests answered with 404 that every other rule would have counted: what readers asked for in vain. None of them is in any other figure.",
  "unmatched-means": "Documents that no prefix of the table of departments fits.",
  others: "Others",
  "not-known": "Not known",
  "in-no-department": "In no department",
  "no-language-given": "No language given",
  "no-site-named": "No site named",
  "robot-in-network": "In a network of robots",
  "robot-asked-for-robots-txt": "Asked for /robots.txt",
  "robot-unnamed": "unnamed",
  "robot-without-agent": "no agent named",
  "places-looked-up": "Looked up in {sources} when the logs were read; host names are not looked up.",
  "path-and-files": "{path} ({files, plural, one {# file} other {# files}})",
  "unmatched-most-read": "Most read under no department: {paths}. All of them: {command}.",
  "own-sites-unknown": "No site of the publication's own is known.",
  "own-sites-given": "Own pages: {sites}.",
  "own-sites-found":
    "Own pages: {sites} (found out from the graphics that browsers fetched for its pages; name yours in {setting}).",
  "referrer-spam-left-out":
    "Left out: {count, plural, one {# counted request} other {# counted requests}} with a referrer known to be made up to be seen.",
  "others-are-few":
    "The others are not told: they, or what other figures leave of them, are fewer than {smallest, number} users.",
  "rows-among-others":
    "Among the others {count, plural, one {stands # row that is large enough} other {stand # rows that are large enough}}: beside other figures of this report, more would point at fewer than {smallest, number} users.",
  "referrer-spam-few":
    "Also left out: requests with a referrer known to be made up to be seen. How many is not told, so that nobody is pointed at.",
} as const;
