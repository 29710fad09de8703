// Shows the buttons that copy a reference, and says when it is copied; where a browser forbids that, it selects the text.
(() => {
  const buttons = document.querySelectorAll("[data-copy]");
  if (!buttons.length) return;
  const said = document.createElement("p");
  said.className = "citing__said";
  said.setAttribute("role", "status");
  document.querySelector("article").append(said);

  const tell = (button, text) => {
    said.textContent = "";
    setTimeout(() => (said.textContent = text), 50); // the same words twice are only said twice after a change
    button.firstChild.data = `${text} `;
    setTimeout(() => (button.firstChild.data = button.dataset.label), 2500);
  };
  const select = (place) => {
    place.closest("details").open = true;
    getSelection().selectAllChildren(place);
  };
  const copy = async (place) => {
    try {
      await navigator.clipboard.writeText(place.textContent);
      return true;
    } catch {
      select(place); // no clipboard without https, or not allowed
      return document.execCommand("copy");
    }
  };
  for (const button of buttons) {
    button.dataset.label = button.firstChild.data;
    button.hidden = false;
    button.addEventListener("click", async () => {
      const place = button.closest(".citing").querySelector(`[data-style="${button.dataset.copy}"]`);
      tell(button, (await copy(place)) ? button.dataset.copied : button.dataset.selected);
    });
  }
})();
