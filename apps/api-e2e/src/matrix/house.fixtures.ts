import { newId } from '@sampan/kernel';
import type { Fixture } from './world';

/** Kernel, platform, organisations and access. */
export const houseFixture: Fixture = async ({ manager, workerId, centreId }) => {
  const jobId = newId();
  await manager.query(
    `INSERT INTO job (id, kind, state, input, requested_by, centre_ids, created_at) VALUES ($1, 'test.nothing', 'done', '{}', $2, $3, now())`,
    [jobId, workerId, [centreId]],
  );
  const [{ deadLetterId }] = (await manager.query(
    `INSERT INTO sampan_queue.job (name, data, source_name) SELECT 'dead-letters', '{}', max(name) FROM sampan_queue.queue WHERE name LIKE 'job/%' RETURNING id AS "deadLetterId"`,
  )) as [{ deadLetterId: string }];
  return { centre: { centreId }, personal: { jobId }, shared: { country: 'KH', userId: workerId, deadLetterId } };
};
