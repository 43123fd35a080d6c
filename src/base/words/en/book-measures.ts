/** The measures of the books: labels, what they mean, and why one has no value. */
export const bookMeasures = {
  "measure.print-run-index": "Print run index",
  "measure.print-run-index:NAME": "Print run index, {name}",
  "measure.net-circulation": "Net circulation",
  "measure.days-to-50-percent": "Days to 50%",
  "measure.days-to-80-percent": "Days to 80%",
  "measure.days-to-95-percent": "Days to 95%",
  "measure.cities-reached": "Cities reached",
  "measure.regions-reached": "Regions reached",
  "measure.mail-index": "Mail programme index",
  "measure.mail-delivered-percent": "Mail delivered",
  "measure.mail-returned-percent": "Mail returned",
  "measure.mail-refused-percent": "Mail refused",
  "measure.sustainable-months": "Months that the money for mail lasts",
  "measure.sustainable-months:NAME": "Months that the money for {name} lasts",
  "measure.sustainable-pieces": "Pieces a month for a year",
  "print-run-index-means":
    "Copies printed of an issue on average, of all titles and languages, against the base. A small new title lowers it, though more is printed.",
  "print-run-index-of-title-means": "Copies printed of an issue of {title} on average, against the base.",
  "net-circulation-measure-means":
    "Copies that went out to readers and did not come back, on average of the issues printed. It is not known how many of them were read, or by how many people.",
  "days-to-percent-means":
    "Days from the print date until {percent}% of the copies meant for readers were out; of several editions the median. Counted for the month in which the edition was printed.",
  "cities-reached-means":
    "Cities that at least {copies, plural, one {# copy} other {# copies}} went to in the month, or in the whole period; copies that came back later are not taken off.",
  "regions-reached-means":
    "Regions that at least one copy went to. Deliveries that do not note their region are in none.",
  "mail-index-means":
    "Pieces sent by mail, on average of the month and the one before it, against the base; of the whole period, pieces a month.",
  "mail-delivered-means":
    "Pieces delivered, in percent of those sent, by the day of sending. Mailings of which nothing was noted are left out.",
  "mail-returned-means":
    "Pieces returned, in percent of those sent, by the day of sending. Mailings of which nothing was noted are left out.",
  "mail-refused-means":
    "Pieces refused, in percent of those sent, by the day of sending. Mailings of which nothing was noted are left out.",
  "sustainable-months-means":
    "Money for mail left at the end of the month, divided by what it cost a month on average in the last six months. Money that is yet to come in is not in it.",
  "sustainable-months-of-programme-means":
    "Money for {name} left at the end of the month, divided by what it cost a month on average in the last six months. Money that is yet to come in is not in it.",
  "sustainable-pieces-means":
    "Money for mail left at the end of the month, divided by twelve and by what a piece cost on average in the last six months.",
  "book-editions": "the book of editions",
  "book-deliveries": "the book of deliveries",
  "book-mailings": "the book of mailings",
  "book-translations": "the book of translations",
  "book-begins": "{book} begins in {month}",
  "book-ends": "{book} ends in {month}",
  "nothing-printed":
    "{span, select, month {no edition was printed in this month} other {no edition was printed in this period}}",
  "no-delivery-noted":
    "{span, select, month {no delivery is noted of what was printed in this month} other {no delivery is noted of what was printed in this period}}",
  "no-region-noted":
    "{span, select, month {not recorded: no delivery in this month notes its region} other {not recorded: no delivery in this period notes its region}}",
  "nothing-sent": "{span, select, month {no piece was sent in this month} other {no piece was sent in this period}}",
  "no-piece-delivered": "not recorded: no piece is noted as delivered",
  "fate-not-noted": "not recorded: what became of the pieces was not noted",
  "no-copy-for-readers": "no copy was meant for readers",
  "nothing-delivered": "nothing delivered so far",
  "percent-delivered": "{percent}% delivered so far",
  "percent-not-reached": "{percent}% not reached by {late} of {editions, plural, one {# edition} other {# editions}}",
  "average-needs-month": "an average of two months needs {month}, and {begins}",
  "no-funds-up-to": "no money for mail is in the book of funds up to {month}",
  "nothing-paid-for": "no mailing was paid for in the last {months} months",
  "cost-not-noted":
    "not recorded: the cost of {mailings, plural, one {# mailing} other {# mailings}} up to {month} was not noted",
  "nothing-sent-in-six-months": "no piece was sent in the last six months",
} as const;
