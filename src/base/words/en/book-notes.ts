/** Notes below the figures of the books. */
export const bookNotes = {
  "sentence-of": "{clause}.",
  "figures-are-of": "{bounds}: figures of the whole period are those of {period}.",
  "index-base": "Index: {period} = {value}.",
  "index-rebased": "Index: {period} = {value}. Rebased: {begins}.",
  "index-rebased-stands": "Index: {period} = {value}. Rebased: {begins}; on this base {start} stands at {points}.",
  "titles-not-of-base":
    "The titles printed in this period ({now}) are not those of the base ({before}): the index of all of them compares unlike runs.",
  "issues-not-delivered":
    "Left out of circulation: {count, plural, one {# issue} other {# issues}} of which no delivery is noted, {issues}.",
  "issue-printed": "{edition} ({copies} printed)",
  "speed-of-period": "Days to {percent}%: median of the period {median}; {record}.",
  "speed-none": "none ({reason})",
  "speed-best": "the best so far is {days} ({edition}, printed {on})",
  "speed-no-best": "no edition has reached it so far",
  "editions-late": "Not out to {percent}%: {editions}.",
  "panel-reached":
    "{reached} of {cities, plural, one {# city} other {# cities}} of the panel got at least {copies, plural, one {# copy} other {# copies}} in the whole period.",
  "panel-missed": "Not reached: {cities}.",
  "panel-unplaced":
    "{copies} copies went to cities called like one of the panel, but their region or country was not noted: they are not counted for it.",
  "regions-new": "New against {period}: {regions}.",
  "regions-not-noted": "{copies, plural, one {# copy} other {# copies}} went to places whose region was not noted.",
  "mail-not-noted":
    "Left out of the shares: {pieces, plural, one {# piece} other {# pieces}} sent of which nothing further was noted.",
  "mail-returns-alone":
    "Left out of the share delivered: {pieces, plural, one {# piece} other {# pieces}} of mailings of which only returns or refusals were noted.",
  "mail-unknown":
    "{unknown} of {pieces, plural, one {# piece} other {# pieces}} sent are noted neither as delivered nor as returned or refused.",
  "mail-purposes": "Counted as money for mail: {counted}. Not counted: {others}.",
  "for-mail": "mail",
  "funds-spent": "{cameIn} came in for {purpose}, and the mailings since then cost {spent}: {left} is left.",
  "funds-by-book": "By the book of funds {cameIn} came in for {purpose} and {wentOut} went out: {left} is left.",
  "mailings-cost": "The mailings cost {spent} in the same time.",
  "lasts-between":
    "At the greatest monthly cost of the last {months, plural, one {# month} other {# months}} ({dear}) it lasts {least} months, at the least ({cheap}) {most}.",
  "lasts-open":
    "At the greatest monthly cost of the last {months, plural, one {# month} other {# months}} ({dear}) it lasts {least} months, in one of them nothing was spent.",
} as const;
