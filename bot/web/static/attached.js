// Files chosen and not sent yet. They live in memory alone: a page that is reloaded asks for them again.

import { element } from "./talk.js";

const MB = 1024 * 1024;

export class Attached {
  constructor(input, list, words, tell) {
    this.input = input;
    this.list = list;
    this.words = words;
    this.tell = tell;
    this.files = [];
    input.addEventListener("change", () => {
      tell("");
      this.put([...input.files]);
      input.value = "";
    });
  }

  put(files) {
    for (const file of files) {
      if (file.size > Number(this.words.most_mb) * MB) this.tell(this.words["file-too-large"].replace("{name}", file.name));
      else if (this.files.length >= Number(this.words.most_files)) this.tell(this.words["too-many-files"]);
      else this.files.push(file);
    }
    this.show();
  }

  take() {
    const taken = this.files;
    this.clear();
    return taken;
  }

  clear() {
    this.files = [];
    this.show();
  }

  kindOf(file) {
    const kind = (file.type ?? "").split("/")[0];
    return { image: "photo", audio: "audio", video: "video" }[kind] ?? "document";
  }

  show() {
    this.list.hidden = this.files.length === 0;
    this.list.replaceChildren(...this.files.map((file) => this.chip(file)));
  }

  chip(file) {
    const size = file.size < MB ? `${Math.max(1, Math.round(file.size / 1024))} kB` : `${(file.size / MB).toFixed(1)} MB`;
    const chip = element("li", "");
    const remove = element("button", "", "×");
    remove.type = "button";
    remove.setAttribute("aria-label", this.words["remove-file"].replace("{name}", file.name));
    remove.addEventListener("click", () => {
      this.files = this.files.filter((other) => other !== file);
      this.show();
      this.input.focus();
    });
    chip.append(element("span", "", `${file.name}, ${size}`), remove);
    return chip;
  }
}
