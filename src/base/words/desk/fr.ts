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

  // Report.

  // Settings.

  // Publish.
};
