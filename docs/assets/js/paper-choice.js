// Remembers on this device which paper and print size a reader chose, as the names of files have it: "letter-large". The print
// page itself needs no script (print.css); elsewhere, links to a PDF lead to the one for that choice.
(() => {
  const KEY = "guide-paper";
  const LARGE = "-large";
  let chosen = "";
  try {
    chosen = localStorage.getItem(KEY) ?? "";
  } catch {
    // Storage is refused: the choice is for this page.
  }
  for (const link of document.querySelectorAll("a[data-editions]")) {
    const [first, ...others] = link.dataset.editions.split(" ");
    if (others.includes(chosen)) link.href = link.href.replace(`-${first}.`, `-${chosen}.`);
  }

  const place = document.querySelector("[data-papers]");
  if (!place) return;
  const fields = [...place.querySelectorAll("[type=radio]")];
  const print = chosen.endsWith(LARGE) ? LARGE : "";
  const paper = chosen.slice(0, chosen.length - print.length);
  if (fields.some(({ name, value }) => name === "paper" && value === paper)) {
    for (const field of fields) field.checked = field.value === (field.name === "paper" ? paper : print);
  }
  place.addEventListener("change", () => {
    const edition = fields.filter((field) => field.checked).map((field) => field.value).join("");
    try {
      localStorage.setItem(KEY, edition);
      place.querySelector("[data-remembered]").hidden = localStorage.getItem(KEY) !== edition;
    } catch {
      place.querySelector("[data-remembered]").hidden = true;
    }
  });
})();
