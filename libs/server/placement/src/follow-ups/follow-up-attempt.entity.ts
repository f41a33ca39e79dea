import { DayColumn, MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { FollowUp } from './follow-up.entity';
import type { AnsweredBy, Channel, CodeWord, Presence, Script } from './call-script.rules';

/** One try to reach somebody: how, who answered, and whether it was safe to talk. Never changed. */
@Entity('follow_up_attempt')
@Index(['followUpId', 'createdAt'])
export class FollowUpAttempt {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  followUpId: string;

  @ManyToOne(() => FollowUp)
  @JoinColumn({ name: 'follow_up_id' })
  followUp?: FollowUp;

  @Column('uuid')
  personId: string;

  @ManyToOne('Person')
  @JoinColumn({ name: 'person_id' })
  person?: object;

  @Column('uuid')
  centreId: string;

  @DayColumn()
  attemptedOn: string;

  @Column('text')
  channel: Channel;

  @Column('text')
  answeredBy: AnsweredBy;

  @Column('text')
  employerPresent: Presence;

  @Column('text')
  codeWord: CodeWord;

  /** Which script was read, kept as it was decided on that day. */
  @Column('text')
  script: Script;

  @Column('uuid')
  attemptedBy: string;

  @MomentColumn()
  createdAt: Date;
}
