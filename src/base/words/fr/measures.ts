import type {measures as english} from "../en/measures.ts";
import type {Translated} from "../translated.ts";

/** The measures from logs: labels, what they mean, and why one has no value. */
export const measures: Translated<typeof english> = {
  "measure.readers": "Utilisateurs distincts",
  "measure.megabytes-per-day": "Mégaoctets par jour",
  "measure.documents-per-day": "Documents par jour",
  "measure.different-documents": "Documents différents",
  "measure.documents-per-reader": "Documents par utilisateur",
  "measure.returning-readers-percent": "Utilisateurs de plusieurs mois",
  "measure.section-readers:NAME": "Utilisateurs ({name})",
  "measure.sent-to:NAME": "Utilisateurs envoyés vers {name}",
  "measure.total-item-requests": "Requêtes d’items, total",
  "measure.unique-item-requests": "Requêtes d’items uniques",
  "measure.sessions": "Sessions",
  "measure.pageviews": "Pages vues",
  "measure.daily-visitors": "Visiteurs, jour par jour",
  "measure.hits": "Accès",
  "measure.static-hits": "Requêtes de fichiers statiques",
  "readers-means":
    "Clients différents ayant au moins une requête comptée. Un client est une adresse IPv4, un nom d’hôte ou {bits, select, 128 {une adresse IPv6} other {le /{bits} d’une adresse IPv6}}. {agents, select, told {Deux agents à une adresse font deux clients. } other {}}Un mois est un ensemble, et la période aussi : un client venu dix jours, ou tous les mois, n’en fait qu’un.",
  "megabytes-per-day-means":
    "Octets des requêtes comptées, tels que le serveur les a notés, divisés par les jours couverts. Un mégaoctet vaut 1 000 000 octets.",
  "documents-per-day-means": "Requêtes comptées, divisées par les jours couverts.",
  "different-documents-means":
    "Chemins différents parmi les requêtes comptées, sans paramètres ni fragment. Des barres qui se suivent n’en font qu’une, et /index.html est le même document que /.",
  "documents-per-reader-means":
    "Requêtes comptées, divisées par les utilisateurs distincts : une moyenne que quelques lecteurs assidus tirent vers le haut.",
  "returning-readers-percent-means":
    "Utilisateurs distincts de la période venus pendant plus d’un de ses mois. Un lecteur dont l’adresse change n’est pas reconnu, si bien que la part réelle est plus élevée.",
  "section-readers-means": "Clients différents ayant au moins une requête comptée sous {paths}.",
  "sent-to-means":
    "Clients différents qui ont demandé {paths} et ont reçu une réponse ou ont été redirigés. Un client compte une fois, aussi souvent qu’il y soit allé ; on ne sait pas s’il est arrivé.",
  "total-item-requests-means": "Requêtes comptées, doubles clics déduits. COUNTER l’appelle Total_Item_Requests.",
  "unique-item-requests-means":
    "Items différents demandés au cours d’une session, additionnés sur les sessions. Les formats d’un document font un seul item. COUNTER l’appelle Unique_Item_Requests.",
  "sessions-means":
    "Heures différentes de l’horloge où un utilisateur eut une requête comptée, additionnées sur les utilisateurs et les jours : ce que COUNTER prend pour session là où aucune n’est notée.",
  "pageviews-means": "Requêtes comptées : pages servies à des agents qui ne se disent pas robots d’indexation.",
  "daily-visitors-means":
    "Paires différentes d’adresse et d’agent chaque jour, additionnées sur les jours : qui vient dix jours compte pour dix. GoAccess l’appelle Unique Visitors.",
  "hits-means": "Toutes les requêtes, quoi qu’il en soit advenu. GoAccess l’appelle Valid Requests.",
  "static-hits-means":
    "Requêtes, hors celles restées introuvables, de chemins qui se terminent par l’une des extensions de fichiers statiques de GoAccess : images, styles, scripts et fichiers à emporter tels que pdf, txt et zip.",
  "not-recorded": "non relevé",
  "no-byte-count": "non relevé : ce format ne note pas les octets",
  "clients-not-named": "non relevé : ces journaux ne nomment pas les clients",
  "asked-of-period": "se mesure sur la période entière, non sur un mois",
  "no-logs-for-month": "aucun journal pour ce mois",
  "no-logs-for-period": "aucun journal pour cette période",
  "a-month-was-reported": "non calculé : l’un de ses mois provient d’un rapport et n’a pas été mesuré",
  "no-counted-request": "aucune requête comptée",
  "fewer-readers":
    "moins de {smallest, number} utilisateurs ; un si petit nombre n’est pas indiqué, pour ne désigner personne",
  "beside-others-fewer-readers":
    "non indiqué : rapproché d’un autre chiffre, il désignerait moins de {smallest, number} utilisateurs",
};
