// Shows the buttons that copy a reference and reports the result; where the browser forbids copying, selects the text.
(() => {
  const buttons = document.querySelectorAll("[data-copy]");
  if (!buttons.length) return;
  const status = document.createElement("p");
  status.className = "citing__said";
  status.setAttribute("role", "status");
  document.querySelector("article").append(status);

  const report = (button, text) => {
    status.textContent = "";
    setTimeout(() => (status.textContent = text), 50); // screen readers read the same text again only after a change
    button.firstChild.data = `${text} `;
    setTimeout(() => (button.firstChild.data = button.dataset.label), 2500);
  };
  const select = (reference) => {
    reference.closest("details").open = true;
    getSelection().selectAllChildren(reference);
  };
  const copy = async (reference) => {
    try {
      await navigator.clipboard.writeText(reference.textContent);
      return true;
    } catch {
      select(reference); // there is no clipboard without https, or it is not allowed
      return document.execCommand("copy");
    }
  };
  for (const button of buttons) {
    button.dataset.label = button.firstChild.data;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const reference = button.closest(".citing").querySelector(`[data-style="${button.dataset.copy}"]`);
      report(button, (await copy(reference)) ? button.dataset.copied : button.dataset.selected);
    });
  }
})();
