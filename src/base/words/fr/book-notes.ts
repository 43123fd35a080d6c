import type {bookNotes as english} from "../en/book-notes.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

const copies = counted("copies", "exemplaire", "exemplaires");

/** Notes below the figures of the books. */
export const bookNotes: Translated<typeof english> = {
  "sentence-of": "{clause}.",
  "figures-are-of": "{bounds} : les chiffres de la période entière valent pour {period}.",
  "index-base": "Indice : {period} = {value}.",
  "index-rebased": "Indice : {period} = {value}. Base changée : {begins}.",
  "index-rebased-stands":
    "Indice : {period} = {value}. Base changée : {begins} ; sur cette base, {start} est à {points}.",
  "titles-not-of-base":
    "Les titres imprimés dans cette période ({now}) ne sont pas ceux de la base ({before}) : l’indice de l’ensemble compare des tirages dissemblables.",
  "issues-not-delivered": `Hors diffusion : ${counted("count", "numéro", "numéros")} dont aucune livraison n’est notée, {issues}.`,
  "issue-printed": "{edition} ({copies} imprimés)",
  "speed-of-period": "Jours jusqu’à {percent} % : médiane de la période {median} ; {record}.",
  "speed-none": "aucune ({reason})",
  "speed-best": "le meilleur temps jusqu’ici est {days} ({edition}, imprimée le {on})",
  "speed-no-best": "aucune édition n’y est parvenue jusqu’ici",
  "editions-late": "Pas encore à {percent} % : {editions}.",
  "panel-reached": `{reached} sur ${counted("cities", "ville", "villes")} du panel ont reçu au moins ${copies} dans la période entière.`,
  "panel-missed": "Non atteintes : {cities}.",
  "panel-unplaced":
    "{copies} exemplaires sont allés à des villes du même nom qu’une ville du panel, mais dont ni région ni pays n’est noté : ils ne lui sont pas comptés.",
  "regions-new": "Nouvelles (par rapport à : {period}) : {regions}.",
  "regions-not-noted": `{copies, plural, one {# exemplaire est allé} many {# d’exemplaires sont allés} other {# exemplaires sont allés}} à des lieux dont la région n’est pas notée.`,
  "mail-not-noted": `Hors des parts : ${counted("pieces", "envoi", "envois")} dont rien de plus ne fut noté.`,
  "mail-returns-alone": `Hors de la part remise : ${counted("pieces", "envoi", "envois")} dont seuls les retours ou refus furent notés.`,
  "mail-unknown": `{unknown} sur ${counted("pieces", "envoi", "envois")} ne sont notés ni comme remis, ni comme retournés ou refusés.`,
  "mail-purposes": "Compté comme argent du courrier : {counted}. Non compté : {others}.",
  "for-mail": "le courrier",
  "funds-spent": "{cameIn} sont entrés pour {purpose}, et les envois depuis lors ont coûté {spent} : il reste {left}.",
  "funds-by-book":
    "D’après le registre des fonds, {cameIn} sont entrés pour {purpose} et {wentOut} sont sortis : il reste {left}.",
  "mailings-cost": "Les envois ont coûté {spent} dans le même temps.",
  "lasts-between":
    "Au coût mensuel le plus élevé {months, plural, one {du dernier mois} other {des # derniers mois}} ({dear}), il dure {least} mois ; au plus bas ({cheap}), {most}.",
  "lasts-open":
    "Au coût mensuel le plus élevé {months, plural, one {du dernier mois} other {des # derniers mois}} ({dear}), il dure {least} mois ; durant l’un d’eux, rien ne fut dépensé.",
};
