import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Config } from '../config/config';

interface Stoppable {
  close(): Promise<void>;
}

/** The way out: first nothing new, then what is under way, then the end, and the end within a time limit in any case. */
@Injectable()
export class Stopping {
  private readonly logger = new Logger(Stopping.name);
  private begun = false;

  constructor(private readonly config: Config) {}

  get hasBegun(): boolean {
    return this.begun;
  }

  /** Ends the process in order when it is asked to. Ctrl-C under npm arrives twice: once is enough. */
  onSignal(app: Stoppable): void {
    const stop = (): void => void (this.begun || this.stop(app));
    process.on('SIGINT', stop);
    process.on('SIGTERM', stop);
  }

  private async stop(app: Stoppable): Promise<void> {
    this.begun = true;
    const { drain, stop } = this.config.patience;
    await pause(drain * 1_000);
    const limit = setTimeout(() => {
      this.logger.warn({ seconds: stop }, 'Not everything came to its end in time; what is not finished is taken up again by the next process.');
      process.exit(1);
    }, stop * 1_000);
    await app.close().catch((error: Error) => this.logger.error({ failure: error.name }, 'Stopping did not go in order'));
    clearTimeout(limit);
    process.exit(0);
  }
}
