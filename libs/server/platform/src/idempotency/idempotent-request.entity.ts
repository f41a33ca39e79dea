import { SealedColumn } from '@sampan/kernel';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The answer to a request that carried an Idempotency-Key: asked again, it is given again and nothing happens twice. */
@Entity('idempotent_request')
export class IdempotentRequest {
  @PrimaryColumn('uuid')
  viewerId: string;

  @PrimaryColumn('text')
  key: string;

  /** Method and path: the same key for something else is a mistake of the caller. */
  @Column('text')
  target: string;

  /** JSON. It says of people what the routes say: it is sealed, and forgotten after a day. */
  @SealedColumn({ nullable: true })
  answer: string | null;

  @Column('timestamptz')
  at: Date;
}
