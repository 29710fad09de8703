// Marks in the table of contents the part that is being read, and keeps it in view there.
(() => {
  const contents = document.querySelector("[data-contents]");
  if (!contents) return;
  const links = [...contents.querySelectorAll("a")];
  const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  let marked = null;
  let waiting = false;

  const mark = () => {
    waiting = false;
    const line = 6 + parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop);
    const passed = headings.filter((heading) => heading && heading.getBoundingClientRect().top <= line);
    const link = links[headings.indexOf(passed[passed.length - 1])] || null;
    if (link === marked) return;
    if (marked) marked.removeAttribute("aria-current");
    marked = link;
    if (!link) return;
    link.setAttribute("aria-current", "location");
    const above = link.getBoundingClientRect().top - contents.getBoundingClientRect().top;
    if (above < 0 || above > contents.clientHeight * 0.8) contents.scrollTop += above - contents.clientHeight / 2;
  };
  const later = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  addEventListener("scroll", later, { passive: true });
  addEventListener("resize", later);
  mark();
})();
