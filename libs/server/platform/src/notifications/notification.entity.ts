import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A line in somebody's list inside the product: what kind, about which record. The text is the web's, in the reader's language. */
@Entity('notification')
@Index(['userId', 'createdAt'])
export class Notification {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  userId: string;

  @Column('text')
  kind: string;

  @Column('text')
  subjectType: string;

  @Column('uuid')
  subjectId: string;

  @Column('timestamptz')
  createdAt: Date;

  @Column('timestamptz', { nullable: true })
  readAt: Date | null;
}
