import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { folderOf } from './folder';

/** How a page is looked at. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly scripts?: boolean;
  /** What follows the address, from `#` on. */
  readonly hash?: string;
}

/** A page that is open, and what it did since. */
export interface Opened {
  readonly page: Page;
  /** Addresses that it asked for, its own first. */
  readonly requests: readonly string[];
  /** What it wrote to the console, errors that nothing caught, and dialogs. */
  readonly messages: readonly string[];
}

/** Opens a page from a file, as people open a report. */
export type Open = (html: string, look?: Look) => Promise<Opened>;

/** Tests that need a browser: one for all of them, skipped where the start of the run found none. */
export function describeChromium(name: string, tests: (open: Open) => void): void {
  const path = process.env['CHROMIUM_PATH'] ?? '';
  (path === '' ? describe.skip : describe)(name, () => {
    let browser: Browser | undefined;
    let opened: Page | undefined;

    beforeAll(async () => {
      // Chromium refuses to run its sandbox as root, which is what containers are.
      const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
      browser = await launch({ executablePath: path, args });
    }, 60_000);
    afterEach(async () => {
      await opened?.close();
      opened = undefined;
    });
    afterAll(async () => browser?.close());

    tests(async (html, look = {}) => {
      await opened?.close();
      opened = await newPage(browser, look);
      return show(opened, html, look);
    });
  });
}

async function newPage(
  browser: Browser | undefined,
  { width = 1280, height = 900, scheme = 'light', scripts = true }: Look,
): Promise<Page> {
  if (browser === undefined) throw new Error('the browser did not start');
  const page = await browser.newPage();
  await page.setViewport({ width, height });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setJavaScriptEnabled(scripts);
  return page;
}

async function show(page: Page, html: string, { hash = '' }: Look): Promise<Opened> {
  const requests: string[] = [];
  const messages: string[] = [];
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    requests.push(request.url());
    void (request.url().startsWith('file:') ? request.continue() : request.abort());
  });
  page.on('console', (message) => messages.push(message.text()));
  page.on('pageerror', (error) => messages.push(String(error)));
  page.on('dialog', (dialog) => {
    messages.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  const file = join(folderOf({ 'review.html': html }), 'review.html');
  await page.goto(`${pathToFileURL(file).href}${hash}`);
  return { page, requests, messages };
}

/** What an expression of the page comes to; the sources of the project know no DOM. */
export async function inPage<T>(page: Page, expression: string): Promise<T> {
  return (await page.evaluate(expression)) as T;
}
