import { Injectable } from '@nestjs/common';
import { notFound, UnitOfWork, type Viewer } from '@sampan/kernel';
import { In, Not, type SelectQueryBuilder } from 'typeorm';
import { limitToReach } from '../caseload/reach';
import { Person } from './person.entity';

const REACH = { centre: 'p.centreId', person: 'p.id' };

@Injectable()
export class PersonsRepository {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  find(viewer: Viewer, id: string): Promise<Person | null> {
    return this.within(viewer).andWhere('p.id = :id', { id }).getOne();
  }

  /** By the whole reference; whoever was merged into another record is the other one. */
  async findByReference(viewer: Viewer, reference: string): Promise<Person | null> {
    const person = await this.unitOfWork.manager.findOneBy(Person, { reference });
    return person ? this.find(viewer, person.mergedIntoId ?? person.id) : null;
  }

  /** Locked until the end of the transaction, so that two changes of one person follow each other. */
  findForChange(viewer: Viewer, id: string): Promise<Person | null> {
    return this.within(viewer).andWhere('p.id = :id', { id }).setLock('pessimistic_write', undefined, ['p']).getOne();
  }

  /** Without a viewer: for what the product itself has to know of a person it was told about. */
  findAnyones(id: string): Promise<Person | null> {
    return this.unitOfWork.manager.findOneBy(Person, { id });
  }

  listAnyones(ids: readonly string[]): Promise<Person[]> {
    return this.unitOfWork.manager.findBy(Person, { id: In([...ids]) });
  }

  /** False when somebody with this id is there already. */
  async add(person: Person): Promise<boolean> {
    const { raw } = await this.unitOfWork.manager.createQueryBuilder().insert().into(Person).values(person).orIgnore().returning('id').execute();
    return (raw as unknown[]).length > 0;
  }

  async change(id: string, change: Partial<Person>): Promise<void> {
    await this.unitOfWork.manager.update(Person, { id }, change);
  }

  /** The person's own id and those of the records that were merged into it. */
  async recordsOf(id: string): Promise<string[]> {
    const merged = await this.unitOfWork.manager.find(Person, { select: { id: true }, where: { mergedIntoId: id, id: Not(id) } });
    return [id, ...merged.map((record) => record.id)];
  }

  async remove(id: string): Promise<void> {
    await this.unitOfWork.manager.delete(Person, { id });
  }

  private within(viewer: Viewer): SelectQueryBuilder<Person> {
    return limitToReach(this.unitOfWork.manager.createQueryBuilder(Person, 'p').where('TRUE'), viewer, REACH);
  }
}

export const personNotFound = () => notFound('PERSON_NOT_FOUND', 'The person');

export const getPerson = async (persons: PersonsRepository, viewer: Viewer, id: string): Promise<Person> => {
  const person = await persons.find(viewer, id);
  if (!person) {
    throw personNotFound();
  }
  return person;
};

export const getPersonForChange = async (persons: PersonsRepository, viewer: Viewer, id: string): Promise<Person> => {
  const person = await persons.findForChange(viewer, id);
  if (!person) {
    throw personNotFound();
  }
  return person;
};
