"use strict";
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const make = (tag, text = "", props = {}) => Object.assign(document.createElement(tag), { textContent: text }, props);
  const side = document.getElementById("side"), card = document.getElementById("card");
  const sections = all("main > section"), quotes = [];
  let at = -1, solo = null;

  sections.forEach((section, number) => {
    section.id = "t" + (number + 1);
    section.data = JSON.parse(section.querySelector("script").textContent);
    const seen = new Map();
    for (const q of all("q", section)) {
      const known = seen.get(q.dataset.q);
      if (known) { known.pieces.push(q); continue; }
      const row = section.data.q[q.dataset.q];
      const quote = { section, row, pieces: [q], parts: [], name: row[0] === null ? "?" : section.data.s[row[0]] };
      seen.set(q.dataset.q, quote);
      quotes.push(quote);
      q.tabIndex = 0;
      q.id = "q" + quotes.length;
      q.setAttribute("aria-label", quote.name + " says");
    }
    for (const [, quote] of seen) {
      quote.pieces.at(-1).dataset.n = quote.name;
      quote.pieces.forEach(piece => { piece.quote = quote; });
    }
    for (const part of all("u,i", section)) {
      const quote = seen.get(part.dataset.q);
      if (quote) { quote.parts.push(part); part.quote = quote; }
    }
    if (sections.length === 1) side.append(section.querySelector(".who"));
  });

  const line = (text, kind) => card.append(make("p", text, { className: kind || "" }));
  const words = (quote, tag) => quote.parts.filter(part => part.localName === tag).map(part => part.textContent).join(" ");

  function show(quote) {
    hide();
    const { data } = quote.section, [, rule, reason, sure, known, status, other, likely] = quote.row;
    const first = quote.pieces[0];
    card.textContent = "";
    card.className = first.className;
    card.append(make("b", quote.name));
    if (status) line("how: " + status, "bad");
    const cue = words(quote, "u"), source = words(quote, "i");
    if (cue || source) line((source ? "source “" + source + "”" : "no source") + (cue ? ", cue “" + cue + "”" : ""));
    line("rule " + data.r[rule] + ", " + sure + " % sure: " + data.a[rule], sure < 60 ? "bad" : "dim");
    if (data.w[reason]) line("who: " + data.w[reason] + ", " + known + " % sure", known < 60 ? "bad" : "dim");
    if (other) line("else " + other + ", " + likely + " %", "dim");
    [...quote.pieces, ...quote.parts].forEach(piece => piece.classList.add("on"));
    card.hidden = false;
    const box = first.getClientRects()[0] || first.getBoundingClientRect();
    const below = box.bottom + card.offsetHeight + 12 < innerHeight || box.top < card.offsetHeight + 12;
    card.style.top = scrollY + (below ? box.bottom + 8 : box.top - card.offsetHeight - 8) + "px";
    card.style.left = Math.max(8, Math.min(scrollX + box.left, document.body.clientWidth - card.offsetWidth - 8)) + "px";
    at = quotes.indexOf(quote);
  }
  function hide() {
    card.hidden = true;
    all(".on").forEach(piece => piece.classList.remove("on"));
  }
  const of = event => event.target.closest && (event.target.closest("q,u,i") || {}).quote;
  document.addEventListener("mouseover", event => { const quote = of(event); if (quote) show(quote); else if (!card.contains(event.target)) hide(); });
  document.addEventListener("focusin", event => { const quote = of(event); if (quote) show(quote); });
  document.addEventListener("click", event => {
    const quote = of(event), button = event.target.closest("button[data-s]");
    if (quote) show(quote);
    else if (button) alone(button);
    else if (!card.contains(event.target)) hide();
  });

  function alone(button) {
    const section = sections.length === 1 ? sections[0] : button.closest("section");
    const who = button && solo !== button ? Number(button.dataset.s) : null;
    all("button[aria-pressed]").forEach(other => other.removeAttribute("aria-pressed"));
    sections.forEach(other => other.classList.remove("solo"));
    all("q.me").forEach(q => q.classList.remove("me"));
    solo = who === null ? null : button;
    if (who === null) return;
    button.setAttribute("aria-pressed", "true");
    section.classList.add("solo");
    quotes.filter(quote => quote.section === section && quote.row[0] === who)
      .forEach(quote => quote.pieces.forEach(q => q.classList.add("me")));
  }

  function step(by) {
    for (let next = at + by; next >= 0 && next < quotes.length; next += by) {
      const first = quotes[next].pieces[0];
      if (solo && !first.classList.contains("me")) continue;
      first.scrollIntoView({ block: "center" });
      first.focus({ preventScroll: true });
      // a window behind another gets no event of the focus
      show(quotes[next]);
      history.replaceState(null, "", "#" + first.id);
      return;
    }
  }
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "n") document.body.classList.toggle("plain");
    else if (event.key === "Escape") { hide(); if (solo) alone(solo); }
  });

  const bar = make("div", "", { className: "bar" });
  [["◂ previous", () => step(-1)], ["next ▸", () => step(1)], ["names", () => document.body.classList.toggle("plain")]]
    .forEach(([name, run]) => bar.append(make("button", name, { onclick: run })));
  side.prepend(make("h1", sections.length === 1 ? "Speakers" : "Texts"));
  side.prepend(bar);
  const link = (target, text) => side.append(make("a", text, { href: "#" + target.id }));
  if (sections.length > 1) sections.forEach(section => link(section, section.querySelector("h2").textContent));
  const chapters = all("h3");
  if (chapters.length) side.append(make("h1", "Chapters"));
  chapters.forEach((chapter, number) => { chapter.id = "c" + (number + 1); link(chapter, chapter.textContent); });
  side.append(make("h1", "Key"));
  const key = make("p", "", { className: "key" });
  [["s0", "spoken"], ["s0 i", "reported"], ["s0 no", "denied"], ["s0 if", "not yet said"], ["s0 un", "unsure"]]
    .forEach(([kind, name]) => key.append(make("q", name, { className: kind }), " "));
  key.append(make("s", "nobody’s"), " — j, k: next, previous; n: names; Esc: all");
  side.append(key);
  if (location.hash) { const target = document.getElementById(location.hash.slice(1)); if (target) target.scrollIntoView({ block: "center" }); }
})();
