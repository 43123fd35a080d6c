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

  // Publish.
};
