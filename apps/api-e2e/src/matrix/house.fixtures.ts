import { newId } from '@sampan/kernel';
import { newHoliday } from '@sampan/organisations/testing';
import { WORLDS, type Fixture } from './world';

/** Kernel, platform, organisations and access. */
export const houseFixture: Fixture = async ({ name, manager, workerId, centreId, organisationId, country }) => {
  const jobId = newId();
  await manager.query(
    `INSERT INTO job (id, kind, state, input, requested_by, centre_ids, created_at) VALUES ($1, 'test.nothing', 'done', '{}', $2, $3, now())`,
    [jobId, workerId, [centreId]],
  );
  const [{ deadLetterId }] = (await manager.query(
    `INSERT INTO sampan_queue.job (name, data, source_name) SELECT 'dead-letters', '{}', max(name) FROM sampan_queue.queue WHERE name LIKE 'job/%' RETURNING id AS "deadLetterId"`,
  )) as [{ deadLetterId: string }];
  const savedViewId = newId();
  await manager.query(
    `INSERT INTO saved_view (id, owner_id, list, name, state, created_at, version) VALUES ($1, $2, 'people', 'In training', '{"status": "in-training"}', now(), 1)`,
    [savedViewId, workerId],
  );
  const deviceId = newId();
  await manager.query(
    `INSERT INTO session (id, token_hash, csrf_token, user_id, created_at, last_used_at, ends_at) VALUES ($1, $2, 'none', $3, now(), now(), now() + interval '1 hour')`,
    [deviceId, `matrix ${deviceId}`, workerId],
  );
  const apiTokenId = newId();
  await manager.query(
    `INSERT INTO api_token (id, token_hash, user_id, name, scope, created_at, ends_at) VALUES ($1, $2, $3, 'matrix', '{}', now(), now() + interval '1 hour')`,
    [apiTokenId, `matrix ${apiTokenId}`, workerId],
  );
  const holiday = await newHoliday(manager, { centreId, country, day: `2030-01-0${WORLDS.indexOf(name) + 1}` });
  return { centre: { centreId, organisationId, holidayId: holiday.id }, personal: { jobId, deviceId, apiTokenId, savedViewId }, shared: { country: 'KH', userId: workerId, deadLetterId } };
};
