// What the person typed and the server has not taken yet. It survives a reload and a lost network, in this tab alone.

const DRAFT = "aduan.draft";
const PENDING = "aduan.pending";
const PAUSES = [1, 2, 4, 8, 15]; // seconds between tries

export const draft = {
  get: () => read(DRAFT) ?? "",
  keep: (text) => (text ? write(DRAFT, text) : remove(DRAFT)),
};

/** A UUID, also where the page did not come over https (there `crypto.randomUUID` is missing). */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 0x0f) | 0x40;
  bytes[8] = (bytes[8] & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/**
 * Sends messages one after the other, the same one again until the server answered, always under the same id:
 * the server recognises it when only its answer was lost. `on` is told: sending, sent, waiting, refused.
 */
export class Pending {
  constructor(on) {
    this.on = on;
    this.waiting = (read(PENDING) ?? []).map((message) => ({ ...message, files: [] }));
    this.tries = 0;
    this.timer = 0;
    this.busy = false;
    this.hasSession = false; // a cookie that scripts cannot see; the server told
    this.stopped = new AbortController();
  }

  /** Messages of an earlier life of this page that only lack their files; they are taken out. */
  takeThoseWithoutFiles() {
    const lost = this.waiting.filter((message) => message.hadFiles);
    this.waiting = this.waiting.filter((message) => !message.hadFiles);
    this.keep();
    return lost;
  }

  /** The server knows these already: its answer was lost, not the message. */
  drop(ids) {
    this.waiting = this.waiting.filter((message) => !ids.has(message.client_id));
    this.keep();
  }

  add(message) {
    this.waiting.push(message);
    this.keep();
    this.go();
  }

  clear() {
    this.stopped.abort();
    this.stopped = new AbortController();
    clearTimeout(this.timer);
    this.waiting = [];
    this.tries = 0;
    this.hasSession = false;
    remove(PENDING);
    remove(DRAFT);
  }

  get hasFiles() {
    return this.waiting.some((message) => message.files.length > 0);
  }

  async go() {
    if (this.busy) return;
    clearTimeout(this.timer);
    this.busy = true;
    try {
      while (this.waiting.length > 0) {
        const message = this.waiting[0];
        this.on.sending(message);
        const answer = await this.post(message);
        if (this.waiting[0] !== message) continue; // cleared meanwhile
        if (answer.again) {
          this.on.waiting(message);
          const pause = PAUSES[Math.min(this.tries++, PAUSES.length - 1)];
          this.timer = setTimeout(() => this.go(), pause * 1000);
          return;
        }
        this.tries = 0;
        this.waiting.shift();
        this.keep();
        if (answer.refused) this.on.refused(message, answer.refused);
        else this.on.sent(message);
      }
    } finally {
      this.busy = false;
    }
  }

  /** {} when taken, {again} when to try later, {refused: why} when it will never be taken as it is. */
  async post(message) {
    const signal = this.stopped.signal;
    try {
      for (let opened = false; ; opened = true) {
        if (!this.hasSession) {
          const session = await within(20, "/chat/session", { method: "POST" }, signal);
          if (!session.ok) return verdict(session.status);
          this.hasSession = true;
        }
        const response = await (message.files.length > 0 ? postFiles : postWords)(message, signal);
        if (response.ok) return {};
        if (response.status !== 401) return verdict(response.status);
        if (opened) return { refused: "no-cookies" };
        this.hasSession = false;
      }
    } catch {
      return { again: true };
    }
  }

  keep() {
    const words = this.waiting.map(({ files, ...rest }) => ({ ...rest, hadFiles: files.length > 0 }));
    if (words.length > 0) write(PENDING, words);
    else remove(PENDING);
  }
}

function verdict(status) {
  if (status >= 500) return { again: true };
  return { refused: { 413: "too-long", 429: "slow-down" }[status] ?? "not-accepted" };
}

function postWords({ client_id, text, choice, label, language }, signal) {
  const body = JSON.stringify(choice ? { client_id, choice, label, language } : { client_id, text, language });
  const headers = { "content-type": "application/json" };
  return within(30, "/chat/message", { method: "POST", headers, body }, signal);
}

function postFiles({ client_id, text, language, files }, signal) {
  const body = new FormData();
  body.append("client_id", client_id);
  body.append("caption", text ?? "");
  body.append("language", language ?? "");
  for (const file of files) body.append("files", file, file.name);
  return within(600, "/chat/file", { method: "POST", body }, signal);
}

/** A request that hangs on a bad line is given up after so many seconds, and tried again. */
function within(seconds, address, options, signal) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const timer = setTimeout(stop, seconds * 1000);
  signal.addEventListener("abort", stop);
  return fetch(address, { ...options, signal: controller.signal }).finally(() => {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  });
}

// Storage may be full or switched off; the page then works without surviving a reload.
function read(key) {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "null");
  } catch {
    return null;
  }
}

function write(key, value) {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    remove(key);
  }
}

function remove(key) {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // nothing was kept
  }
}
