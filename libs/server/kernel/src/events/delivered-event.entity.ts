import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a handler has had its effect: the same letter delivered again finds this row and does nothing. */
@Entity('delivered_event')
export class DeliveredEvent {
  @PrimaryColumn('text')
  handler: string;

  @PrimaryColumn('uuid')
  eventId: string;

  @Column('timestamptz')
  deliveredAt: Date;
}
