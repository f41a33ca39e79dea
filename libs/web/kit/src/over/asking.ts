import { Injectable, signal } from '@angular/core';

export interface Question {
  /** All words are translated already. */
  readonly heading: string;
  readonly text?: string;
  readonly confirm: string;
  readonly danger?: boolean;
  /** Asks for a reason as well; the label of that field. */
  readonly reason?: string;
}

export interface Asked extends Question {
  readonly answer: (reason: string | null) => void;
}

/** "Are you sure?" as one awaited line; the shell shows it. */
@Injectable({ providedIn: 'root' })
export class Asking {
  readonly current = signal<Asked | null>(null);

  async confirm(question: Question): Promise<boolean> {
    return (await this.ask(question)) !== null;
  }

  /** The reason that was given, or null when the user turned back. */
  reason(question: Question & { readonly reason: string }): Promise<string | null> {
    return this.ask(question);
  }

  private ask(question: Question): Promise<string | null> {
    return new Promise((resolve) => {
      this.current.set({
        ...question,
        answer: (reason) => {
          this.current.set(null);
          resolve(reason);
        },
      });
    });
  }
}
