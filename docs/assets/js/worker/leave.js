// The worker of a site whose host turned offline use off: it takes the place of the one that kept pages, clears what that kept,
// and goes.
(() => {
  const OWN = `guide-pages ${self.registration.scope} `;
  const leave = async () => {
    const names = (await caches.keys()).filter((name) => name.startsWith(OWN));
    await Promise.all(names.map((name) => caches.delete(name)));
    await self.registration.unregister();
  };
  self.addEventListener("install", () => self.skipWaiting());
  self.addEventListener("activate", (event) => event.waitUntil(leave()));
})();
