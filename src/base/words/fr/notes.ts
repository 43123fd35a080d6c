import type {notes as english} from "../en/notes.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

const requests = counted("requests", "requête", "requêtes");

/** The first sentences, the notes below the main table, comparison, ranges, and what no log can tell. */
export const notes: Translated<typeof english> = {
  "users-in-month": `${counted("count", "utilisateur distinct", "utilisateurs distincts")} en {month}.`,
  "users-in-each-month": `${counted("count", "utilisateur distinct", "utilisateurs distincts")} chaque mois.`,
  "users-between": "Entre {least} ({leastMonth}) et {most} ({mostMonth}) utilisateurs distincts par mois.",
  "users-as-many": "{users} en {month}, autant qu’en {before}.",
  "users-more": "{users} en {month}, soit {share} de plus qu’en {before}.",
  "users-fewer": "{users} en {month}, soit {share} de moins qu’en {before}.",
  "requests-counted": `{counted, number} sur ${counted("all", "requête", "requêtes")} {counted, plural, one {est comptée} other {sont comptées}}, soit {share}.`,
  "largest-part-left-out": "La plus grande part écartée : {label} ({share}).",
  "left-out": `{label} : ${counted("requests", "requête écartée", "requêtes écartées")}.`,
  "left-out-by": `{label} : ${counted("requests", "requête écartée", "requêtes écartées")} ({by}).`,
  "left-out-blacklisted": `Écartés {when} : {clients, plural, =0 {les clients de la liste noire ; il n’y en eut aucun.} one {# client de la liste noire (${requests}).} other {# clients de la liste noire (${requests}).}}`,
  "left-out-heavy": `Écartés {when} : {clients, plural, =0 {les clients qui ont pris} one {# client qui a pris} other {# clients qui ont pris}} plus de ${counted("limit", "document", "documents")} dans le mois{clients, plural, =0 { ; il n’y en eut aucun.} other { (${requests}). Cela peut écarter à tort des lecteurs assidus et des connexions partagées.}}`,
  "left-out-heavy-by-limits": `Écartés {when} : {clients, plural, =0 {les clients qui ont pris} one {# client qui a pris} other {# clients qui ont pris}} plus de ${counted("limit", "document", "documents")} dans le mois, {later}{clients, plural, =0 { ; il n’y en eut aucun.} other { (${requests}). Cela peut écarter à tort des lecteurs assidus et des connexions partagées.}}`,
  "undecided-clients": `{clients, plural, one {# client dont personne n’a décidé a pris plus de ${counted("limit", "document", "documents")} en un mois, ou peut être un robot qui ne le dit pas. Il reste tel que les règles l’ont laissé.} other {# clients dont personne n’a décidé ont pris plus de ${counted("limit", "document", "documents")} en un mois, ou peuvent être des robots qui ne le disent pas. Ils restent tels que les règles les ont laissés.}}`,
  "undecided-clients-over-limit": `{clients, plural, one {# client dont personne n’a décidé a pris plus de ${counted("limit", "document", "documents")} en un mois. Il reste tel que les règles l’ont laissé.} other {# clients dont personne n’a décidé ont pris plus de ${counted("limit", "document", "documents")} en un mois. Ils restent tels que les règles les ont laissés.}}`,
  "restated-figure": "{period} {now} au lieu de {published}",
  "restated-since": "Rectifié ; publié le {day} avec d’autres chiffres : {figures}.",
  "restated-because": "Raison : {reason}.",
  "no-figure": "aucun chiffre",
  "from-month-on": "à partir de {month}, {what}",
  "rules-from": "À partir de {month}, d’autres règles valent : {changes}. Ce qui précède n’a pas été compté de même.",
  "compared-by-other-rules":
    "Les mois comparés ({months}) ont été comptés selon d’autres règles ({settings}) : une part de la variation leur est due.",
  "index-by-other-rules":
    "La base ({base}) et les mois comparés à elle ({months}) ont été comptés selon des règles différentes ({settings}) : une part de la variation leur est due.",
  "ranks-by-other-rules":
    "Les rangs antérieurs ({period}) ont été comptés selon d’autres règles ({settings}) : une part du mouvement leur est due.",
  "moved-by-other-rules":
    "Les deux valeurs ont été comptées selon des règles différentes ({settings}) : une part de la variation leur est due.",
  "setting-changed": "{setting} {now} (avant : {before})",
  "setting-others": "{setting} {now}, autres qu’avant",
  "setting-with": "{setting} avec {added}",
  "setting-without": "{setting} sans {removed}",
  "setting-with-and-without": "{setting} avec {added}, sans {removed}",
  "setting-not-set": "non fixé",
  "clients-listed": `${counted("count", "client", "clients")}`,
  "entries-listed": `${counted("count", "entrée", "entrées")}`,
  "entries-more": "{count, plural, one {# de plus} other {# de plus}}",
  "period-is-a-set":
    "Le chiffre de la période entière est un ensemble, non une somme : qui est venu plusieurs mois ne compte qu’une fois, et les mois ne s’y additionnent pas.",
  "no-logs-for": "Il n’y a pas de journaux pour {months}.",
  "month-covered-in-part":
    "{month} : les journaux couvrent {covered} jours sur {days} ; manquent les jours {missing} {monthName}. Les chiffres par jour sont divisés par les jours couverts.",
  "agents-not-recorded": `{count, plural, one {# requête comptée provient} many {# de requêtes comptées proviennent} other {# requêtes comptées proviennent}} de journaux qui ne notent pas les agents : on n’y connaît que les robots qui ont demandé /robots.txt.`,
  "bytes-not-recorded": `{count, plural, one {# requête comptée provient} many {# de requêtes comptées proviennent} other {# requêtes comptées proviennent}} de journaux qui ne notent pas la taille ; les mégaoctets sont ceux des autres.`,
  "given-by-older-reports": "Repris de rapports antérieurs, non mesuré ici : {figures}.",
  "base-has-no-value": "la base, {base}, n’a pas de valeur : {reason}",
  "base-is-zero": "la base, {base}, est 0",
  "compared-month-in-part": `En {month}, ${counted("covered", "jour couvert", "jours couverts")} sur {days} ; la variation n’est pas celle de mois entiers.`,
  "range-of": "{label} : entre {low} et {high}.",
  "range-none": "{label} : {value}, quelle que soit la règle que l’on change.",
  "range-bound": "{value} ({why})",
  "range-bound-times": "{value}, {times} fois autant ({why})",
  "as-reported": "selon le rapport",
  "range-at-most": "au plus {value} ({why})",
  "range-at-least": "au moins {value} ({why})",
  "ranges-rounded-outwards":
    "« Au plus » et « au moins » : moins de {smallest, number} utilisateurs feraient la différence ; elle est arrondie vers l’extérieur et n’en désigne aucun.",
  "standing-computer":
    "Un lecteur est ici un ordinateur, non une personne. Plusieurs personnes peuvent se servir du même, et une personne de plusieurs.",
  "standing-address":
    "De nombreux lecteurs d’un foyer, d’un bureau ou d’un fournisseur d’accès peuvent partager une adresse et ne comptent alors que pour un ; un lecteur dont l’adresse change est compté de nouveau.",
  "standing-cache":
    "Un document qu’un navigateur ou le cache d’un fournisseur garde et montre de nouveau n’atteint pas le serveur et n’est pas compté.",
  "standing-delivered": "Une requête comptée a été servie ; que le document ait été lu, on ne le sait pas.",
};
