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
  "desk-settings-means":
    "Un campo vacío tiene el valor por defecto. Lo que usted cambia se muestra antes de guardarse; los comentarios del archivo se quedan.",
  "desk-settings-text": "Todos los ajustes como texto",
  "desk-settings-form": "Ajustes como formulario",
  "desk-settings-text-means": "Todo {file}, con sus comentarios. Lo que usted cambia se muestra antes de guardarse.",
  "desk-settings-look": "Ver qué cambia",
  "desk-settings-save": "Guardar",
  "desk-settings-back": "Volver sin guardar",
  "desk-settings-lists": "En los campos de varias líneas, escriba una entrada por línea.",
  "desk-settings-written": "en el texto: {text}",
  "desk-settings-usual": "como de costumbre",
  "desk-settings-yes": "sí",
  "desk-settings-no": "no",
  "desk-settings-same": "el mismo documento",
  "desk-settings-different": "documentos distintos",
  "desk-settings-refused": "Los ajustes serían rechazados, y no se cambió nada.",
  "desk-settings-before-save": "Todavía no se ha guardado nada. Esto cambiaría en {file}:",
  "desk-settings-nothing": "No se cambió nada.",
  "desk-settings.publication": "Publicación",
  "desk-settings.report": "Informe",
  "desk-settings.tables": "Tablas",
  "desk-settings.rules": "Quién es lector",
  "desk-settings.documents": "Documentos",
  "desk-settings.logs": "Registros",
  "desk-settings.ledger": "Libros y clasificaciones",
  "desk-settings.mail": "Correo",
  "desk-setting.publication": "Nombre de la publicación",
  "desk-setting.timeZone": "Zona horaria",
  "desk-setting.language": "Idioma del informe",
  "desk-setting.archive.address": "Dirección del archivo",
  "desk-setting.compare": "Comparar con",
  "desk-setting.base": "Base del índice",
  "desk-setting.ranges": "Intervalos de las cifras",
  "desk-setting.smallest": "Menor número de lectores que muestra una tabla",
  "desk-setting.paper": "Papel del PDF",
  "desk-setting.site": "El único sitio del informe",
  "desk-setting.methodology.extends": "Metodología",
  "desk-setting.methodology.blacklist": "Tabla de decisiones sobre clientes",
  "desk-setting.methodology.developers": "Direcciones de desarrolladores",
  "desk-setting.methodology.heavyReaders.documents": "Quedan fuera los lectores de más documentos al mes",
  "desk-setting.methodology.heavyReaders.months": "Solo en estos meses",
  "desk-setting.methodology.doubleClicks.seconds": "Segundos en los que un segundo clic no cuenta",
  "desk-setting.methodology.robots.askedForRobotsTxt": "Quien pide robots.txt es un robot",
  "desk-setting.methodology.robots.nominated": "Quien se comporta como un robot lo es",
  "desk-setting.methodology.robots.withoutAgent": "Quien no nombra navegador es un robot",
  "desk-setting.departments": "Tabla de departamentos",
  "desk-setting.titles": "Tabla de títulos",
  "desk-setting.aliases": "Tabla de documentos movidos",
  "desk-setting.documents.query": "Parámetros que forman un documento",
  "desk-setting.documents.trailingSlash": "Con y sin barra al final",
  "desk-setting.documents.case": "Mayúsculas y minúsculas",
  "desk-setting.logs": "Archivos y carpetas de registros",
  "desk-setting.logFormat": "Formato de los registros",
  "desk-setting.client": "Dónde está la dirección del lector",
  "desk-setting.trustedProxies": "Proxies de confianza",
  "desk-setting.places": "Buscar países",
  "desk-setting.addresses": "Guardar direcciones, selladas, hasta cerrar el mes",
  "desk-setting.ledger.printBase": "Base de la tirada",
  "desk-setting.ledger.mailBase": "Base de los envíos",
  "desk-setting.ledger.cities": "Tabla de ciudades",
  "desk-setting.ledger.smallestCity": "Entrega mínima con la que cuenta una ciudad",
  "desk-setting.ranks.ours": "Nuestro sitio en las clasificaciones",
  "desk-setting.ranks.others": "Otros sitios en las clasificaciones",
  "desk-setting.mail.host": "Servidor de correo",
  "desk-setting.mail.port": "Puerto",
  "desk-setting.mail.user": "Usuario",
  "desk-setting.mail.from": "De",
  "desk-setting.mail.to": "Para",

  // Publish.
};
