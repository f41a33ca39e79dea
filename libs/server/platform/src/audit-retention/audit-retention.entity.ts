import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AuditKind } from './audit-kind.rules';

/** How long audit entries of a kind are kept. */
@Entity('audit_retention')
export class AuditRetention {
  @PrimaryColumn('text')
  kind: AuditKind;

  /** Which actions are of this kind: a name, or a pattern with one `*` at its beginning or end. */
  @Column('text', { array: true })
  actions: string[];

  @Column('integer')
  keepMonths: number;

  /** What a law asks for; nobody can go below it. */
  @Column('integer')
  leastMonths: number;

  @Column('integer', { default: 1 })
  version: number;
}
