import { MomentColumn } from '@sampan/kernel';
import { Column, Entity, Index, JoinColumn, ManyToOne, PrimaryColumn, Unique, VersionColumn } from 'typeorm';
import { Vacancy } from '../vacancies/vacancy.entity';
import type { ApplicationState, DeclinedBy } from './application.rules';

/** One person and one vacancy, from the proposal to the answer. */
@Entity('vacancy_application')
@Unique('one_application_per_person_and_vacancy', ['vacancyId', 'personId'])
@Index(['personId'])
export class VacancyApplication {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  vacancyId: string;

  @ManyToOne(() => Vacancy)
  @JoinColumn({ name: 'vacancy_id' })
  vacancy?: Vacancy;

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

  @Column('text')
  state: ApplicationState;

  @Column('text', { nullable: true })
  declinedBy: DeclinedBy | null;

  @Column('text', { nullable: true })
  reason: string | null;

  @Column('uuid')
  createdBy: string;

  @MomentColumn()
  createdAt: Date;

  @MomentColumn()
  changedAt: Date;

  @VersionColumn()
  version: number;
}
