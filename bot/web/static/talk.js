// The talk as it is shown: messages, the buttons under the last one, the day between them. Text only, never markup.

const NUMBER = /\b[A-Z]{2,6}-\d{4}-\d{5,}-\d\b/;
const ROW = /^(?:([A-I]) )?([^\s:.,?!][^:.?!\n]{1,30}): (.+)$/s;

export class Talk {
  constructor(log, words, onChoice) {
    this.log = log;
    this.words = words;
    this.onChoice = onChoice;
    this.clear();
    const languages = [document.documentElement.lang, "id"];
    const timeZone = words.time_zone; // the office's: the dates in the talk are counted there
    this.hour = new Intl.DateTimeFormat(languages, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone });
    const day = { weekday: "long", day: "numeric", month: "long", year: "numeric", timeZone };
    this.day = new Intl.DateTimeFormat(languages, day);
  }

  clear() {
    this.log.replaceChildren();
    this.mine = new Map();
    this.shown = new Set();
    this.last = 0;
    this.lastDay = "";
    this.lastSender = "";
  }

  get empty() {
    return this.log.childElementCount === 0;
  }

  /** What the office said: {id, lines, choices, files, at}. False when it stands here already. */
  office(said) {
    if (this.shown.has(said.id)) return false;
    this.shown.add(said.id);
    this.last = Math.max(this.last, said.id);
    const { item, bubble } = this.entry("office", said.at);
    for (const line of said.lines) bubble.append(paragraph(line));
    for (const [place, file] of said.files.entries()) {
      const link = element("a", "file", file.name || this.words.document);
      link.href = `/chat/file/${said.id}/${place}`;
      link.setAttribute("download", "");
      bubble.append(link);
    }
    this.append(item);
    if (said.choices.length > 0) {
      this.closeChoices();
      item.append(this.buttons(said.choices));
    }
    return true;
  }

  /** What the person said: {client_id, text, label, files: [{name, kind}], at}. Gives the item, to mark its state. */
  person(said, state = "") {
    const { item, bubble } = this.entry("person", said.at);
    const text = said.label || said.text;
    if (text) bubble.append(element("p", "", text));
    for (const file of said.files ?? []) {
      const kind = this.words[file.kind] ?? this.words.document;
      bubble.append(element("p", "file", file.name ? `${kind}: ${file.name}` : kind));
    }
    this.mine.set(said.client_id, item);
    this.mark(said.client_id, state);
    this.closeChoices();
    this.append(item);
    return item;
  }

  /** Put a state under one's own message; `button`: {label, press}. */
  mark(clientId, state, button = null) {
    const item = this.mine.get(clientId);
    if (!item) return;
    const meta = item.querySelector(".meta");
    meta.textContent = [item.dataset.hour, state].filter(Boolean).join(" · ");
    item.classList.toggle("unsent", Boolean(button));
    if (button) {
      const press = element("button", "", button.label);
      press.type = "button";
      press.addEventListener("click", button.press);
      meta.append(" ", press);
    }
  }

  takeBack(clientId) {
    this.mine.get(clientId)?.remove();
    this.mine.delete(clientId);
    this.lastSender = "";
  }

  /** Buttons belong to what was asked last; once something was said they are gone. */
  closeChoices() {
    this.log.querySelector(".choices")?.remove();
  }

  buttons(choices) {
    const many = choices.length > 3;
    const group = element("div", many ? "choices many" : "choices");
    group.setAttribute("role", "group");
    group.setAttribute("aria-label", this.words.choices);
    for (const choice of choices) {
      const button = element("button", "");
      button.type = "button";
      if (many) button.append(element("span", "number", String(choice.number)), " ");
      button.append(element("span", "", choice.label));
      button.addEventListener("click", () => this.onChoice(choice, choices));
      group.append(button);
    }
    return group;
  }

  entry(sender, at) {
    const moment = new Date(at);
    const day = this.day.format(moment);
    if (day !== this.lastDay) {
      this.lastDay = day;
      this.lastSender = "";
      this.log.append(element("li", "day", day));
    }
    const item = element("li", `said ${sender}`);
    if (sender === this.lastSender) item.classList.add("same");
    this.lastSender = sender;
    item.tabIndex = -1;
    item.dataset.hour = this.hour.format(moment);
    item.append(element("p", "who", sender === "person" ? this.words.you : this.words.us));
    const bubble = element("div", "bubble");
    item.append(bubble, element("p", "meta", item.dataset.hour));
    return { item, bubble };
  }

  append(item) {
    this.log.append(item);
  }
}

/** A line of the office. `A Name: Siti` becomes a row with its letter; a register number stands out and stays whole. */
function paragraph(line) {
  const row = ROW.exec(line);
  if (!row || row[2].split(" ").length > 4) return withNumber(element("p", ""), line);
  const [, letter, label, value] = row;
  const made = element("p", "fact");
  if (letter) made.append(element("span", "letter", letter), " ");
  made.append(element("span", "label", `${label}:`), " ");
  return withNumber(made, value);
}

function withNumber(into, text) {
  const found = NUMBER.exec(text);
  if (!found) {
    into.append(text);
    return into;
  }
  into.append(text.slice(0, found.index), element("b", "", found[0]));
  return withNumber(into, text.slice(found.index + found[0].length));
}

export function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}
