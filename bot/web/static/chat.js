// The page: what is typed goes out through `Pending`, what is answered comes in through a stream of events.

import { Attached } from "./attached.js";
import { Pending, draft, newId } from "./pending.js";
import { Talk } from "./talk.js";

const WAIT_FOR_ANSWER = 25; // seconds the page says that an answer is being prepared
const ASK_AGAIN = 6; // seconds after which it looks by itself, should another process have answered
const words = JSON.parse(document.body.dataset.words);
const root = document.documentElement;
const language = root.dataset.chosen === "yes" ? root.lang : "";
const find = (id) => document.getElementById(id);
const [text, notice, preparing, leaving] = [find("text"), find("notice"), find("preparing"), find("leaving")];

const talk = new Talk(find("log"), words, choose);
const attached = new Attached(find("files"), find("attached"), words, tell);
const pending = new Pending({
  sending: (message) => talk.mark(message.client_id, words.sending),
  sent(message) {
    talk.mark(message.client_id, words.sent);
    if (pending.waiting.length === 0) prepare(true);
    listen();
  },
  waiting(message) {
    connection("offline");
    const button = { label: words["try-now"], press: () => pending.go() };
    talk.mark(message.client_id, words.unsent, button);
  },
  refused,
});
const otherTabs = "BroadcastChannel" in window ? new BroadcastChannel("aduan") : null;
let stream = null;
let answerTimer = 0;
let askTimer = 0;
let offlineTimer = 0;
let unseen = [];
let era = 0; // one more each time the page is emptied

// ---- saying ----

function say() {
  const said = text.value.trim();
  if (said.length > Number(words.most_characters)) return tell(words["too-long"]);
  const files = attached.take();
  if (!said && files.length === 0) return text.focus();
  text.value = "";
  draft.keep("");
  fit();
  tell("");
  send({ text: said, files });
}

function choose(choice, choices) {
  tell("");
  const byKeyboard = document.activeElement?.matches(":focus-visible");
  const item = send({ choice: choice.key, label: choice.label, choices, files: [] });
  // The pressed button is gone: who goes by keyboard continues from what was just said, one Tab before the next buttons.
  if (byKeyboard) item.focus({ preventScroll: true });
}

function send(message) {
  const whole = { client_id: newId(), language, at: new Date().toISOString(), ...message };
  const item = show(whole);
  prepare(false);
  pending.add(whole);
  return item;
}

function show(message) {
  const files = message.files.map((file) => ({ name: file.name, kind: attached.kindOf(file) }));
  const item = talk.person({ ...message, files }, words.sending);
  reveal(item);
  return item;
}

/** The server will not take it as it is: everything goes back to where the person can change it. */
function refused(message, why) {
  talk.takeBack(message.client_id);
  prepare(false);
  if (message.choice) {
    const last = [...document.querySelectorAll(".said.office")].pop();
    last?.append(talk.buttons(message.choices));
    return tell(words[why === "slow-down" ? "slow-down-choice" : why]);
  }
  putBack(message);
  tell(words[why]);
}

function putBack(message) {
  text.value = [message.text, text.value].filter(Boolean).join("\n");
  draft.keep(text.value);
  attached.put(message.files);
  fit();
}

// ---- hearing ----

function listen() {
  if (stream && stream.readyState !== EventSource.CLOSED) return;
  stream = new EventSource(`/chat/stream?after=${talk.last}`);
  stream.onopen = () => {
    clearTimeout(offlineTimer);
    connection("online");
    pending.go();
  };
  stream.onerror = () => {
    // A line that is cut and back at once, as proxies do to long answers, is not worth a word.
    clearTimeout(offlineTimer);
    offlineTimer = setTimeout(() => connection("offline"), 4000);
    if (stream.readyState === EventSource.CLOSED) setTimeout(resume, 4000, era);
  };
  stream.addEventListener("said", (event) => hear(JSON.parse(event.data)));
  stream.addEventListener("left", () => empty(words.left));
}

function hear(said) {
  if (!talk.office(said)) return;
  prepare(false);
  reveal(find("log").lastElementChild);
  saw([said.id]);
}

/** What is on the screen of a page that is looked at has arrived; that is what the server is told. */
function saw(ids) {
  unseen.push(...ids);
  if (document.visibilityState !== "visible" || unseen.length === 0) return;
  const told = unseen;
  unseen = [];
  const headers = { "content-type": "application/json" };
  fetch("/chat/seen", { method: "POST", headers, body: JSON.stringify({ ids: told }), keepalive: true })
    .then((response) => {
      if (response.status >= 500) throw new Error("later");
    })
    .catch(() => setTimeout(() => saw(told), 5000));
}

