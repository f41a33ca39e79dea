import { Column, Entity, PrimaryColumn } from 'typeorm';
import { MomentColumn } from '@sampan/kernel';

/** A course of training that the node offers; what it consists of is said by its versions. */
@Entity('programme')
export class Programme {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  code: string;

  @MomentColumn()
  createdAt: Date;
}
