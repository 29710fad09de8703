// Copies the address of a place on this page, or hands it to the phone's own share sheet. A page from a folder has no address that
// others could open, and shows no button.
(() => {
  const SHOWN = 2500; // milliseconds that the answer stays on the button
  if (!location.protocol.startsWith("http")) return;
  const isPhone = matchMedia("(pointer: coarse)").matches && typeof navigator.share === "function";

  const copied = async (address) => {
    try {
      await navigator.clipboard.writeText(address);
      return true;
    } catch {
      return false; // there is no clipboard without https, or it is not allowed
    }
  };
  const show = (button, address) => {
    const field = document.createElement("input");
    field.readOnly = true;
    field.value = address;
    field.className = "address";
    field.setAttribute("aria-label", button.textContent);
    button.replaceWith(field);
    field.select();
  };
  for (const button of document.querySelectorAll("[data-share]")) {
    const { said, sheet, title } = button.dataset;
    if (isPhone) button.textContent = sheet;
    const name = button.textContent;
    button.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      const url = location.href.split("#")[0] + button.dataset.share;
      if (isPhone) {
        navigator.share({ title, url }).catch(() => {}); // a reader may change their mind
      } else if (await copied(url)) {
        button.textContent = said;
        setTimeout(() => (button.textContent = name), SHOWN);
      } else show(button, url);
    });
  }
})();
