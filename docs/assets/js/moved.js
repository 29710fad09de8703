// Leads from the address that a page had before to the one it has now, with the place on the page.
location.replace(document.querySelector("a").href + location.hash);
