import type {tables as english} from "../en/tables.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** The tables behind the figures from logs. */
export const tables: Translated<typeof english> = {
  "table.departments": "Rubriques",
  "table.languages": "Langues",
  "table.top-documents": "Documents les plus lus",
  "table.top-documents:NAME": "Documents les plus lus : {name}",
  "table.countries": "Pays",
  "table.cities": "Villes",
  "table.referrers": "D’où viennent les lecteurs",
  "table.robots": "Ce que les robots ont pris, par nom",
  "table.robots:kinds": "Ce que les robots ont pris, par genre",
  "table.ai-agents": "Agents d’IA",
  "table.hours": "Heures de la journée",
  "table.weekdays": "Jours de la semaine",
  "table.missing-documents": "Documents introuvables",
  "table-unmatched": "Dans aucune rubrique",
  "column.documents": "Documents",
  "column.readers": "Utilisateurs",
  "column.requests": "Requêtes",
  "column.megabytes": "Mégaoctets",
  "column.sharePercent-of-files": "Part des documents",
  "column.sharePercent-of-requests": "De toutes les requêtes",
  "column.bytesSharePercent": "De tous les octets",
  "head-department": "Rubrique",
  "head-language": "Langue",
  "head-document": "Document",
  "head-country": "Pays",
  "head-city": "Ville",
  "head-site": "Site",
  "head-kind": "Genre",
  "head-robot": "Robot",
  "head-agent": "Agent",
  "head-hour": "Heure",
  "head-day": "Jour",
  "head-path": "Chemin",
  "departments-means": "Requêtes comptées selon la partie du site qu’elles visaient, telle que l’éditeur la découpe.",
  "languages-means": "Requêtes comptées selon la langue que l’éditeur donne à la partie du site qu’elles visaient.",
  "top-documents-means":
    "Requêtes comptées par document. Les chemins qui mènent au même document n’en font qu’un, et un document déplacé garde son histoire.",
  "countries-means":
    "Requêtes comptées selon le pays où l’adresse du lecteur est enregistrée. Qui lit à travers le réseau d’une entreprise ou un relais peut se trouver ailleurs.",
  "cities-means":
    "Requêtes comptées selon la ville où l’on suppose l’adresse du lecteur : une estimation souvent assez éloignée.",
  "referrers-means":
    "Requêtes comptées selon le site dont le lien a été suivi, pour autant que les navigateurs le disent. Les liens d’une page à l’autre de la publication ne sont pas comptés.",
  "robots-means":
    "Tout ce que les robots ont demandé, images et documents introuvables compris, en part de tout ce qui a été servi à quiconque. Rien de cela n’entre dans les chiffres des lecteurs.",
  "ai-agents-means":
    "Ce que les agents des entreprises d’IA ont demandé : pour entraîner des modèles, pour bâtir un index, ou parce qu’une personne a posé une question. Ils figurent à côté des lecteurs, jamais parmi eux.",
  "hours-means": "Requêtes comptées selon l’heure, à l’horloge de la publication, à laquelle il y fut répondu.",
  "weekdays-means": "Requêtes comptées selon le jour de la semaine. Une période ne compte pas autant de chacun d’eux.",
  "missing-documents-means":
    "Requêtes auxquelles il fut répondu 404 et que toutes les autres règles auraient comptées : ce que les lecteurs ont demandé en vain. Aucune n’entre dans un autre chiffre.",
  "unmatched-means": "Documents auxquels aucun préfixe de la table des rubriques ne convient.",
  others: "Autres",
  "not-known": "Inconnu",
  "in-no-department": "Dans aucune rubrique",
  "no-language-given": "Aucune langue indiquée",
  "no-site-named": "Aucun site indiqué",
  "robot-in-network": "Dans un réseau de robots",
  "robot-asked-for-robots-txt": "A demandé /robots.txt",
  "robot-unnamed": "sans nom",
  "robot-without-agent": "aucun agent indiqué",
  "places-looked-up": "Recherché dans {sources} à la lecture des journaux ; les noms d’hôtes ne sont pas recherchés.",
  "path-and-files": `{path} (${counted("files", "document", "documents")})`,
  "unmatched-most-read": "Les plus lus dans aucune rubrique : {paths}. Tous : {command}.",
  "own-sites-unknown": "On ne connaît aucun site propre à la publication.",
  "own-sites-given": "Pages de la publication : {sites}.",
  "own-sites-found":
    "Pages de la publication : {sites} (déduit des images que les navigateurs ont demandées pour ses pages ; indiquez les vôtres dans {setting}).",
  "referrer-spam-left-out": `Écarté : ${counted("count", "requête comptée", "requêtes comptées")} dont la provenance est connue pour être inventée afin d’être vue.`,
  "others-are-few":
    "Les autres ne sont pas indiqués : eux-mêmes, ou ce que d’autres chiffres en laissent, sont moins de {smallest, number} utilisateurs.",
  "rows-among-others":
    "Parmi les autres {count, plural, one {figure # ligne assez grande} other {figurent # lignes assez grandes}} : avec d’autres chiffres de ce rapport, davantage désignerait moins de {smallest, number} utilisateurs.",
  "referrer-spam-few":
    "Écartées aussi : les requêtes dont le référent est connu pour être inventé afin d’être vu. Leur nombre n’est pas indiqué, pour ne désigner personne.",
};
