import { DayColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { Placement } from '../placements/placement.entity';
import type { CheckDay, FollowUpState } from './follow-up.rules';

/** One check on somebody in a job: on which day, and whether the person was reached. */
@Entity('follow_up')
@Unique('one_check_per_placement_and_day', ['placementId', 'checkDay'])
@Index(['centreId', 'dueOn', 'id'])
@Index(['personId'])
export class FollowUp {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  placementId: string;

  @ManyToOne(() => Placement)
  @JoinColumn({ name: 'placement_id' })
  placement?: Placement;

  @Column('uuid')
  personId: string;

  @ManyToOne('Person')
  @JoinColumn({ name: 'person_id' })
  person?: object;

  @Column('uuid')
  centreId: string;

  @ManyToOne('Centre')
  @JoinColumn({ name: 'centre_id' })
  centre?: object;

  @Column('integer')
  checkDay: CheckDay;

  @DayColumn()
  dueOn: string;

  @DayColumn()
  windowFrom: string;

  @DayColumn()
  windowTo: string;

  @Column('text')
  state: FollowUpState;

  @DayColumn({ nullable: true })
  attemptedOn: string | null;

  @DayColumn({ nullable: true })
  reachedOn: string | null;

  /** The day on which it was found that the window had passed; the news goes out once. */
  @DayColumn({ nullable: true })
  missedOn: string | null;

  @VersionColumn()
  version: number;
}
