/** Keeps the pages' own files for when the gateway is away: asked for anew each time, from the cache only when it does not answer. */

const KEPT = 'lightfoot';

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Keeps an answer once its whole body is there: one that breaks off would take the place of the whole one kept before. */
async function keep(cache, key, answer) {
  const { status, statusText, headers } = answer;
  const body = await answer.clone().arrayBuffer();
  await cache.put(key, new Response(body, { status, statusText, headers }));
}

async function fresh(request, key) {
  const cache = await caches.open(KEPT);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected) await keep(cache, key, answer);
    return answer;
  } catch (failure) {
    const kept = await cache.match(key);
    if (kept) return kept;
    throw failure;
  }
}

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  const own = url.origin === self.location.origin && request.method === 'GET';
  const page = !url.pathname.startsWith('/api/') && url.pathname !== '/metrics' && url.pathname !== '/health';
  if (own && page) event.respondWith(fresh(request, url.pathname));
});
