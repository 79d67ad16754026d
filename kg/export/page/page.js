// The page of a network: draws it, filters it, and shows the statements behind it. Text from articles enters the page as
// text alone, never as markup.
"use strict";

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const LISTED = 200;
  const TOLD = 40;
  const FEW = 80;
  const MANY = 1500;
  const at = (id) => document.getElementById(id);

  // ---- what there is

  const nodes = data.nodes.map((node, place) => ({ ...node, place, links: [], strength: 0, seen: true }));
  const links = data.edges.map((edge) => ({ ...edge, seen: true }));
  const parallel = new Map();
  for (const link of links) {
    link.from = nodes[link.source];
    link.to = nodes[link.target];
    for (const end of new Set([link.from, link.to])) {
      end.links.push(link);
      end.strength += link.weight;
    }
    const pair = [Math.min(link.source, link.target), Math.max(link.source, link.target)].join(" ");
    const before = parallel.get(pair) ?? 0;
    parallel.set(pair, before + 1);
    link.bend = link.from === link.to ? 0.6 : before === 0 ? 0 : 0.18 * Math.ceil(before / 2) * (before % 2 ? 1 : -1);
  }
  const most = Math.max(1, ...nodes.map((node) => node.strength));
  for (const node of nodes) node.radius = (data.families[node.family].size / 3) * (0.7 + 1.8 * Math.sqrt(node.strength / most));
  const byStrength = [...nodes].sort((one, other) => other.strength - one.strength || one.place - other.place);
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  for (const node of nodes) node.folded = folded(node.label);

  // ---- elements, made without markup

  function element(tag, properties = {}, ...children) {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  }

  function link(url, text) {
    if (!/^https?:\/\//i.test(url ?? "")) return document.createTextNode(text);
    return element("a", { href: url, rel: "noopener noreferrer", target: "_blank" }, text);
  }

  function choice(name, value, label, mark) {
    const box = element("input", { type: "checkbox", checked: true, name, value });
    box.addEventListener("change", refresh);
    return element("label", {}, box, " ", mark, label);
  }

  function swatch(colour) {
    const made = element("span", { className: "swatch" });
    made.style.background = colour;
    return made;
  }

  function stroke(stance) {
    const made = element("span", { className: "stroke" });
    made.style.color = data.lines[stance].colour;
    made.style.borderTopStyle = data.lines[stance].style;
    return made;
  }

  // ---- filters

  let visible = nodes.length;

  function counted(things, key) {
    const found = new Map();
    for (const thing of things) found.set(key(thing), (found.get(key(thing)) ?? 0) + 1);
    return [...found].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1));
  }

  const spaced = (kind) => kind.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();
  for (const [kind, number] of counted(nodes, (node) => node.kind)) {
    const family = data.families[nodes.find((node) => node.kind === kind).family];
    at("of-kinds").lastElementChild.append(choice("kind", kind, `${spaced(kind)} (${number})`, swatch(family.colour)));
  }
  const sort = (each) => `${each.kind} ${each.stance}`;
  for (const [named, number] of counted(links, sort)) {
    const first = links.find((each) => sort(each) === named);
    const name = first.label.replace(/ \(.*/s, "");
    at("of-actions").lastElementChild.append(choice("action", named, `${name} (${number})`, stroke(first.stance)));
  }
  const technologies = new Set(links.flatMap((each) => each.technologies ?? []));
  at("technology").append(element("option", { value: "" }, "all"));
  for (const name of [...technologies].sort()) at("technology").append(element("option", { value: name }, name));
  at("technology").addEventListener("change", refresh);
  if (!technologies.size) at("of-technology").hidden = true;

  const days = [...nodes, ...links].flatMap((thing) => (thing.spells ?? []).flat().filter(Boolean)).sort();
  const month = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
  const named = (number) => `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}`;
  const [first, last] = days.length ? [month(days[0]), month(days.at(-1))] : [0, 0];
  if (!days.length) at("of-time").hidden = true;
  for (const [id, value] of [["from", first], ["to", last]]) {
    Object.assign(at(id), { min: first, max: last, value });
    at(id).addEventListener("input", refresh);
  }
  at("undated").addEventListener("change", refresh);

  function timely(thing, from, to) {
    if (!thing.spells?.length) return null;
    return thing.spells.some(([start, end]) => (!start || month(start) <= to) && (!end || month(end) >= from));
  }

  const checked = (name) => new Set([...document.querySelectorAll(`input[name="${name}"]:checked`)].map((box) => box.value));

  function filter() {
    const [from, to] = [Number(at("from").value), Number(at("to").value)];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    at("from-day").textContent = named(low);
    at("to-day").textContent = named(high);
    const [kinds, actions, technology] = [checked("kind"), checked("action"), at("technology").value];
    const undated = at("undated").checked;
    for (const node of nodes) node.seen = kinds.has(node.kind) && (timely(node, low, high) ?? true);
    for (const each of links) {
      const ends = each.from.seen && each.to.seen;
      const time = timely(each, low, high) ?? (undated || !days.length || Boolean(each.from.spells || each.to.spells));
      const topic = !technology || (each.technologies ?? []).includes(technology);
      each.seen = ends && time && topic && actions.has(sort(each));
    }
    for (const node of nodes) if (node.links.length) node.seen &&= node.links.some((each) => each.seen);
    visible = nodes.filter((node) => node.seen).length;
  }

  // ---- the list, which holds all that the picture holds

  let chosen = null;

  function list() {
    const wanted = folded(at("search").value.trim());
    const found = byStrength.filter((node) => node.seen && node.folded.includes(wanted));
    at("list").replaceChildren(...found.slice(0, LISTED).map(item));
    at("more").textContent =
      found.length > LISTED ? `${found.length - LISTED} more; type to find them` : found.length ? "" : "nothing of that name";
    const edges = links.filter((each) => each.seen).length;
    at("counted").textContent = `${visible} of ${nodes.length} nodes, ${edges} of ${links.length} edges`;
  }

  function item(node) {
    const button = element("button", { type: "button" }, swatch(data.families[node.family].colour), node.label);
    button.dir = "auto";
    button.setAttribute("aria-pressed", String(chosen === node));
    button.addEventListener("click", () => choose(node, { move: true }));
    button.node = node;
    return element("li", {}, button);
  }

  at("list").addEventListener("keydown", (event) => {
    const buttons = [...at("list").querySelectorAll("button")];
    const now = buttons.indexOf(document.activeElement);
    const next = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    if (next < 0) at("search").focus();
    else buttons[Math.min(next, buttons.length - 1)]?.focus();
  });
  at("search").addEventListener("input", list);
  at("search").addEventListener("keydown", (event) => {
    const button = at("list").querySelector("button");
    if (event.key === "ArrowDown" && button) {
      event.preventDefault();
      button.focus();
    }
    if (event.key === "Enter" && button) choose(button.node, { move: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && !/INPUT|SELECT/.test(document.activeElement.tagName)) {
      event.preventDefault();
      at("search").focus();
    }
    if (event.key === "Escape") {
      at("search").value = "";
      choose(null);
      list();
    }
  });

  // ---- details

  function choose(thing, { move = false } = {}) {
    chosen = thing;
    for (const button of at("list").querySelectorAll("button")) button.setAttribute("aria-pressed", String(button.node === thing));
    at("details").replaceChildren(...(thing === null ? [] : thing.links ? ofNode(thing) : ofLink(thing)));
    at("details").scrollTop = 0;
    if (move && thing?.links && thing.x !== undefined) {
      held = true;
      const time = calm ? 0 : 400;
      graph.centerAt(thing.x, thing.y, time).zoom(Math.max(graph.zoom(), 3), time);
    }
    graph.nodeColor(graph.nodeColor());
  }

  function ofNode(node) {
    const seen = node.links.filter((each) => each.seen).sort((one, other) => other.weight - one.weight);
    const name = element("h2", {}, node.label);
    name.dir = "auto";
    const parts = [name, element("p", { className: "kind" }, spaced(node.kind))];
    for (const id of node.statement ? [node.statement] : []) parts.push(...quotes(data.statements[id]));
    const rest = seen.map((each) => () => ofLink(each, node));
    return [...parts, ...paged(rest)];
  }

  function paged(makers) {
    const now = makers.slice(0, TOLD).flatMap((make) => make());
    if (makers.length <= TOLD) return now;
    const more = element("button", { type: "button" }, `Show ${makers.length - TOLD} more`);
    more.addEventListener("click", () => more.replaceWith(...paged(makers.slice(TOLD))));
    return [...now, more];
  }

  function ofLink(each, seenFrom) {
    const heading = element(seenFrom ? "h3" : "h2", {}, stroke(each.stance), `${each.from.label} ${data.directed ? "→" : "–"} `);
    heading.append(element("span", {}, each.label), ` ${data.directed ? "→" : "–"} ${each.to.label}`);
    const told = (each.statements ?? []).map((id) => data.statements[id]).filter(Boolean);
    const other = seenFrom && (each.from === seenFrom ? each.to : each.from).statement;
    if (other) told.push(data.statements[other]);
    return [heading, ...told.flatMap((statement) => quotes(statement))];
  }

  function quotes(statement) {
    if (!statement) return [];
    const parts = [element("p", { className: "kind" }, statement.label)];
    for (const quote of statement.quotes) {
      const from = [quote.publisher, quote.published?.slice(0, 10), quote.verified ? null : "quote not verified"].filter(Boolean).join(", ");
      const body = element("blockquote", {}, quote.text);
      body.dir = "auto";
      body.append(element("footer", {}, link(quote.url, quote.title || quote.url || "article without a title"), from ? ` (${from})` : ""));
      parts.push(body);
    }
    return parts;
  }

  // ---- the picture

  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const style = () => getComputedStyle(document.documentElement);
  let ink, fade;
  let hovered = null;

  function near(node) {
    const centre = chosen ?? hovered;
    if (!centre) return true;
    if (!centre.links) return node === centre.from || node === centre.to;
    return node === centre || node.links.some((each) => each.seen && (each.from === centre || each.to === centre));
  }

  const close = (each) => !chosen || chosen === each || each.from === chosen || each.to === chosen;
  const thin = (colour, opacity) => colour + Math.round(opacity * 255).toString(16).padStart(2, "0");
  const crowded = links.length > MANY ? 0.4 : 1;

  function label(node, context, scale) {
    const important = node === hovered || node === chosen || (chosen && near(node) && chosen.links?.length < 60);
    const size = 12 / scale;
    if (!important && (chosen || node.radius * scale < (few() ? 2 : 9))) return;
    context.font = `${node === chosen || node === hovered ? "bold " : ""}${size}px system-ui, sans-serif`;
    context.textAlign = "center";
    context.textBaseline = "top";
    context.fillStyle = ink;
    const text = node.label.length > 40 ? `${[...node.label].slice(0, 39).join("")}…` : node.label;
    const said = text.replace(/\s+/g, " ");
    const [width, top] = [context.measureText(said).width, node.y + node.radius + 1 / scale];
    if (!important && !free(node.x - width / 2, top, width, size)) return;
    context.fillText(said, node.x, top);
  }

  // Names that were drawn in this frame; the nodes with the most weight come first, so theirs are kept.
  let taken = [];
  function free(left, top, width, height) {
    const covers = ([x, y, w, h]) => left < x + w && x < left + width && top < y + h && y < top + height;
    if (taken.some(covers)) return false;
    taken.push([left, top, width, height]);
    return true;
  }

  const few = () => visible <= FEW;

  function dashes(each) {
    const lengths = data.lines[each.stance].dashes;
    return lengths.length ? lengths.map((length) => length / 2) : null;
  }

  const box = at("canvas");
  const graph = new ForceGraph(box)
    .width(box.clientWidth)
    .height(box.clientHeight)
    .nodeId("place")
    .nodeLabel(() => "")
    .linkLabel(() => "")
    .nodeVal((node) => node.radius ** 2)
    .nodeRelSize(1)
    .nodeVisibility("seen")
    .linkVisibility("seen")
    .nodeColor((node) => thin(data.families[node.family].colour, near(node) ? 1 : fade))
    .linkColor((each) => thin(data.lines[each.stance].colour, close(each) ? (chosen ? 1 : crowded) : fade))
    .linkWidth((each) => (chosen && close(each) ? 1.5 : 0.8) * Math.min(1 + Math.log2(1 + each.weight) / 2, 4))
    .linkLineDash(dashes)
    .linkCurvature("bend")
    .linkDirectionalArrowLength(data.directed && links.length <= MANY ? 3.5 : 0)
    .linkDirectionalArrowRelPos(1)
    .nodeCanvasObjectMode(() => "after")
    .nodeCanvasObject(label)
    .onNodeHover((node) => (hovered = node))
    .onNodeClick((node) => choose(node))
    .onLinkClick((each) => choose(each))
    .onBackgroundClick(() => choose(null))
    .onRenderFramePre(() => (taken = []))
    .onRenderFramePost(drawn)
    .warmupTicks(calm ? (nodes.length > 1000 ? 20 : 120) : 0)
    .cooldownTicks(calm ? 0 : nodes.length > 1000 ? 120 : 240)
    .onEngineTick(fit)
    .onEngineStop(fit);
  graph.d3Force("charge").strength(nodes.length <= MANY ? -80 : -40);
  graph.d3Force("gravity", gravity);

  function gravity(alpha) {
    for (const node of nodes) {
      node.vx -= node.x * alpha * 0.06;
      node.vy -= node.y * alpha * 0.06;
    }
  }

  let held = false;
  function fit() {
    if (!held) graph.zoomToFit(0, 40, (node) => node.seen);
  }

  let marked = false;
  function drawn() {
    if (!marked) performance.mark("first picture");
    marked = true;
  }

  function paint() {
    ink = style().getPropertyValue("--ink").trim();
    fade = Number(style().getPropertyValue("--fade"));
    graph.nodeColor(graph.nodeColor());
  }

  function refresh() {
    filter();
    list();
    graph.nodeVisibility("seen").linkVisibility("seen");
  }

  at("theme").addEventListener("click", () => {
    const dark = style().colorScheme === "dark";
    document.documentElement.dataset.theme = dark ? "light" : "dark";
    paint();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);
  new ResizeObserver(() => graph.width(box.clientWidth).height(box.clientHeight)).observe(box);
  for (const touch of ["pointerdown", "wheel"]) box.addEventListener(touch, () => (held = true), { passive: true });

  filter();
  list();
  paint();
  graph.graphData({ nodes: byStrength, links });
  globalThis.network = { choose, nodes, links, graph };
})();