async function resume(since = era) {
  if (since !== era) return;
  let history;
  try {
    const response = await fetch("/chat/history", { cache: "no-store" });
    if (!response.ok) throw new Error("later");
    history = await response.json();
  } catch {
    connection("offline");
    setTimeout(resume, 4000, since);
    return;
  }
  if (since !== era) return; // left while this was on its way
  const known = new Set();
  for (const said of history.said) {
    if (said.from === "office") {
      if (!talk.office(said)) continue;
      prepare(false);
      saw([said.id]);
    } else {
      known.add(said.client_id);
      if (talk.mine.has(said.client_id)) talk.mark(said.client_id, words.sent);
      else talk.person(said);
    }
  }
  pending.drop(known);
  for (const message of pending.waiting) if (!talk.mine.has(message.client_id)) show(message);
  const last = find("log").lastElementChild;
  if (last) reveal(last, "instant");
  pending.hasSession = history.session;
  if (history.talk) listen();
  pending.go();
}

// ---- leaving ----

async function leave() {
  empty(""); // "cleared" is said when it is so: only the server can take the cookie away
  otherTabs?.postMessage("left");
  for (;;) {
    try {
      const response = await fetch("/chat/leave", { method: "POST" });
      if (response.ok) break;
    } catch {
      // said below, and tried again
    }
    tell(words["left-unsure"]);
    await new Promise((done) => setTimeout(done, 3000));
  }
  tell(words.left, true);
  notice.focus();
}

function empty(why) {
  era += 1;
  stream?.close();
  stream = null;
  pending.clear();
  attached.clear();
  talk.clear();
  unseen = [];
  text.value = "";
  prepare(false);
  fit();
  clearTimeout(offlineTimer);
  connection("");
  tell(why, true);
  notice.focus();
  scrollTo({ top: 0, behavior: "instant" });
}

// ---- the page's own state ----

function tell(what, good = false) {
  notice.textContent = what;
  notice.classList.toggle("good", good);
}

function connection(state) {
  const shown = find("connection");
  const before = shown.dataset.state ?? "";
  if (state === before) return;
  shown.dataset.state = state;
  shown.textContent = state && state !== "offline" ? words[state] : "";
  if (state === "offline") tell(words.offline);
  else if (before === "offline" && state === "online") {
    tell(words["back-online"], true);
    setTimeout(() => notice.textContent === words["back-online"] && tell(""), 5000);
  }
}

function prepare(shown) {
  clearTimeout(answerTimer);
  clearTimeout(askTimer);
  preparing.hidden = !shown;
  if (!shown) return;
  reveal(preparing);
  askTimer = setTimeout(resume, ASK_AGAIN * 1000, era);
  answerTimer = setTimeout(() => prepare(false), WAIT_FOR_ANSWER * 1000);
}

function reveal(item, behavior = "auto") {
  item.scrollIntoView({ block: "end", behavior });
}

/** Grow with the text where the browser does not do so by itself. */
function fit() {
  if (CSS.supports("field-sizing", "content")) return;
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight + 3}px`;
}

find("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  say();
});
text.addEventListener("keydown", (event) => {
  // A keyboard on the screen has no Shift+Enter worth the name: there Enter starts a new line, the button sends.
  const onScreen = matchMedia("(hover: none) and (pointer: coarse)").matches;
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || onScreen) return;
  event.preventDefault();
  say();
});
text.addEventListener("input", () => {
  draft.keep(text.value);
  fit();
});
find("leave").addEventListener("click", () => leaving.showModal());
leaving.addEventListener("close", () => {
  if (leaving.returnValue === "leave") leave();
  leaving.returnValue = "";
});
otherTabs?.addEventListener("message", () => empty(words.left));
document.addEventListener("visibilitychange", () => saw([]));
addEventListener("online", () => pending.go());
addEventListener("offline", () => connection("offline"));
addEventListener("beforeunload", (event) => {
  if (pending.hasFiles) event.preventDefault();
});
// A page that is kept for the back button keeps no talk: it is fetched again, if it is still theirs.
addEventListener("pagehide", () => {
  stream?.close();
  talk.clear();
});
addEventListener("pageshow", (event) => {
  if (event.persisted) location.reload();
});

// What is scrolled or tabbed to must not end up behind the box that stays at the lower edge.
let covered = 0;
new ResizeObserver(([dock]) => {
  const height = dock.target.offsetHeight;
  const covers = getComputedStyle(dock.target).position === "sticky";
  root.style.scrollPaddingBottom = covers ? `${height + 12}px` : "";
  const last = find("log").lastElementChild;
  const nearEnd = last && last.getBoundingClientRect().bottom < innerHeight + 250;
  if (covers && height > covered && nearEnd) reveal(last, "instant");
  covered = height;
}).observe(document.querySelector(".dock"));

text.value = draft.get();
for (const message of pending.takeThoseWithoutFiles()) {
  putBack(message);
  tell(words["files-lost"]);
}
find("composer").hidden = false;
find("leave").hidden = false;
fit();
resume();
