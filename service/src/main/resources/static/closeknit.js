// What Closeknit adds where scripts run. Every page works without it.
const page = document.documentElement;
page.classList.add("scripted");
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const clock = (date = new Date()) => date.toLocaleTimeString("en-GB", { timeZone: "Europe/London" });

// Hide: one touch, or Shift three times, leaves nothing to go back to, in this window and in the
// others; the service locks the session.
const windows = new BroadcastChannel("closeknit");
windows.addEventListener("message", () => leave(Promise.resolve()));
function leave(locked) {
  document.body.replaceChildren();
  document.title = "Closeknit";
  locked.finally(() => location.replace("/blank"));
}
function hide() {
  windows.postMessage("hidden");
  leave(fetch("/hide", {
    method: "POST", keepalive: true, redirect: "manual",
    body: new URLSearchParams({ from: location.pathname + location.search }),
  }).catch(() => {}));
}
let shifts = [];
if (document.querySelector("[data-hide]")) {
  addEventListener("keydown", (event) => {
    if (event.repeat) return;
    shifts = event.key === "Shift" ? [...shifts, event.timeStamp].slice(-3) : [];
    if (shifts.length === 3 && shifts[2] - shifts[0] < 3000) hide();
  });
}
addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

// What is said aloud is joined: at most once in ten seconds, alerts excepted.
const said = { polite: speaker("polite"), assertive: speaker("assertive") };
let waiting = [];
let lastSaid = -Infinity;
function speaker(how) {
  const place = document.createElement("div");
  place.className = "govuk-visually-hidden";
  place.setAttribute("aria-live", how);
  document.body.append(place);
  return place;
}
function say(words, alert = false) {
  if (alert) { said.assertive.textContent = words; return; }
  if (!waiting.includes(words)) waiting.push(words);
  if (waiting.length > 1) return;
  setTimeout(() => {
    said.polite.textContent = waiting.join(". ");
    waiting = [];
    lastSaid = performance.now();
  }, Math.max(0, lastSaid + 10000 - performance.now()));
}

// Touches, wherever they fall: also in what arrived later.
document.addEventListener("click", (event) => {
  const target = event.target.closest("[data-hide], [data-copy], .govuk-service-navigation__toggle, .govuk-error-summary a");
  if (!target) return;
  if (target.matches("[data-hide]")) { event.preventDefault(); hide(); }
  else if (target.matches("[data-copy]")) copy(target);
  else if (target.matches("a")) intoField(event, target);
  else target.setAttribute("aria-expanded", target.getAttribute("aria-expanded") !== "true");
});
async function copy(button) {
  const before = [...button.childNodes];
  try { await navigator.clipboard.writeText(button.dataset.copy); button.textContent = "Copied"; }
  catch { button.textContent = "Not copied"; }
  setTimeout(() => button.replaceChildren(...before), 2000);
}
function intoField(event, link) {
  const field = document.getElementById(link.hash.slice(1));
  if (!field) return;
  event.preventDefault();
  (field.closest("fieldset")?.querySelector("legend") ?? field.closest(".govuk-form-group") ?? field).scrollIntoView();
  field.focus({ preventScroll: true });
}

// A form is sent once; a slow answer is said on the button.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.submitter?.dataset.passkey) { event.preventDefault(); passkey(form, event.submitter.dataset); return; }
  if (form.dataset.sent) { event.preventDefault(); return; }
  form.dataset.sent = "yes";
  setTimeout(() => delete form.dataset.sent, 5000);
  const slow = event.submitter?.dataset.waiting;
  if (slow) setTimeout(() => { event.submitter.textContent = slow; say(slow); }, 2000);
});

// Passkeys: what the service asks goes to the browser, and the browser's answer into the form.
async function passkey(form, { passkey: how, options }) {
  const place = form.querySelector("[data-passkey-said]");
  place.textContent = "";
  try {
    const answer = await fetch(options, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
    if (answer.status === 422) throw new Error("That was not right. Enter your password, or a new code.");
    if (!answer.ok) { location.reload(); return; }
    const asked = await answer.json();
    const made = how === "create"
      ? await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked) })
      : await navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked) });
    form.elements.credential.value = JSON.stringify(made.toJSON());
    if (form.elements.secret) form.elements.secret.value = "";
    form.submit();
  } catch (why) {
    place.textContent = why.constructor === Error ? why.message : "No passkey was used. Try again, or use your password.";
  }
}

