import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';
import { DataSource, type EntityMetadata, type EntitySubscriberInterface, type QueryRunner } from 'typeorm';
import { Config } from '../config/config';

/** A connection that broke is tried again after so long. */
const PAUSE_MS = 1_000;

/** Marks a connection whose transaction has changed something that rings. */
const CHANGED = 'sampan:rings';

type Ring = () => void;

interface Change {
  readonly metadata: EntityMetadata;
  readonly queryRunner: QueryRunner;
}

/**
 * Hears within milliseconds, in every process, that rows have changed about which somebody keeps a copy in memory: triggers
 * of the database ring. While the bell cannot be heard {@link isHeard} is false, and nobody may keep anything.
 */
@Injectable()
export class Bell implements OnApplicationShutdown {
  private readonly listeners = new Map<string, Ring[]>();
  private readonly tables = new Set<string>();
  private isWatching = false;
  private client: Client | null = null;
  private opening = false;
  private isClosed = false;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
  ) {}

  /**
   * @param channel what the triggers ring, without the schema: `sessions`
   * @param tables whose changes in this very process ring by themselves, before the answer to the change is given
   */
  on(channel: string, tables: readonly string[], ring: Ring): void {
    tables.forEach((table) => this.tables.add(table));
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), ring]);
  }

  /** The first question opens the connection; until it stands the answer is no. */
  get isHeard(): boolean {
    if (!this.client && !this.opening && !this.isClosed) {
      this.opening = true;
      this.watch();
      void this.open();
    }
    return this.client !== null;
  }

  async onApplicationShutdown(): Promise<void> {
    this.isClosed = true;
    const { client } = this;
    this.client = null;
    await client?.end().catch(() => undefined);
  }

  private async open(): Promise<void> {
    // A pooler in between would hand the connection to somebody else.
    const client = new Client({ connectionString: this.config.directDatabaseUrl, application_name: 'sampan-bell', keepAlive: true });
    client.on('error', () => undefined);
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel }) => this.listeners.get(channel.slice(this.config.schema.length + 1))?.forEach((ring) => ring()));
    try {
      await client.connect();
      for (const channel of this.listeners.keys()) {
        await client.query(`LISTEN ${this.config.schema}_${channel}`);
      }
      this.opening = false;
      if (this.isClosed) {
        await client.end();
      } else {
        this.client = client;
      }
    } catch {
      this.lost(client);
    }
  }

  private lost(client: Client): void {
    client.end().catch(() => undefined);
    if (this.client === client) {
      this.client = null;
    }
    // What rang in the meantime was not heard.
    this.ringAll();
    setTimeout(() => (this.opening = false), PAUSE_MS).unref();
  }

  private ringAll(): void {
    this.listeners.forEach((rings) => rings.forEach((ring) => ring()));
  }

  /** A trigger's ring takes a moment; whoever signs out here and asks again must not be quicker than that. */
  private watch(): void {
    if (this.isWatching) {
      return;
    }
    this.isWatching = true;
    const changed = ({ metadata, queryRunner }: Change): void => {
      if (this.tables.has(metadata.tableName)) {
        this.ringAll();
        queryRunner.data[CHANGED] = true;
      }
    };
    const subscriber: EntitySubscriberInterface = {
      afterInsert: changed,
      afterUpdate: changed,
      afterRemove: changed,
      afterTransactionCommit: ({ queryRunner }) => {
        if (queryRunner.data[CHANGED]) {
          this.ringAll();
        }
      },
    };
    this.dataSource.subscribers.push(subscriber);
  }
}
