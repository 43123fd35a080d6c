import type {notes as english} from "../en/notes.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

const requests = counted("requests", "Anfrage", "Anfragen");

/** The first sentences, the notes below the main table, comparison, ranges, and what no log can tell. */
export const notes: Translated<typeof english> = {
  "users-in-month": `{count, plural, one {# Nutzer} other {# verschiedene Nutzer}} im {month}.`,
  "users-in-each-month": `{count, plural, one {# Nutzer} other {# verschiedene Nutzer}} in jedem Monat.`,
  "users-between": "Zwischen {least} ({leastMonth}) und {most} ({mostMonth}) verschiedene Nutzer im Monat.",
  "users-as-many": "Im {month} waren es {users}, so viele wie im {before}.",
  "users-more": "Im {month} waren es {users}, {share} mehr als im {before}.",
  "users-fewer": "Im {month} waren es {users}, {share} weniger als im {before}.",
  "requests-counted": `{counted, number} von ${counted("all", "Anfrage", "Anfragen")} {counted, plural, one {ist gezählt} other {sind gezählt}}, {share}.`,
  "largest-part-left-out": "Der größte Teil, der nicht zählt: {label} ({share}).",
  "left-out": `{label}: ${counted("requests", "Anfrage", "Anfragen")} nicht gezählt.`,
  "left-out-by": `{label}: ${counted("requests", "Anfrage", "Anfragen")} nicht gezählt ({by}).`,
  "left-out-blacklisted": `Nicht gezählt {when}: {clients, plural, =0 {Clients auf der Sperrliste; es gab keine.} one {# Client auf der Sperrliste (${requests}).} other {# Clients auf der Sperrliste (${requests}).}}`,
  "left-out-heavy": `Nicht gezählt {when}: {clients, plural, =0 {Clients, die im Monat mehr als ${counted("limit", "Dokument", "Dokumente")} abriefen; es gab keine.} one {# Client, der im Monat mehr als ${counted("limit", "Dokument", "Dokumente")} abrief (${requests}). Das kann eifrige Leser und geteilte Anschlüsse zu Unrecht treffen.} other {# Clients, die im Monat mehr als ${counted("limit", "Dokument", "Dokumente")} abriefen (${requests}). Das kann eifrige Leser und geteilte Anschlüsse zu Unrecht treffen.}}`,
  "left-out-heavy-by-limits": `Nicht gezählt {when}: {clients, plural, =0 {Clients, die im Monat mehr als ${counted("limit", "Dokument", "Dokumente")} abriefen, {later}; es gab keine.} one {# Client, der im Monat mehr als ${counted("limit", "Dokument", "Dokumente")} abrief, {later} (${requests}). Das kann eifrige Leser und geteilte Anschlüsse zu Unrecht treffen.} other {# Clients, die im Monat mehr als ${counted("limit", "Dokument", "Dokumente")} abriefen, {later} (${requests}). Das kann eifrige Leser und geteilte Anschlüsse zu Unrecht treffen.}}`,
  "undecided-clients": `{clients, plural, one {Ein Client, über den niemand entschieden hat, rief in einem Monat mehr als ${counted("limit", "Dokument", "Dokumente")} ab oder ist vielleicht ein Roboter, der es nicht sagt. Er bleibt, wie die Regeln ihn gelassen haben.} other {# Clients, über die niemand entschieden hat, riefen in einem Monat mehr als ${counted("limit", "Dokument", "Dokumente")} ab oder sind vielleicht Roboter, die es nicht sagen. Sie bleiben, wie die Regeln sie gelassen haben.}}`,
  "undecided-clients-over-limit": `{clients, plural, one {Ein Client, über den niemand entschieden hat, rief in einem Monat mehr als ${counted("limit", "Dokument", "Dokumente")} ab. Er bleibt, wie die Regeln ihn gelassen haben.} other {# Clients, über die niemand entschieden hat, riefen in einem Monat mehr als ${counted("limit", "Dokument", "Dokumente")} ab. Sie bleiben, wie die Regeln sie gelassen haben.}}`,
  "restated-figure": "{period} {now} statt {published}",
  "restated-since": "Berichtigt; am {day} mit anderen Zahlen veröffentlicht: {figures}.",
  "restated-because": "Grund: {reason}.",
  "no-figure": "keine Zahl",
  "from-month-on": "ab {month} {what}",
  "rules-from": "Ab {month} gelten andere Regeln: {changes}. Was davor steht, ist anders gezählt.",
  "compared-by-other-rules":
    "{months} und das, was daneben steht, sind nach verschiedenen Regeln gezählt ({settings}): Ein Teil der Veränderung kommt von ihnen.",
  "index-by-other-rules":
    "{months} und die Basis ({base}) sind nach verschiedenen Regeln gezählt ({settings}): Ein Teil der Veränderung kommt von ihnen.",
  "ranks-by-other-rules":
    "Die früheren Ränge ({period}) sind nach anderen Regeln gezählt ({settings}): Ein Teil der Bewegung kommt von ihnen.",
  "moved-by-other-rules":
    "Beide sind nach verschiedenen Regeln gezählt ({settings}): Ein Teil der Veränderung kommt von ihnen.",
  "setting-changed": "{setting} {now} (vorher: {before})",
  "setting-others": "{setting} {now}, andere als vorher",
  "setting-with": "{setting} mit {added}",
  "setting-without": "{setting} ohne {removed}",
  "setting-with-and-without": "{setting} mit {added}, ohne {removed}",
  "setting-not-set": "nicht gesetzt",
  "clients-listed": `${counted("count", "Client", "Clients")}`,
  "entries-listed": `${counted("count", "Eintrag", "Einträge")}`,
  "entries-more": "{count, plural, one {# weiterer} other {# weitere}}",
  "period-is-a-set":
    "Die Zahl des ganzen Zeitraums ist eine Menge, keine Summe: Wer in mehreren Monaten kam, ist einer, und die Monate ergeben zusammen nicht diese Zahl.",
  "no-logs-for": "Für {months} gibt es keine Protokolle.",
  "month-covered-in-part":
    "{month}: Die Protokolle decken {covered} von {days} Tagen ab; es fehlen die Tage {missing} ({monthName}). Zahlen pro Tag sind durch die abgedeckten Tage geteilt.",
  "agents-not-recorded": `{count, plural, one {# gezählte Anfrage steht} other {# gezählte Anfragen stehen}} in Protokollen, die keine Agenten aufzeichnen: Roboter sind dort nur erkannt, wenn sie nach /robots.txt fragten.`,
  "bytes-not-recorded": `{count, plural, one {# gezählte Anfrage steht} other {# gezählte Anfragen stehen}} in Protokollen, die keine Größe aufzeichnen; die Megabyte sind die der übrigen.`,
  "given-by-older-reports": "Älteren Berichten entnommen, hier nicht gemessen: {figures}.",
  "base-has-no-value": "die Basis, {base}, hat keinen Wert: {reason}",
  "base-is-zero": "die Basis, {base}, ist 0",
  "compared-month-in-part": `{month} ist für ${counted("covered", "Tag", "Tage")} von {days} abgedeckt: Eine Veränderung dagegen ist keine ganzer Monate.`,
  "range-of": "{label}: zwischen {low} und {high}.",
  "range-none": "{label}: {value}, welche Regel auch immer anders wäre.",
  "range-bound": "{value} ({why})",
  "range-bound-times": "{value}, das {times}-Fache ({why})",
  "as-reported": "wie berichtet",
  "range-at-most": "höchstens {value} ({why})",
  "range-at-least": "mindestens {value} ({why})",
  "ranges-rounded-outwards":
    "„Höchstens“ und „mindestens“: Weniger als {smallest, number} Nutzer würden den Unterschied machen; er ist nach außen gerundet und zeigt auf keinen von ihnen.",
  "standing-computer":
    "Ein Leser ist hier ein Rechner, kein Mensch. Mehrere Menschen können einen Rechner benutzen, und ein Mensch mehrere.",
  "standing-address":
    "Viele Leser eines Haushalts, eines Büros oder eines Anbieters können sich eine Adresse teilen und zählen dann als einer; ein Leser, dessen Adresse wechselt, wird noch einmal gezählt.",
  "standing-cache":
    "Ein Dokument, das ein Browser oder der Zwischenspeicher eines Anbieters aufbewahrt und wieder zeigt, erreicht den Server nicht und wird nicht gezählt.",
  "standing-delivered": "Eine gezählte Anfrage wurde ausgeliefert; ob das Dokument gelesen wurde, ist nicht bekannt.",
};
