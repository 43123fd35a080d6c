import type {BookName} from "../../../operations/books/book-page.ts";
import {fieldText, html, type Markup} from "../../../render/markup/html.ts";
import type {Desk} from "../desk.ts";

/** The box into which rows of a spreadsheet are pasted. */
export function pasteForm(name: BookName, {words}: Desk, text = ""): Markup {
  return html`<h2>${words.t("desk-books-paste")}</h2>
<form class="act" method="post" action="/books/${name}/paste">
<div class="field">
<label for="text">${words.t("desk-books-paste-label")}</label>
<textarea id="text" name="text" rows="6" autocomplete="off" spellcheck="false" dir="auto" aria-describedby="paste-means" required>
${fieldText(text)}</textarea>
<p class="means" id="paste-means">${words.t("desk-books-paste-means")}</p>
</div>
<p><button>${words.t("desk-books-look")}</button></p>
</form>
`;
}

/** How a spreadsheet's file is sent. */
export function uploadForm(name: BookName, {words}: Desk): Markup {
  return html`<h2>${words.t("desk-books-upload")}</h2>
<form class="act" method="post" action="/books/${name}/upload" enctype="multipart/form-data">
<div class="field">
<label for="file">${words.t("desk-books-file")}</label>
<input type="file" id="file" name="file" accept=".xlsx,.xls,.ods,.csv,.tsv,.txt" required>
</div>
<div class="field">
<label for="sheet">${words.t("desk-books-sheet")}</label>
<input type="text" id="sheet" name="sheet" autocomplete="off" dir="auto" aria-describedby="upload-means">
<p class="means" id="upload-means">${words.t("desk-books-upload-means")}</p>
</div>
<p><button>${words.t("desk-books-look")}</button></p>
</form>
`;
}
