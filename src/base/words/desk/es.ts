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

  // Files.
  "desk-saved": "Guardado: {file}.",
  "desk-merged":
    "Guardado: {file}. Mientras tanto otra persona había añadido {count, plural, one {una línea} other {# líneas}}; ahora está todo.",
  "desk-merged-between": "Lo que se añadió entre medias",
  "desk-conflict": "Otra persona ha cambiado el archivo",
  "desk-conflict-means":
    "{file} ya no es como era cuando se hizo su formulario. No se guardó nada. Abajo está cómo es ahora y cómo sería con lo que usted escribió; el formulario aún lo contiene. Si lo guarda, ocupa el lugar de lo que hay ahora.",
  "desk-conflict-gone":
    "{file} ya no existe. No se guardó nada; el formulario aún contiene lo que usted escribió. Si lo guarda, el archivo se hace de nuevo.",
  "desk-conflict-theirs": "Como es ahora",
  "desk-conflict-yours": "Como usted lo escribió",
  "desk-changes": "Lo que cambia",
  "desk-changes-out": "se quita",
  "desk-changes-in": "se añade",
  "desk-changes-none": "No cambia nada.",
  "desk-changes-many": "Los dos son distintos en casi todo.",

  // Report.

  // Settings.

  // Publish.
};
