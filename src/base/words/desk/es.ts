import type {DeskMessages} from "./message.ts";

/** What the desk says, in Spanish. */
export const deskSpanish: DeskMessages = {
  // The frame.
  desk: "Redacción",
  "desk-today": "Hoy",
  "desk-months": "Meses",
  "desk-review": "Revisión",
  "desk-books": "Libros",
  "desk-report": "Informe",
  "desk-publish": "Publicar",
  "desk-settings": "Ajustes",
  "desk-people": "Personas",
  "desk-role.editor": "redacción",
  "desk-role.bookkeeper": "contabilidad",
  "desk-role.reviewer": "revisión",
  "desk-role.reader": "lectura de borradores",
  "desk-sign-out": "Salir",
  "desk-refused": "No es posible",
  "desk-refused-means": "Se rechazó, y nada ha cambiado.",
  "desk-try": "Qué hacer",
  "desk-not-yours": "No puede hacer esto",
  "desk-not-yours-means": "Su función aquí es «{role}». La redacción puede cambiarla.",
  "desk-missing": "No existe esa página",
  "desk-session-ended": "Su sesión ha terminado",
  "desk-session-ended-means": "Entre de nuevo. Lo que escribió sigue ahí cuando vuelva atrás.",
  "desk-sign-in": "Entrar",
  "desk-bug": "Un error interno",
  "desk-bug-means":
    "Es un fallo de Broadsheet; nada se contó dos veces y nada se perdió. Comuníquelo con el número {number}.",
  "desk-again": "Confirme que es usted",
  "desk-again-means": "Antes se pide otra vez su segundo factor.",

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