// Fields: how many characters are left, whether a number's check digit is right.
document.addEventListener("input", (event) => {
  const field = event.target;
  if (field.dataset.limit) counted(field);
  if (field.dataset.check) checked(field);
  if (field.form?.dataset.draft) saveSoon(field.form);
});
function counted(field) {
  const left = field.dataset.limit - field.value.length;
  const place = document.querySelector(`[data-count="${field.id}"]`);
  if (!place) return;
  const number = Math.abs(left);
  place.textContent = `You have ${number} character${number === 1 ? "" : "s"} ${left < 0 ? "too many" : "remaining"}`;
  place.classList.toggle("signal", left < 0);
}
function checked(field) {
  const digits = field.value.replace(/[\s-]/g, "");
  const place = document.getElementById(`${field.id}-note`);
  if (!place) return;
  if (!/^\d{10}$/.test(digits)) { place.textContent = ""; return; }
  const sum = [...digits.slice(0, 9)].reduce((total, digit, at) => total + digit * (10 - at), 0);
  const right = (11 - (sum % 11)) % 11 === Number(digits[9]);
  place.textContent = right ? "This is a valid number." : "One digit is wrong. Look at the number again.";
}

// Drafts save themselves.
const drafts = new WeakMap();
function saveSoon(form) {
  clearTimeout(drafts.get(form));
  drafts.set(form, setTimeout(() => save(form), 1500));
}
async function save(form) {
  const state = form.querySelector("[data-draft-state]");
  if (!state) return;
  try {
    const answer = await fetch(form.dataset.draft, { method: "POST", body: new URLSearchParams(new FormData(form)), redirect: "error" });
    if (!answer.ok) throw new Error();
    if (!state.dataset.saved) say("Draft saved");
    state.dataset.saved = clock();
    state.textContent = `Draft saved ${state.dataset.saved}`;
  } catch {
    const since = state.dataset.saved ? ` since ${state.dataset.saved}` : "";
    state.textContent = `Not saved${since}. Keep this page open`;
    say("Draft not saved", true);
    saveSoon(form);
  }
}

// Live: the same page is fetched again and its region put in place, unless somebody is busy in it.
async function fetched() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (answer.status >= 500) throw new Error();
  const gone = answer.status === 404 || answer.status === 403 || answer.redirected;
  return { gone, html: new DOMParser().parseFromString(await answer.text(), "text/html") };
}
const named = (region) => all("li[id], article[id], tr[id]", region);
const busy = (region) => region.contains(document.activeElement) || ("calm" in region.dataset && region.matches(":hover"));
function arrived(region, next) {
  const known = new Set(named(region).map((item) => item.id));
  return named(next).filter((item) => !known.has(item.id));
}
function renew(region, found) {
  const next = found.html.getElementById(region.id);
  if (found.gone || !next) {
    const words = document.createElement("p");
    words.textContent = found.gone ? "You can no longer see this." : "";
    region.replaceChildren(words);
    return;
  }
  const fresh = arrived(region, next);
  fresh.filter((item) => item.matches(".moj-alert")).forEach((item) => say(item.querySelector("h2, h3")?.textContent ?? "", true));
  const same = region.textContent.trim() === next.textContent.trim();
  if (busy(region) || (region.dataset.line === "true" && fresh.length)) { if (!same) offer(region, next, fresh); }
  else put(region, next);
}
function put(region, next) {
  region.previousElementSibling?.matches("[data-offer]") && region.previousElementSibling.remove();
  region.replaceChildren(...[...next.childNodes].map((node) => document.adoptNode(node)));
}
function offer(region, next, fresh) {
  const one = fresh.length === 1;
  const words = fresh.length ? `${fresh.length} ${one ? region.dataset.thing : region.dataset.things}.` : "Something here changed.";
  let line = region.previousElementSibling;
  if (!line?.matches("[data-offer]")) {
    line = document.createElement("div");
    line.className = "notice-line notice-line--new";
    line.dataset.offer = "";
    region.before(line);
  }
  const show = document.createElement("button");
  show.type = "button";
  show.className = "copy";
  show.textContent = "Show";
  show.addEventListener("click", () => {
    put(region, next);
    const first = fresh[0] && document.getElementById(fresh[0].id);
    first?.setAttribute("tabindex", "-1");
    (first ?? region).focus();
  });
  line.replaceChildren(words, show);
  say(words);
}

