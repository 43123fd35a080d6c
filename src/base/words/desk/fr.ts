import type {DeskMessages} from "./message.ts";

/** What the desk says, in French. */
export const deskFrench: DeskMessages = {
  // The frame.
  desk: "Rédaction",
  "desk-today": "Aujourd’hui",
  "desk-months": "Mois",
  "desk-review": "Examen",
  "desk-books": "Registres",
  "desk-report": "Rapport",
  "desk-publish": "Publier",
  "desk-settings": "Réglages",
  "desk-people": "Personnes",
  "desk-role.editor": "rédaction",
  "desk-role.bookkeeper": "comptabilité",
  "desk-role.reviewer": "examen",
  "desk-role.reader": "lecture des brouillons",
  "desk-sign-out": "Se déconnecter",
  "desk-refused": "Impossible",
  "desk-refused-means": "Cela a été refusé, et rien n’a changé.",
  "desk-try": "Que faire",
  "desk-not-yours": "Vous ne pouvez pas faire cela",
  "desk-not-yours-means": "Votre rôle ici est « {role} ». La rédaction peut le changer.",
  "desk-missing": "Cette page n’existe pas",
  "desk-session-ended": "Votre session est terminée",
  "desk-session-ended-means":
    "Connectez-vous de nouveau. Ce que vous avez écrit est encore là quand vous revenez en arrière.",
  "desk-sign-in": "Se connecter",
  "desk-bug": "Une erreur interne",
  "desk-bug-means":
    "C’est un défaut de Broadsheet ; rien n’a été compté deux fois et rien n’est perdu. Signalez-le avec le numéro {number}.",
  "desk-again": "Confirmez que c’est vous",
  "desk-again-means": "Votre second facteur est demandé encore une fois avant cela.",

  // Signing in, people.

  // Today.

  // Months.

  // Jobs.

  // Review.

  // Books.

  // Files.
  "desk-saved": "Enregistré : {file}.",
  "desk-merged":
    "Enregistré : {file}. Entre-temps, quelqu’un d’autre avait ajouté {count, plural, one {une ligne} other {# lignes}} ; tout y est maintenant.",
  "desk-merged-between": "Ce qui s’est ajouté entre-temps",
  "desk-conflict": "Quelqu’un d’autre a modifié le fichier",
  "desk-conflict-means":
    "{file} n’est plus comme il était quand votre formulaire a été fait. Rien n’a été enregistré. Vous voyez ci-dessous comment il est maintenant et comment il serait avec ce que vous avez écrit ; le formulaire le contient encore. L’enregistrer remplace ce qui est là maintenant.",
  "desk-conflict-gone":
    "{file} n’existe plus. Rien n’a été enregistré ; le formulaire contient encore ce que vous avez écrit. L’enregistrer refait le fichier.",
  "desk-conflict-theirs": "Comme il est maintenant",
  "desk-conflict-yours": "Comme vous l’avez écrit",
  "desk-changes": "Ce qui diffère",
  "desk-changes-out": "disparaît",
  "desk-changes-in": "s’ajoute",
  "desk-changes-none": "Rien ne diffère.",
  "desk-changes-many": "Les deux diffèrent presque entièrement.",

  // Report.

  // Settings.
  "desk-settings-means":
    "Un champ vide garde la valeur par défaut. Ce que vous changez est montré avant d’être enregistré ; les commentaires du fichier restent.",
  "desk-settings-text": "Tous les réglages en texte",
  "desk-settings-form": "Réglages en formulaire",
  "desk-settings-text-means":
    "Tout {file}, avec ses commentaires. Ce que vous changez est montré avant d’être enregistré.",
  "desk-settings-look": "Voir ce qui change",
  "desk-settings-save": "Enregistrer",
  "desk-settings-back": "Revenir sans enregistrer",
  "desk-settings-lists": "Dans un champ de plusieurs lignes, écrivez une entrée par ligne.",
  "desk-settings-written": "dans le texte : {text}",
  "desk-settings-usual": "comme d’habitude",
  "desk-settings-yes": "oui",
  "desk-settings-no": "non",
  "desk-settings-same": "le même document",
  "desk-settings-different": "des documents différents",
  "desk-settings-refused": "Les réglages seraient refusés, et rien n’a été changé.",
  "desk-settings-before-save": "Rien n’est encore enregistré. Voici ce qui changerait dans {file} :",
  "desk-settings-nothing": "Rien n’a été changé.",
  "desk-settings.publication": "Publication",
  "desk-settings.report": "Rapport",
  "desk-settings.tables": "Tableaux",
  "desk-settings.rules": "Qui est un lecteur",
  "desk-settings.documents": "Documents",
  "desk-settings.logs": "Journaux",
  "desk-settings.ledger": "Livres et classements",
  "desk-settings.mail": "Courrier",
  "desk-setting.publication": "Nom de la publication",
  "desk-setting.timeZone": "Fuseau horaire",
  "desk-setting.language": "Langue du rapport",
  "desk-setting.archive.address": "Adresse des archives",
  "desk-setting.compare": "Comparer avec",
  "desk-setting.base": "Base de l’indice",
  "desk-setting.ranges": "Fourchettes des chiffres",
  "desk-setting.smallest": "Plus petit nombre de lecteurs montré dans un tableau",
  "desk-setting.paper": "Papier du PDF",
  "desk-setting.site": "Le seul site du rapport",
  "desk-setting.methodology.extends": "Méthodologie",
  "desk-setting.methodology.blacklist": "Table des décisions sur les clients",
  "desk-setting.methodology.developers": "Adresses de développeurs",
  "desk-setting.methodology.heavyReaders.documents": "Les lecteurs de plus de documents par mois sont écartés",
  "desk-setting.methodology.heavyReaders.months": "Dans ces mois seulement",
  "desk-setting.methodology.doubleClicks.seconds": "Secondes pendant lesquelles un second clic ne compte pas",
  "desk-setting.methodology.robots.askedForRobotsTxt": "Qui demande robots.txt est un robot",
  "desk-setting.methodology.robots.nominated": "Qui se comporte comme un robot en est un",
  "desk-setting.methodology.robots.withoutAgent": "Qui ne nomme pas de navigateur est un robot",
  "desk-setting.departments": "Table des départements",
  "desk-setting.titles": "Table des titres",
  "desk-setting.aliases": "Table des documents déplacés",
  "desk-setting.documents.query": "Paramètres qui font un document",
  "desk-setting.documents.trailingSlash": "Avec et sans barre à la fin",
  "desk-setting.documents.case": "Majuscules et minuscules",
  "desk-setting.logs": "Fichiers et dossiers de journaux",
  "desk-setting.logFormat": "Format des journaux",
  "desk-setting.client": "Où se trouve l’adresse du lecteur",
  "desk-setting.trustedProxies": "Proxys de confiance",
  "desk-setting.places": "Chercher les pays",
  "desk-setting.addresses": "Garder les adresses, scellées, jusqu’à la clôture du mois",
  "desk-setting.ledger.printBase": "Base du tirage",
  "desk-setting.ledger.mailBase": "Base des envois",
  "desk-setting.ledger.cities": "Table des villes",
  "desk-setting.ledger.smallestCity": "Plus petite livraison pour laquelle une ville compte",
  "desk-setting.ranks.ours": "Notre site dans les classements",
  "desk-setting.ranks.others": "Autres sites dans les classements",
  "desk-setting.mail.host": "Serveur de courrier",
  "desk-setting.mail.port": "Port",
  "desk-setting.mail.user": "Utilisateur",
  "desk-setting.mail.from": "De",
  "desk-setting.mail.to": "À",

  // Publish.
};
