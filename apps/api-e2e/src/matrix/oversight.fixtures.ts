import { Cipher, newId } from '@sampan/kernel';
import { newPerson } from '@sampan/people/testing';
import { testConfig } from '@sampan/testing';
import type { Fixture } from './world';

/** Who looked at whom: accesses by break-glass, weekly reports, exports. */
export const oversightFixture: Fixture = async ({ manager, centreId, workerId }, ids) => {
  const personId = ids['personId']!;
  // Somebody else than the person of this world: an access that the matrix opens must not change what it sees of the others.
  const stranger = await newPerson(manager, { centreId });
  const reasonSealed = new Cipher(testConfig(process.env['SAMPAN_HTTP_DATABASE'] ?? '')).encrypt('She stands at our door tonight.');
  const breakGlass = async (userId: string): Promise<string> => {
    const id = newId();
    await manager.query(
      `INSERT INTO break_glass (id, person_id, centre_id, user_id, reason_kind, reason_sealed, asked_at, until)
       VALUES ($1, $2, $3, $4, 'danger-now', $5, now() - interval '2 hours', now() - interval '1 hour')`,
      [id, stranger.id, centreId, userId, reasonSealed],
    );
    return id;
  };
  const [reportId, exportJobId] = [newId(), newId()];
  await manager.query(
    `INSERT INTO opening_report (id, centre_id, supervisor_id, week_from, week_to, openings, made_at) VALUES ($1, $2, $3, '2026-02-23', '2026-03-01', 1, now())`,
    [reportId, centreId, workerId],
  );
  await manager.query(`INSERT INTO job (id, kind, state, input, requested_by, centre_ids, created_at) VALUES ($1, 'audit.export', 'running', '{}', $2, $3, now())`, [
    exportJobId, workerId, [centreId],
  ]);
  const [{ reference }] = (await manager.query('SELECT reference FROM person WHERE id = $1', [personId])) as [{ reference: string }];
  return {
    scoped: { wholeReference: reference },
    centre: { breakGlassId: await breakGlass(newId()) },
    country: { personReference: stranger.reference },
    personal: { accessId: await breakGlass(workerId), reportId, exportJobId },
    shared: { auditKind: 'opening' },
  };
};
