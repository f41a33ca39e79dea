import { existsSync } from 'node:fs';
import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Config, DomainError } from '@sampan/kernel';
import type { Browser } from 'playwright-core';

const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const LONGEST_MS = 30_000;

/** Where the page seems to stand: a name that no network knows (RFC 2606). */
const PAGE = 'http://document.invalid/';
/** Data URLs and styles of its own, nothing else; and it stays where it is: a page that wants to go on cannot be printed. */
const POLICY = "sandbox; default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'";

export interface PaperOptions {
  readonly format?: 'A4' | 'A5';
  readonly landscape?: boolean;
}

/**
 * HTML printed to PDF by Chromium: the libraries that write PDF themselves mis-shape Khmer, Thai, Lao and Burmese.
 * The page may load nothing from outside: fonts and pictures come as data URLs.
 */
@Injectable()
export class Documents implements OnApplicationShutdown {
  private readonly logger = new Logger(Documents.name);
  private browser: Promise<Browser> | undefined;

  constructor(private readonly config: Config) {}

  get available(): boolean {
    return this.config.chromiumPath !== null && existsSync(this.config.chromiumPath);
  }

  /** @throws PDF_UNAVAILABLE when the machine has no Chromium, or it does not work. */
  async pdf(html: string, paper: PaperOptions = {}): Promise<Buffer> {
    try {
      return await this.print(html, paper);
    } catch (error) {
      if (error instanceof DomainError) {
        throw error;
      }
      this.logger.warn({ failure: (error as Error).name }, 'Chromium did not print');
      throw new DomainError('unavailable', 'PDF_UNAVAILABLE', 'The document could not be printed just now.');
    }
  }

  private async print(html: string, { format = 'A4', landscape = false }: PaperOptions): Promise<Buffer> {
    const browser = await this.open();
    const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
    try {
      // Offline is about the network; this is about everything, the files of this machine too. Data URLs are no requests.
      await context.route(() => true, (route) => route.abort());
      await context.route(PAGE, (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', headers: { 'content-security-policy': POLICY }, body: html }), { times: 1 });
      const page = await context.newPage();
      page.setDefaultTimeout(LONGEST_MS);
      await page.goto(PAGE, { waitUntil: 'load' });
      return await page.pdf({ format, landscape, printBackground: true, preferCSSPageSize: true });
    } finally {
      await context.close();
    }
  }

  private async open(): Promise<Browser> {
    const { chromiumPath } = this.config;
    if (!chromiumPath || !this.available) {
      throw new DomainError('unavailable', 'PDF_UNAVAILABLE', 'This server has no Chromium, which prints documents. Ask the administrator to install it.');
    }
    const running = await this.browser?.catch(() => undefined);
    if (running?.isConnected()) {
      return running;
    }
    // Half of all modules, by weight and by time: whoever never prints does not carry them.
    this.browser = import('playwright-core').then(({ chromium }) => chromium.launch({ executablePath: chromiumPath, args: FLAGS }));
    return this.browser;
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.browser?.catch(() => undefined))?.close();
  }
}
