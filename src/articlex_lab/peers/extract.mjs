// Readability.js and Defuddle as a filter: a JSON object a line in, {engine, html, url}, and one a line out,
// {content, title, author, date, seconds} or {error}. Each gets the tree that its own documentation gives it:
// Readability.js that of jsdom, Defuddle that of linkedom. Nothing is fetched.

import { createInterface } from "node:readline";
import { Readability } from "@mozilla/readability";
import { Defuddle } from "defuddle/node";
import { JSDOM, VirtualConsole } from "jsdom";

const engines = {
  "Readability.js": (html, url) => {
    const dom = new JSDOM(html, { url, virtualConsole: new VirtualConsole() }); // that console prints nothing
    const { content, title, byline, publishedTime } = new Readability(dom.window.document).parse() ?? {};
    dom.window.close();
    return { content, title, author: byline, date: publishedTime };
  },
  Defuddle: async (html, url) => {
    const { content, title, author, published } = await Defuddle(html, url, { useAsync: false });
    return { content, title, author, date: published };
  },
};

console.log = console.warn = console.info = console.debug = () => {}; // stdout is for answers alone

for await (const line of createInterface({ input: process.stdin })) {
  const { engine, html, url } = JSON.parse(line);
  const before = process.cpuUsage();
  let answer;
  try {
    answer = await engines[engine](html, url);
  } catch (error) {
    answer = { error: `${error.name}: ${error.message}` };
  }
  const { user, system } = process.cpuUsage(before);
  process.stdout.write(JSON.stringify({ ...answer, seconds: (user + system) / 1e6 }) + "\n");
}
