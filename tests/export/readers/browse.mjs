// Visits a page of ours as people do, with the network off, and prints a line of JSON of what came of it.
// node browse.mjs BROWSER FILE WORD: WORD is typed into the search, and the first name found is chosen by keyboard.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [, , executablePath, file, word] = process.argv;
const quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const browser = await chromium.launch({ executablePath, args: [...quiet, "--disable-component-update", "--disable-sync"] });
const told = { problems: [], requests: [], alerts: 0 };

const context = await browser.newContext({ offline: true, viewport: { width: 1400, height: 900 } });
const page = await context.newPage();
page.on("console", (line) => ["error", "warning"].includes(line.type()) && told.problems.push(line.text()));
page.on("pageerror", (error) => told.problems.push(String(error)));
page.on("request", (request) => told.requests.push(request.url().slice(0, 200)));
page.on("dialog", (dialog) => { told.alerts += 1; dialog.dismiss(); });

await page.goto(pathToFileURL(file).href);
await page.waitForFunction(() => performance.getEntriesByName("first picture").length > 0);
told.first_picture = await page.evaluate(() => performance.getEntriesByName("first picture")[0].startTime);
told.counted = await page.textContent("#counted");
told.joined = await page.evaluate(() => {
  const drawn = globalThis.network.graph.graphData().links;
  return drawn.filter((link) => link.source === link.from && link.target === link.to).length;
});
told.shown = await page.evaluate(() => {
  const canvas = document.querySelector("canvas");
  const pixels = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  return pixels.some((value) => value !== 0);
});

await page.keyboard.press("/");
await page.keyboard.type(word);
await page.keyboard.press("ArrowDown");
told.focused = await page.evaluate(() => document.activeElement.textContent);
await page.keyboard.press("Enter");
told.details = await page.textContent("#details");
told.links = await page.$$eval("#details a", (links) => links.map((link) => link.getAttribute("href")));
told.pressed = await page.$$eval('#list [aria-pressed="true"]', (buttons) => buttons.length);

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
told.faults = [];
for (const theme of ["light", "dark"]) {
  await page.evaluate((name) => { document.documentElement.dataset.theme = name; }, theme);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run());
  const serious = violations.filter(({ impact }) => ["serious", "critical"].includes(impact));
  told.faults.push(...serious.map(({ id, nodes }) => `${theme}: ${id} at ${nodes[0].html.slice(0, 120)}`));
}

await page.keyboard.press("Escape");
told.let_go = await page.textContent("#details");
await page.locator('input[name="action"]').first().uncheck();
told.after_filter = await page.textContent("#counted");
await page.locator('input[name="action"]').first().check();
told.after_time = await page.evaluate(() => {
  const to = document.getElementById("to");
  to.value = to.min;
  to.dispatchEvent(new Event("input"));
  return document.getElementById("counted").textContent;
});
told.frames = await page.evaluate(async () => {
  let frames = 0;
  const until = performance.now() + 1000;
  while (performance.now() < until) {
    await new Promise(requestAnimationFrame);
    frames += 1;
  }
  return frames;
});
await page.emulateMedia({ media: "print" });
told.printed = await page.evaluate(() => getComputedStyle(document.getElementById("finding")).display);
console.log(JSON.stringify(told));
await browser.close();
