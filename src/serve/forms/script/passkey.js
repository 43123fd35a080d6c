// Makes or shows a passkey, and sends what the authenticator answers with the form that it stands in.
for (const form of document.querySelectorAll("form[data-passkey]")) {
  form.hidden = !("credentials" in navigator && "PublicKeyCredential" in globalThis);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const failed = form.querySelector("[data-failed]");
    failed.hidden = true;
    try {
      const options = JSON.parse(form.dataset.options);
      const answer =
        form.dataset.passkey === "make"
          ? await navigator.credentials.create({
              publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
            })
          : await navigator.credentials.get({publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options)});
      form.elements.namedItem("answer").value = JSON.stringify(answer.toJSON());
      form.submit();
    } catch {
      failed.hidden = false;
    }
  });
}
for (const without of document.querySelectorAll("[data-without-script]")) without.hidden = true;
