/** Asks the gateway. An answer is its JSON; a refusal is an error with the gateway's own words. */

export class Refusal extends Error {
  constructor(message, status, retryAfterS) {
    super(message);
    this.status = status;
    this.retryAfterS = retryAfterS;
  }

  /** Whether the gateway did not answer at all. */
  get away() {
    return this.status === 0;
  }
}

function toLogin() {
  if (location.pathname !== '/login') {
    location.replace(`/login?to=${encodeURIComponent(location.pathname + location.search)}`);
  }
}

async function words(response) {
  try {
    return (await response.json()).error ?? `The gateway answers ${response.status}.`;
  } catch {
    return `The gateway answers ${response.status}.`;
  }
}

async function ask(method, path, body, signal) {
  const request = { method, signal, cache: 'no-store', credentials: 'same-origin', headers: { Accept: 'application/json' } };
  if (body !== undefined) {
    request.headers['Content-Type'] = 'application/json';
    request.body = JSON.stringify(body);
  }
  let response;
  try {
    response = await fetch(path, request);
  } catch (failure) {
    if (failure.name === 'AbortError') throw failure;
    throw new Refusal('The gateway does not answer.', 0, null);
  }
  if (response.ok) return response.status === 204 ? null : response.json();
  if (response.status === 401) toLogin();
  const wait = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  throw new Refusal(await words(response), response.status, Number.isNaN(wait) ? null : wait);
}

export const read = (path, signal) => ask('GET', path, undefined, signal);
export const post = (path, body = {}) => ask('POST', path, body);
export const put = (path, body) => ask('PUT', path, body);
export const patch = (path, body) => ask('PATCH', path, body);
export const remove = (path) => ask('DELETE', path);
