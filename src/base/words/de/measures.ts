import type {measures as english} from "../en/measures.ts";
import type {Translated} from "../translated.ts";

/** The measures from logs: labels, what they mean, and why one has no value. */
export const measures: Translated<typeof english> = {
  "measure.readers": "Verschiedene Nutzer",
  "measure.megabytes-per-day": "Megabyte pro Tag",
  "measure.documents-per-day": "Dokumente pro Tag",
  "measure.different-documents": "Verschiedene Dokumente",
  "measure.documents-per-reader": "Dokumente pro Nutzer",
  "measure.returning-readers-percent": "Nutzer mehrerer Monate",
  "measure.section-readers:NAME": "Nutzer von {name}",
  "measure.sent-to:NAME": "An {name} weitergeleitete Nutzer",
  "measure.total-item-requests": "Abrufe von Items, gesamt",
  "measure.unique-item-requests": "Abrufe verschiedener Items",
  "measure.sessions": "Sitzungen",
  "measure.pageviews": "Seitenaufrufe",
  "measure.daily-visitors": "Besucher, Tag für Tag",
  "measure.hits": "Zugriffe",
  "measure.static-hits": "Anfragen nach statischen Dateien",
  "readers-means":
    "Verschiedene Clients mit mindestens einer gezählten Anfrage. Ein Client ist eine IPv4-Adresse, ein Rechnername oder {bits, select, 128 {eine IPv6-Adresse} other {das /{bits} einer IPv6-Adresse}}. {agents, select, told {Zwei Agenten an einer Adresse sind zwei Clients. } other {}}Ein Monat ist eine Menge und der Zeitraum ebenso: Ein Client, der an zehn Tagen oder in jedem Monat kam, ist einer.",
  "megabytes-per-day-means":
    "Bytes der gezählten Anfragen, wie sie der Server aufgezeichnet hat, geteilt durch die abgedeckten Tage. Ein Megabyte sind 1.000.000 Bytes.",
  "documents-per-day-means": "Gezählte Anfragen, geteilt durch die abgedeckten Tage.",
  "different-documents-means":
    "Verschiedene Pfade unter den gezählten Anfragen, ohne Abfrageteil und Fragment. Aufeinanderfolgende Schrägstriche gelten als einer, und /index.html ist dasselbe Dokument wie /.",
  "documents-per-reader-means":
    "Gezählte Anfragen, geteilt durch die verschiedenen Nutzer: ein Durchschnitt, den wenige eifrige Leser heben.",
  "returning-readers-percent-means":
    "Verschiedene Nutzer des Zeitraums, die in mehr als einem seiner Monate kamen. Ein Leser, dessen Adresse wechselt, wird nicht wiedererkannt; der wahre Anteil ist also höher.",
  "section-readers-means": "Verschiedene Clients mit mindestens einer gezählten Anfrage unter {paths}.",
  "sent-to-means":
    "Verschiedene Clients, die {paths} angefragt haben und eine Antwort erhielten oder weitergeleitet wurden. Ein Client zählt einmal, sooft er auch ging; ob er ankam, ist nicht bekannt.",
  "total-item-requests-means": "Gezählte Anfragen, ohne Doppelklicks. COUNTER nennt das Total_Item_Requests.",
  "unique-item-requests-means":
    "Verschiedene Items, die innerhalb einer Sitzung angefragt wurden, summiert über die Sitzungen. Formate eines Dokuments sind ein Item. COUNTER nennt das Unique_Item_Requests.",
  "sessions-means":
    "Verschiedene Stunden der Uhr, in denen ein Nutzer eine gezählte Anfrage hatte, summiert über Nutzer und Tage: COUNTERs Ersatz für eine Sitzung, wo keine aufgezeichnet ist.",
  "pageviews-means": "Gezählte Anfragen: Seiten, die an Agenten ausgeliefert wurden, die sich nicht Spider nennen.",
  "daily-visitors-means":
    "Verschiedene Paare von Adresse und Agent an jedem Tag, summiert über die Tage: Wer an zehn Tagen kommt, ist zehn. GoAccess nennt das Unique Visitors.",
  "hits-means": "Alle Anfragen, was auch aus ihnen wurde. GoAccess nennt das Valid Requests.",
  "static-hits-means":
    "Anfragen, außer den nicht gefundenen, nach Pfaden, die auf eine von GoAccess’ Endungen statischer Dateien enden: Bilder, Stilvorlagen, Skripte und Dateien zum Mitnehmen wie pdf, txt und zip.",
  "not-recorded": "nicht aufgezeichnet",
  "no-byte-count": "nicht aufgezeichnet: dieses Format führt keine Bytes",
  "clients-not-named": "nicht aufgezeichnet: diese Protokolle nennen keine Clients",
  "asked-of-period": "wird für den ganzen Zeitraum ermittelt, nicht für einen Monat",
  "no-logs-for-month": "keine Protokolle für diesen Monat",
  "no-logs-for-period": "keine Protokolle für diesen Zeitraum",
  "a-month-was-reported": "nicht berechnet: einer der Monate ist einem Bericht entnommen und nicht gemessen",
  "no-counted-request": "keine gezählte Anfrage",
  "fewer-readers":
    "weniger als {smallest, number} Nutzer; so wenige werden nicht genannt, damit auf niemanden gezeigt wird",
  "beside-others-fewer-readers":
    "nicht genannt: neben einer anderen Zahl würde sie auf weniger als {smallest, number} Nutzer zeigen",
};
