/** The measures from logs: labels, what they mean, and why one has no value. */
export const measures = {
  "measure.readers": "Distinct users",
  "measure.megabytes-per-day": "Megabytes per day",
  "measure.documents-per-day": "Files per day",
  "measure.different-documents": "Different files",
  "measure.documents-per-reader": "Files per user",
  "measure.returning-readers-percent": "Users of several months",
  "measure.total-item-requests": "Total item requests",
  "measure.unique-item-requests": "Unique item requests",
  "measure.sessions": "Sessions",
  "measure.pageviews": "Pageviews",
  "measure.daily-visitors": "Visitors, day by day",
  "measure.hits": "Hits",
  "measure.static-hits": "Requests for static files",
  "measure.section-readers:NAME": "Users of {name}",
  "measure.sent-to:NAME": "Users sent to {name}",
  "readers-means":
    "Different clients with at least one counted request. A client is an IPv4 address, a host name or {bits, select, 128 {an IPv6 address} other {the /{bits} of an IPv6 address}}. {agents, select, told {Two agents at one address are two clients. } other {}}A month is a set, and so is the period: a client that came on ten days, or in every month, is one.",
  "megabytes-per-day-means":
    "Bytes of counted requests, as the server logged them, divided by the days covered. One megabyte is 1,000,000 bytes.",
  "documents-per-day-means": "Counted requests divided by the days covered.",
  "different-documents-means":
    "Different paths among the counted requests, without query and fragment. Slashes that follow each other are one, and /index.html is the same document as /.",
  "documents-per-reader-means":
    "Counted requests divided by distinct users: an average that a few devoted readers pull up.",
  "returning-readers-percent-means":
    "Distinct users of the period who came in more than one of its months. A reader whose address changes is not recognised, so that the true share is higher.",
  "total-item-requests-means": "Counted requests, after double clicks. COUNTER calls it Total_Item_Requests.",
  "unique-item-requests-means":
    "Different items asked for within a session, summed over the sessions. Formats of one document are one item. COUNTER calls it Unique_Item_Requests.",
  "sessions-means":
    "Different hours of the clock in which a user had a counted request, summed over users and days: COUNTER's stand-in for a session where none is logged.",
  "pageviews-means": "Counted requests: pages that were delivered to agents that do not call themselves a spider.",
  "daily-visitors-means":
    "Different pairs of address and agent on each day, summed over the days: who comes on ten days is ten. GoAccess calls it Unique Visitors.",
  "hits-means": "All requests, whatever became of them. GoAccess calls it Valid Requests.",
  "static-hits-means":
    "Requests, but for those not found, for paths that end in one of GoAccess's endings of static files: pictures, styles, scripts, and files to take home such as pdf, txt and zip.",
  "section-readers-means": "Different clients with at least one counted request under {paths}.",
  "sent-to-means":
    "Different clients that asked for {paths} and were answered or sent on. A client is one however often it went, and whether it arrived is not known.",
  "not-recorded": "not recorded",
  "no-byte-count": "not recorded: this format has no byte count",
  "clients-not-named": "not recorded: these logs do not name clients",
  "asked-of-period": "asked of the whole period, not of a month",
  "no-logs-for-month": "no logs for this month",
  "no-logs-for-period": "no logs for this period",
  "a-month-was-reported": "not worked out: one of its months was reported, not measured",
  "no-counted-request": "no counted request",
  "fewer-readers": "fewer than {smallest, number} users; so few are not told, so that nobody is pointed at",
  "beside-others-fewer-readers":
    "not told: set against another figure it would point at fewer than {smallest, number} users",
} as const;
