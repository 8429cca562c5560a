/**
 * A headless browser that can load nothing but this folder and the installed packages. Any other
 * request is refused and reported.
 */

import { accessSync, constants } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, extname, join } from 'node:path';
import { chromium, type Browser, type Page, type Route } from 'playwright-core';

/** A host that cannot exist (RFC 2606). Every request to it is answered here. */
const ORIGIN = 'http://pictures.invalid';
const FILES = ['/theme.css', '/in-page.mjs'];
const PACKAGES = '/modules/';
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
};

const PROGRAMS = ['chromium', 'chromium-browser', 'google-chrome'];
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--font-render-hinting=none', // the same letter positions at any scale
];
/** Device pixels per CSS pixel. */
const SCALE = 2;
const HEIGHT = 600;

/** A page once everything in it is drawn. */
export interface Shown {
  /** The visible text in reading order, with white space collapsed. */
  readonly text: string;
  /** Elements that do not fit into their place. A good picture has none. */
  readonly overflowing: readonly string[];
  /** Errors and warnings from the console, and requests that were refused. */
  readonly problems: readonly string[];
  /** The PNG, cropped to the message. */
  readonly png: Buffer;
}

/** @throws Error that says what to install when there is no Chromium on the PATH */
export async function startBrowser(): Promise<Browser> {
  const found = (process.env['PATH'] ?? '')
    .split(delimiter)
    .flatMap((folder) => PROGRAMS.map((program) => join(folder, program)));
  const executablePath = found.find(isExecutable);
  if (executablePath === undefined)
    throw new Error('The pictures need Chromium. On Debian: apt-get install chromium fonts-noto-cjk');
  return chromium.launch({ executablePath, args: ARGUMENTS });
}

/** @param width of the window in CSS pixels */
export async function show(browser: Browser, html: string, width: number): Promise<Shown> {
  const context = await browser.newContext({
    viewport: { width, height: HEIGHT },
    deviceScaleFactor: SCALE,
    serviceWorkers: 'block',
  });
  try {
    const page = await context.newPage();
    const problems: string[] = [];
    await watch(page, html, problems);
    await page.goto(ORIGIN);
    await page.waitForFunction('globalThis.pictures !== undefined');
    await page.evaluate('globalThis.pictures.shown');
    const text = await page.evaluate<string>('globalThis.pictures.visibleText()');
    const overflowing = await page.evaluate<string[]>('globalThis.pictures.overflowing()');
    const png = await page.locator('#picture').screenshot();
    return { text: text.replace(/\s+/g, ' ').trim(), overflowing, problems, png };
  } finally {
    await context.close();
  }
}

async function watch(page: Page, html: string, problems: string[]): Promise<void> {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
  await page.route('**/*', async (route) => {
    const body = await contentOf(new URL(route.request().url()), html);
    if (body === undefined) problems.push(`request: ${route.request().url()}`);
    await (body === undefined ? route.abort() : route.fulfill(body));
  });
}

/** The response to a request, or `undefined` for a request to be refused. */
async function contentOf(
  { origin, pathname }: URL,
  html: string,
): Promise<Parameters<Route['fulfill']>[0] | undefined> {
  if (origin !== ORIGIN) return undefined;
  if (pathname === '/') return { contentType: 'text/html', body: html };
  if (pathname === '/favicon.ico') return { status: 204 };
  const file = FILES.includes(pathname)
    ? new URL(`.${pathname}`, import.meta.url)
    : pathname.startsWith(PACKAGES) &&
      new URL(`../../node_modules/${pathname.slice(PACKAGES.length)}`, import.meta.url);
  const body = file && (await readFile(file, 'utf8').catch(() => undefined));
  return body ? { contentType: CONTENT_TYPES[extname(pathname)] ?? 'text/plain', body } : undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
