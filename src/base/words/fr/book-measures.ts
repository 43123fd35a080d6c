import type {bookMeasures as english} from "../en/book-measures.ts";
import type {Translated} from "../translated.ts";
import {counted} from "./counted.ts";

/** The measures of the books: labels, what they mean, and why one has no value. */
export const bookMeasures: Translated<typeof english> = {
  "measure.print-run-index": "Indice du tirage",
  "measure.print-run-index:NAME": "Indice du tirage, {name}",
  "measure.net-circulation": "Diffusion nette",
  "measure.days-to-50-percent": "Jours jusqu’à 50 %",
  "measure.days-to-80-percent": "Jours jusqu’à 80 %",
  "measure.days-to-95-percent": "Jours jusqu’à 95 %",
  "measure.cities-reached": "Villes atteintes",
  "measure.regions-reached": "Régions atteintes",
  "measure.mail-index": "Indice des envois postaux",
  "measure.mail-delivered-percent": "Envois remis",
  "measure.mail-returned-percent": "Envois retournés",
  "measure.mail-refused-percent": "Envois refusés",
  "measure.sustainable-months": "Mois que dure l’argent du courrier",
  "measure.sustainable-months:NAME": "Mois que dure l’argent pour {name}",
  "measure.sustainable-pieces": "Envois par mois pendant un an",
  "print-run-index-means":
    "Exemplaires imprimés d’un numéro en moyenne, tous titres et langues confondus, par rapport à la base. Un petit titre nouveau l’abaisse, bien que l’on imprime davantage.",
  "print-run-index-of-title-means": "Exemplaires imprimés en moyenne d’un numéro ({title}), par rapport à la base.",
  "net-circulation-measure-means":
    "Exemplaires partis vers les lecteurs et non revenus, en moyenne des numéros imprimés. On ne sait ni combien ont été lus, ni par combien de personnes.",
  "days-to-percent-means":
    "Jours écoulés de la date d’impression jusqu’à ce que {percent} % des exemplaires destinés aux lecteurs soient partis ; de plusieurs éditions, la médiane. Comptés pour le mois où l’édition fut imprimée.",
  "cities-reached-means": `Villes qui ont reçu au moins ${counted("copies", "exemplaire", "exemplaires")} dans le mois, ou dans la période entière ; ceux qui revinrent plus tard ne sont pas retranchés.`,
  "regions-reached-means":
    "Régions qui ont reçu au moins un exemplaire. Les livraisons qui n’indiquent pas leur région n’en comptent pour aucune.",
  "mail-index-means":
    "Envois postaux, en moyenne du mois et du précédent, par rapport à la base ; de la période entière, envois par mois.",
  "mail-delivered-means":
    "Envois remis, en pour cent des envois, selon le jour de l’envoi. Les envois dont rien ne fut noté sont écartés.",
  "mail-returned-means":
    "Envois retournés, en pour cent des envois, selon le jour de l’envoi. Les envois dont rien ne fut noté sont écartés.",
  "mail-refused-means":
    "Envois refusés, en pour cent des envois, selon le jour de l’envoi. Les envois dont rien ne fut noté sont écartés.",
  "sustainable-months-means":
    "Argent du courrier restant à la fin du mois, divisé par ce qu’il en coûta par mois en moyenne durant les six derniers mois. L’argent encore à venir n’y entre pas.",
  "sustainable-months-of-programme-means":
    "Argent pour {name} restant à la fin du mois, divisé par ce qu’il en coûta par mois en moyenne durant les six derniers mois. L’argent encore à venir n’y entre pas.",
  "sustainable-pieces-means":
    "Argent du courrier restant à la fin du mois, divisé par douze et par ce que coûta un envoi en moyenne durant les six derniers mois.",
  "book-editions": "le registre des éditions",
  "book-deliveries": "le registre des livraisons",
  "book-mailings": "le registre des envois",
  "book-translations": "le registre des traductions",
  "book-begins": "{book} commence en {month}",
  "book-ends": "{book} s’arrête en {month}",
  "nothing-printed":
    "{span, select, month {aucune édition n’a été imprimée ce mois-ci} other {aucune édition n’a été imprimée dans cette période}}",
  "no-delivery-noted":
    "{span, select, month {aucune livraison n’est notée de ce qui fut imprimé ce mois-ci} other {aucune livraison n’est notée de ce qui fut imprimé dans cette période}}",
  "no-region-noted":
    "{span, select, month {non relevé : aucune livraison de ce mois n’indique sa région} other {non relevé : aucune livraison de cette période n’indique sa région}}",
  "nothing-sent":
    "{span, select, month {aucun envoi n’est parti ce mois-ci} other {aucun envoi n’est parti dans cette période}}",
  "no-piece-delivered": "non relevé : aucun envoi n’est noté comme remis",
  "fate-not-noted": "non relevé : ce qu’il advint des envois n’a pas été noté",
  "no-copy-for-readers": "aucun exemplaire n’était destiné aux lecteurs",
  "nothing-delivered": "rien de livré jusqu’ici",
  "percent-delivered": "{percent} % livrés jusqu’ici",
  "percent-not-reached": `{percent} % non atteints par {late} sur ${counted("editions", "édition", "éditions")}`,
  "average-needs-month": "une moyenne de deux mois exige {month}, et {begins}",
  "no-funds-up-to": "le registre des fonds ne contient pas d’argent pour le courrier jusqu’en {month}",
  "nothing-paid-for": "aucun envoi n’a été payé durant les {months} derniers mois",
  "cost-not-noted": `non relevé : le coût de ${counted("mailings", "envoi", "envois")} jusqu’en {month} n’a pas été noté`,
  "nothing-sent-in-six-months": "aucun envoi n’est parti durant les six derniers mois",
};
