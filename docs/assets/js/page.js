// Shows the print buttons, loads for printing the pictures that nobody has come near yet, and fills in the page's full address
// where the build knew only its path; also in code that shows a page of this guide elsewhere.
(() => {
  const load = () => {
    const late = [...document.querySelectorAll("img[loading=lazy]")].filter(
      (image) => image.getClientRects().length || (image.closest("details:not([open])") && getComputedStyle(image).display !== "none"),
    );
    return Promise.all(
      late.map((image) => {
        image.loading = "eager";
        return image.decode().catch(() => {}); // a picture that cannot come does not keep the rest from paper
      }),
    );
  };
  addEventListener("beforeprint", load);
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", async () => {
      await load();
      window.print();
    });
  }
  const pageAddress = location.href.split("#")[0];
  for (const element of document.querySelectorAll("[data-address]")) {
    if (element.textContent.startsWith("/")) element.textContent = pageAddress;
  }
  if (!location.protocol.startsWith("http")) return; // a folder has no address for others
  for (const code of document.querySelectorAll("[data-embed]")) {
    const root = new URL(code.dataset.embed, pageAddress).href;
    code.textContent = code.textContent.replace('src="/', `src="${root}`);
  }
  for (const element of document.querySelectorAll("[data-embed-lacks]")) element.remove();
})();
