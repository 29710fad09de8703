// Shows the print buttons, loads for printing the pictures that nobody has come near yet, and fills in the page's full address
// where the build knew only its path.
(() => {
  const load = () => {
    const late = [...document.querySelectorAll("img[loading=lazy]")].filter((image) => image.getClientRects().length);
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
})();
