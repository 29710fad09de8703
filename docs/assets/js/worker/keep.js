// The site's worker: keeps the pages that were opened, and the whole guide where a reader asks for it. The build puts GUIDE before
// it (macros/worker.py): the version, the files of the whole guide with their digests, and what has to be there from the start.
// It answers for those files alone; whatever else is on this host, PDFs, and parts of a file are the browser's own affair.
(() => {
  const SCOPE = self.registration.scope;
  const OWN = `guide-pages ${SCOPE} `; // how the names of this guide's caches begin: another guide's scope is another name
  const NAME = OWN + GUIDE.version;
  const KEPT_ON = "guide-kept-on"; // the header with the time when a file was fetched
  const WHOLE = `${SCOPE}?whole`; // is in the cache where a reader asked for the whole guide
  const PATIENCE = 4000; // milliseconds for the network, before what is kept shows
  const AT_ONCE = 4; // files that are fetched at the same time
  const FILES = new Map(Object.entries(GUIDE.files));
  const HASH = new RegExp(GUIDE.hashed);
  const isHashed = (path) => HASH.test(path);
  const stem = (path) => path.replace(HASH, "");
  const STEMS = new Set([...FILES.keys()].filter(isHashed).map(stem));
  const isPage = (path) => path === "" || path.endsWith("/") || path.endsWith(".html");

  // Returns the way of an address from the scope where it is a file of the guide, or the script or style of a newer version.
  const pathOf = (address) => {
    const { origin, pathname } = new URL(address);
    const plain = (origin + pathname).replace(/\/index\.html$/, "/");
    if (!plain.startsWith(SCOPE)) return undefined;
    const path = plain.slice(SCOPE.length);
    return FILES.has(path) || (isHashed(path) && STEMS.has(stem(path))) ? path : undefined;
  };

  const kept = (path) => caches.match(SCOPE + path, { cacheName: NAME, ignoreVary: true });
  const store = async (path, response) => (await caches.open(NAME)).put(SCOPE + path, response);

  let removals = 0; // how often a reader removed everything; what was asked for before the last time is not kept any more

  // Keeps an answer and returns true, unless it is an error, came from elsewhere, broke off, or was asked for `before` a removal.
  const keep = async (path, response, before) => {
    if (response.status !== 200 || response.type !== "basic" || response.redirected) return false;
    const body = await response.arrayBuffer(); // fails where the connection broke before the end
    if (isPage(path) && !new TextDecoder().decode(body).includes("</html>")) return false;
    const headers = new Headers(response.headers); // with its Content-Security-Policy
    for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
    headers.set(KEPT_ON, new Date().toISOString());
    if (before !== removals) return false;
    await store(path, new Response(body, { headers }));
    return true;
  };
  // A file whose name changes with what is in it is never fetched twice; for all others the server is asked if they changed.
  const freshness = (path) => (isHashed(path) ? {} : { cache: "no-cache" });
  const load = async (path, before = removals) =>
    before === removals && keep(path, await fetch(SCOPE + path, freshness(path)), before);

  const digest = async (response) => {
    const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", await response.arrayBuffer()));
    return [...bytes.slice(0, 5)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const isNewest = async (path, copy) => !!copy && (await digest(copy.clone())) === FILES.get(path);

  // Calls `work` for every path, some at a time.
  const each = (paths, work) => {
    const left = [...paths];
    const next = async () => {
      while (left.length) await work(left.shift());
    };
    return Promise.all(Array.from({ length: AT_ONCE }, next));
  };

  // Before this version takes over, everything that an earlier one kept is here: as it was where it did not change, else
  // fetched. Where that fails, the earlier version and what it kept stay until the next visit.
  const required = async (path) => {
    if (!(await load(path))) throw new Error(path);
  };
  const earlier = async () => (await caches.keys()).filter((name) => name.startsWith(OWN) && name !== NAME);
  const takeOver = async (name) => {
    const cache = await caches.open(name);
    const isWhole = !!(await cache.match(WHOLE));
    const addresses = (await cache.keys()).map(({ url }) => url).filter((url) => url !== WHOLE);
    await each(isWhole ? FILES.keys() : new Set(addresses.map(pathOf)), async (path) => {
      if (!FILES.has(path) || (await isNewest(path, await kept(path)))) return;
      const copy = await cache.match(SCOPE + path, { ignoreVary: true });
      await ((await isNewest(path, copy)) ? store(path, copy) : required(path));
    });
    if (isWhole) await (await caches.open(NAME)).put(WHOLE, new Response());
  };
  // What is needed from the start is there, also after a reader removed everything and opened a page.
  const complete = (get) => each(GUIDE.needed, async (path) => (await kept(path)) || get(path));
  const install = async () => {
    for (const name of await earlier()) await takeOver(name);
    await complete(required);
    await self.skipWaiting();
  };
  const activate = async () => {
    await Promise.all((await earlier()).map((name) => caches.delete(name)));
    await self.clients.claim();
  };

  // A page from the cache says when it was fetched; docs/assets/js/offline.js shows it.
  const dated = async (copy, why) => {
    const mark = `<html data-kept-on="${copy.headers.get(KEPT_ON)}" data-kept-why="${why}"`;
    return new Response((await copy.text()).replace("<html", mark), { headers: copy.headers });
  };
  const notKept = async (request, path) => {
    const leads = request.mode === "navigate" && path !== GUIDE.offline && (await kept(GUIDE.offline));
    return leads ? Response.redirect(`${SCOPE}${GUIDE.offline}?${path}`) : Response.error();
  };
  // Network first, for pictures and the search as well: every page has safety text, and its parts are of one day. Only where the
  // name changes with the content, the cache comes first.
  const answer = async (event, path) => {
    const ready = isHashed(path) && (await kept(path));
    if (ready) return ready;
    const before = removals;
    const network = fetch(event.request, freshness(path));
    const keeping = network.then((response) => keep(path, response.clone(), before));
    const rest = (missing) => load(missing, before);
    event.waitUntil(keeping.then((isKept) => isKept && complete(rest)).catch(() => {})); // else nothing is kept
    const slow = new Promise((resolve) => setTimeout(resolve, PATIENCE, "slow"));
    const first = await Promise.race([network.catch(() => "offline"), slow]);
    if (typeof first !== "string") return first;
    const copy = await kept(path);
    if (copy) return isPage(path) && path !== GUIDE.offline ? dated(copy, first) : copy;
    return network.catch(() => notKept(event.request, path));
  };

  // What pages ask for, by name; each answers on a port.
  const about = async () => {
    if (!(await caches.has(NAME))) return { size: GUIDE.size, whole: false, kept: [] };
    const cache = await caches.open(NAME);
    const paths = (await cache.keys()).map(({ url }) => (url === WHOLE ? undefined : pathOf(url)));
    return { size: GUIDE.size, whole: !!(await cache.match(WHOLE)), kept: paths.filter((path) => path !== undefined) };
  };
  // Keeps what a page was opened with before the worker was there.
  const opened = async ({ addresses }) => {
    const paths = new Set(addresses.map(pathOf).filter((path) => path !== undefined));
    const before = removals;
    await each(paths, async (path) => (await kept(path)) || load(path, before).catch(() => false));
  };
  const whole = async (_, say) => {
    const before = removals;
    let [done, failed] = [0, 0];
    await each(FILES.keys(), async (path) => {
      const isHere = (await isNewest(path, await kept(path))) || (await load(path, before).catch(() => false));
      done += 1;
      if (!isHere) failed += 1;
      say({ done, files: FILES.size });
    });
    if (!failed) await (await caches.open(NAME)).put(WHOLE, new Response());
    return { failed, files: FILES.size };
  };
  const remove = async () => {
    removals += 1;
    const names = (await caches.keys()).filter((name) => name.startsWith(OWN));
    await Promise.all(names.map((name) => caches.delete(name)));
    return {};
  };
  const commands = { about, opened, whole, remove };

  self.addEventListener("install", (event) => event.waitUntil(install()));
  self.addEventListener("activate", (event) => event.waitUntil(activate()));
  self.addEventListener("fetch", (event) => {
    const { request } = event;
    if (request.method !== "GET" || request.headers.has("range")) return;
    const path = pathOf(request.url);
    if (path !== undefined) event.respondWith(answer(event, path));
  });
  self.addEventListener("message", (event) => {
    const [port] = event.ports;
    const say = (told) => port && port.postMessage(told);
    const done = (told) => say({ ...told, end: true });
    const failed = () => done({ broken: true });
    const { command } = event.data;
    if (command in commands) event.waitUntil(commands[command](event.data, say).then(done, failed));
  });
})();