const states = () => all("[data-live-state]");
let silentSince = null;
function alive() {
  if (!silentSince) return;
  silentSince = null;
  states().forEach((state) => { state.classList.remove("not-live"); state.replaceChildren("Live. Last change ", clock().slice(0, 5)); });
  say("Live again");
}
function silent(since) {
  if (silentSince) return;
  silentSince = since;
  states().forEach((state) => {
    const lead = document.createElement("strong");
    lead.textContent = `Not live since ${clock(since)}.`;
    state.classList.add("not-live");
    state.replaceChildren(lead, ` Trying again. ${state.dataset.liveState}`);
  });
  say(`Not live since ${clock(since)}`, true);
}
function listen(address, regions) {
  let heard = new Date();
  let stream;
  let asked = false;
  const changed = async () => {
    if (asked) return;
    asked = true;
    await new Promise((done) => setTimeout(done, 200));
    asked = false;
    try {
      const found = await fetched();
      regions.forEach((region) => renew(region, found));
      all("[data-live-at]").forEach((place) => { place.textContent = clock().slice(0, 5); });
    } catch { silent(new Date()); }
  };
  // Whoever is not signed in any more reads nothing more.
  const refused = async () => {
    try {
      const answer = await fetch(location.href, { redirect: "manual" });
      if (answer.type === "opaqueredirect") { location.replace("/"); return; }
    } catch { /* Nobody answers: the next try tells. */ }
    open();
  };
  const open = () => {
    stream = new EventSource(address);
    ["open", "heartbeat", "changed", "message"].forEach((kind) => stream.addEventListener(kind, () => {
      const missed = silentSince;
      heard = new Date();
      alive();
      if (kind === "changed" || missed) changed();
    }));
    // What one may see has changed: the whole page is what one may see now. Words half typed stay.
    stream.addEventListener("access", () => {
      // Whoever is on their way to another page is not called back.
      if (document.querySelector("form[data-sent]")) return;
      if (document.activeElement?.matches("main input, main textarea, main select")) changed(); else location.reload();
    });
  };
  setInterval(() => {
    if (new Date() - heard > 10000) silent(heard);
    if (stream.readyState === EventSource.CLOSED) refused();
  }, 2000);
  addEventListener("pagehide", () => stream.close());
  open();
}
const streams = Map.groupBy ? Map.groupBy(all("[data-live]"), (region) => region.dataset.live)
  : all("[data-live]").reduce((map, region) => map.set(region.dataset.live, [...(map.get(region.dataset.live) ?? []), region]), new Map());
streams.forEach((regions, address) => listen(address, regions));

// What is open for a time is gone when the time is over.
all("[data-ends-in]").forEach((bar) => setTimeout(() => location.reload(), 1000 * Number(bar.dataset.endsIn)));

// Progress: fetched again until it is done; said at a quarter, half and the end.
function follow(region) {
  const seconds = Number(region.dataset.refresh);
  if (!seconds) return;
  setTimeout(async () => {
    let next;
    try { next = (await fetched()).html.getElementById(region.id); } catch { follow(region); return; }
    if (!next) { location.reload(); return; }
    const quarter = (place) => Math.floor(4 * (place.querySelector("progress")?.position ?? 0));
    const [before, after] = [quarter(region), quarter(next)];
    if (after > before && after !== 3) say(`${25 * after} per cent`);
    region.replaceWith(document.adoptNode(next));
    if (next.dataset.refresh) follow(next); else say("Done");
  }, seconds * 1000);
}
all("[data-refresh]").forEach(follow);

// A phone keeps the child's name in view.
const bar = document.querySelector("[data-identity]");
if (bar) new IntersectionObserver(([seen]) => document.body.classList.toggle("past-identity", !seen.isIntersecting && scrollY > 0)).observe(bar);

// The focus goes to what is wrong, to the answer, or to what was just said.
const first = document.querySelector(".govuk-error-summary[data-focus]") ?? document.querySelector("h1[data-focus]");
if (location.hash === "#said") {
  history.replaceState(null, "", location.pathname + location.search);
  document.querySelector("main h1, h1")?.setAttribute("tabindex", "-1");
  document.querySelector("main h1, h1")?.focus();
} else if (first && !location.hash) first.focus();
all("[data-limit]").filter((field) => field.value).forEach(counted);
