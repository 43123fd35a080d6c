/** The first sentences, the notes below the main table, comparison, ranges, and what no log can tell. */
export const notes = {
  "users-in-month": "{count, plural, one {# distinct user} other {# distinct users}} in {month}.",
  "users-in-each-month": "{count, plural, one {# distinct user} other {# distinct users}} in each month.",
  "users-between": "Between {least} ({leastMonth}) and {most} ({mostMonth}) distinct users a month.",
  "users-as-many": "{month} had {users}, as many as {before}.",
  "users-more": "{month} had {users}, {share} more than {before}.",
  "users-fewer": "{month} had {users}, {share} fewer than {before}.",
  "requests-counted":
    "{counted, number} of {all, plural, one {# request} other {# requests}} {counted, plural, one {is counted} other {are counted}}, {share}.",
  "largest-part-left-out": "The largest part left out: {label} ({share}).",
  "left-out": "{label}: {requests, plural, one {# request} other {# requests}} left out.",
  "left-out-by": "{label}: {requests, plural, one {# request} other {# requests}} left out ({by}).",
  "left-out-blacklisted":
    "Left out {when}: {clients, plural, =0 {clients on the blacklist; there were none.} one {# client on the blacklist} other {# clients on the blacklist}}{clients, plural, =0 {} other { ({requests, plural, one {# request} other {# requests}}).}}",
  "left-out-heavy":
    "Left out {when}: {clients, plural, =0 {clients that took} one {# client that took} other {# clients that took}} more than {limit, plural, one {# document} other {# documents}} in the month{clients, plural, =0 {; there were none.} other { ({requests, plural, one {# request} other {# requests}}). This may wrongly leave out devoted readers and shared connections.}}",
  "left-out-heavy-by-limits":
    "Left out {when}: {clients, plural, =0 {clients that took} one {# client that took} other {# clients that took}} more than {limit, plural, one {# document} other {# documents}} in the month, {later}{clients, plural, =0 {; there were none.} other { ({requests, plural, one {# request} other {# requests}}). This may wrongly leave out devoted readers and shared connections.}}",
  "restated-figure": "{period} {now} instead of {published}",
  "restated-since": "Restated; published on {day} with other figures: {figures}.",
  "restated-because": "Why: {reason}.",
  "no-figure": "no figure",
  "from-month-on": "from {month} on {what}",
  "rules-from": "From {month} on other rules hold: {changes}. What stands before it was not counted alike.",
  "compared-by-other-rules":
    "{months} and what is set beside were counted by other rules ({settings}): part of the change is theirs.",
  "index-by-other-rules":
    "{months} and the base ({base}) were counted by other rules ({settings}): part of the change is theirs.",
  "ranks-by-other-rules":
    "The earlier ranks ({period}) were counted by other rules ({settings}): part of the movement is theirs.",
  "moved-by-other-rules": "The two were counted by other rules ({settings}): part of the change is theirs.",
  "setting-changed": "{setting} {now} (before: {before})",
  "setting-others": "{setting} {now}, others than before",
  "setting-with": "{setting} with {added}",
  "setting-without": "{setting} without {removed}",
  "setting-with-and-without": "{setting} with {added}, without {removed}",
  "setting-not-set": "not set",
  "clients-listed": "{count, plural, one {# client} other {# clients}}",
  "entries-listed": "{count, plural, one {# entry} other {# entries}}",
  "entries-more": "{count, plural, one {# more} other {# more}}",
  "undecided-clients":
    "{clients, plural, one {One client that nobody has decided about took} other {# clients that nobody has decided about took}} more than {limit, plural, one {# document} other {# documents}} in a month, or {clients, plural, one {may be a robot that does not say so. It stands as the rules left it.} other {may be robots that do not say so. They stand as the rules left them.}}",
  "undecided-clients-over-limit":
    "{clients, plural, one {One client that nobody has decided about took} other {# clients that nobody has decided about took}} more than {limit, plural, one {# document} other {# documents}} in a month. {clients, plural, one {It stands as the rules left it.} other {They stand as the rules left them.}}",
  "period-is-a-set":
    "The figure of the whole period is a set, not a sum: who came in several months is one, and the months do not add up to it.",
  "no-logs-for": "There are no logs for {months}.",
  "month-covered-in-part":
    "{month}: the logs cover {covered} of {days} days; missing {missing} {monthName}. Figures per day are divided by the days covered.",
  "agents-not-recorded":
    "{count, plural, one {# counted request} other {# counted requests}} came in logs that do not record agents: robots among them are known only where they asked for /robots.txt.",
  "bytes-not-recorded":
    "{count, plural, one {# counted request} other {# counted requests}} came in logs that do not record a size; megabytes are those of the others.",
  "given-by-older-reports": "Given by older reports, not measured here: {figures}.",
  "base-has-no-value": "the base, {base}, has no value: {reason}",
  "base-is-zero": "the base, {base}, is 0",
  "compared-month-in-part":
    "{month} is covered for {covered, plural, one {# day} other {# days}} of {days}: a change against it is not one of whole months.",
  "range-of": "{label}: between {low} and {high}.",
  "range-none": "{label}: {value}, whichever rule is done otherwise.",
  "range-bound": "{value} ({why})",
  "range-bound-times": "{value}, {times} times as much ({why})",
  "as-reported": "as reported",
  "range-at-most": "at most {value} ({why})",
  "range-at-least": "at least {value} ({why})",
  "ranges-rounded-outwards":
    "“At most” and “at least”: fewer than {smallest, number} users would make the difference, so it is rounded outwards and points at none of them.",
  "standing-computer":
    "A reader here is a computer, not a person. Several people may use one computer, and one person may use several.",
  "standing-address":
    "Many readers of a household, an office or a provider can share one address and are then counted as one; a reader whose address changes is counted again.",
  "standing-cache":
    "A document that a browser or a provider's cache keeps and shows again does not reach the server and is not counted.",
  "standing-delivered": "A request that was counted was delivered; whether the document was read is not known.",
} as const;
