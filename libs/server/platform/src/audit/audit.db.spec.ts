import { newId, systemViewer, type UnitOfWork } from '@sampan/kernel';
import { testApp, type TestApp } from '@sampan/testing';
import { Audit } from './audit';
import { AuditEntry } from './audit-entry.entity';

describe('the audit, on the database', () => {
  let house: TestApp;
  let audit: Audit;
  let unitOfWork: UnitOfWork;
  const viewer = systemViewer('test', []);

  beforeAll(async () => {
    house = await testApp([]);
    audit = house.get(Audit);
    unitOfWork = house.unitOfWork;
  });
  afterAll(() => house.close());

  const recorded = async (): Promise<string> => {
    const subjectId = newId();
    await audit.record(viewer, { action: 'thing.done', subjectType: 'thing', subjectId });
    return subjectId;
  };

  it('is lost with the deed when the deed fails', async () => {
    const subjectId = newId();
    const deed = unitOfWork.run(async () => {
      await audit.record(viewer, { action: 'thing.done', subjectType: 'thing', subjectId });
      throw new Error('the deed fails');
    });
    await expect(deed).rejects.toThrow('the deed fails');
    expect(await house.manager.countBy(AuditEntry, { subjectId })).toBe(0);
  });

  it.each([
    ['change', 'UPDATE audit_entry SET action = $2 WHERE subject_id = $1'],
    ['delete', 'DELETE FROM audit_entry WHERE subject_id = $1 AND action <> $2'],
  ])('refuses to let the product %s an entry', async (_, statement) => {
    const subjectId = await recorded();
    await expect(house.manager.query(statement, [subjectId, 'something else'])).rejects.toThrow('permission denied');
    expect(await house.manager.countBy(AuditEntry, { subjectId, action: 'thing.done' })).toBe(1);
  });

  it('refuses even the owner of the database, by a trigger', async () => {
    const subjectId = await recorded();
    const asOwner = house.manager.transaction(async (manager) => {
      await manager.query('RESET ROLE');
      await manager.query('SET LOCAL ROLE NONE');
      await manager.query('DELETE FROM audit_entry WHERE subject_id = $1', [subjectId]);
    });
    await expect(asOwner).rejects.toThrow('never changed or deleted');
    expect(await house.manager.countBy(AuditEntry, { subjectId })).toBe(1);
  });
});
