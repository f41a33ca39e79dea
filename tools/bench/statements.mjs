/** The statements of the product's hot paths, as the bare server asks them: the same tables, columns, conditions and order. */
const ROW = `p.id AS "id", p.reference AS "reference", p.full_name AS "fullName", p.latin_name AS "latinName", p.given_name AS "givenName", p.family_name AS "familyName", p.nationality AS "nationality", p.sex AS "sex",
  p.birth_date::text AS "birthDate", p.birth_precision AS "birthPrecision", p.age_in_doubt AS "ageInDoubt", p.centre_id AS "centreId", p.status AS "status", p.registered_on::text AS "registeredOn"`;

const WHOLE = `${ROW}, p.nickname AS "nickname", p.also_known_as AS "alsoKnownAs", p.accompanied_by AS "accompaniedBy", p.guardian_implicated AS "guardianImplicated", p.languages AS "languages",
  p.education AS "education", p.admin_area_code AS "adminAreaCode", p.address_text AS "addressText", p.intake_source AS "intakeSource", p.presenting_issue_sealed AS "presentingIssueSealed",
  p.urgent_concern AS "urgentConcern", p.search_text AS "searchText", p.registered_by AS "registeredBy", p.merged_into_id AS "mergedIntoId", p.created_at AS "createdAt", p.changed_at AS "changedAt", p.version AS "version",
  EXISTS (SELECT FROM contact c WHERE c.person_id = p.id) AS "hasContact", EXISTS (SELECT FROM consent k WHERE k.person_id = p.id) AS "consentAsked"`;

const CASE_LINE = 'c.id, c.number, c.person_id AS "personId", c.centre_id AS "centreId", c.stage, c.owner_id AS "ownerId", c.opened_at AS "openedAt"';

const note = (/** @type {string} */ person) => `INSERT INTO audit_entry (id, at, viewer_id, action, subject_type, request_id, details, subject_id, person_id, centre_id)
  SELECT $3::uuid, $4::timestamptz, $5::uuid, $6::text, $7::text, $8::text, $9::jsonb, file.id, file.${person}, file."centreId" FROM file`;

const insertMany = (/** @type {string} */ table, /** @type {string} */ columns) => `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`;

export const STATEMENTS = /** @type {const} */ ({
  session: `SELECT s.id, s.csrf_token, s.user_id, s.last_used_at, s.ends_at, s.locked_at, u.display_name, u.roles, u.reach, u.country, u.organisation_id, u.centre_id
    FROM session s JOIN app_user u ON u.id = s.user_id WHERE s.token_hash = $1 AND u.active`,
  exceptions: 'SELECT person_id AS "personId" FROM reach_exception WHERE user_id = $1 AND from_at <= $2 AND until > $2',
  list: `SELECT ${ROW} FROM person p WHERE p.centre_id = $1 AND p.status = ANY($2) ORDER BY p.full_name COLLATE "und-x-icu" ASC, p.id ASC LIMIT 26`,
  search: `WITH found AS MATERIALIZED (SELECT ${ROW} FROM person p WHERE p.centre_id = $1 AND p.status = ANY($2) AND p.search_text LIKE $3)
    SELECT * FROM found ORDER BY "fullName" COLLATE "und-x-icu" ASC, id ASC LIMIT 26`,
  one: `WITH file AS (SELECT ${WHOLE} FROM person p WHERE p.id = $1 AND p.centre_id = $2), note AS (${note('id')}) SELECT * FROM file`,
  written: `SELECT ${WHOLE} FROM person p WHERE p.id = $1 AND p.centre_id = $2`,
  summaries: `SELECT ${ROW} FROM person p WHERE p.id = ANY($1) AND p.centre_id = $2`,
  names: 'SELECT id, display_name AS "displayName" FROM app_user WHERE id = ANY($1)',
  cases: `SELECT ${CASE_LINE} FROM case_file c WHERE c.centre_id = $1 AND c.stage NOT IN ('closed', 'rejected') ORDER BY c.opened_at DESC, c.id DESC LIMIT 26`,
  case: `WITH file AS (SELECT ${CASE_LINE}, c.organisation_id AS "organisationId", c.source, c.flag_id AS "flagId", c.presenting_issue AS "presentingIssue", c.urgent_concern AS "urgentConcern", c.opened_by AS "openedBy",
      c.intake_recorded_at AS "intakeRecordedAt", c.assessed_at AS "assessedAt", c.plan_agreed_at AS "planAgreedAt", c.plan_agreed_on::text AS "planAgreedOn", c.plan_agreed_with AS "planAgreedWith",
      c.closure_requested_at AS "closureRequestedAt", c.closure_reason AS "closureReason", c.closure_outcome AS "closureOutcome", c.closed_at AS "closedAt", c.reopened_at AS "reopenedAt",
      c.reopening_reason AS "reopeningReason", c.rejected_at AS "rejectedAt", c.rejection_reason AS "rejectionReason", c.version
    FROM case_file c WHERE c.id = $1 AND c.centre_id = $2), note AS (${note('"personId"')}) SELECT * FROM file`,
  approval: 'SELECT requested_by AS "requestedBy", requested_at AS "requestedAt", state, comment FROM case_approval WHERE case_id = $1 ORDER BY requested_at DESC, id DESC LIMIT 1',
  values: `SELECT v.indicator, v.code, v.definition_version AS "definitionVersion", v.period, v.dimension, v.category, v.place, v.mature, v.numbers, v.computed_at AS "computedAt", v.cut_off::text AS "cutOff"
    FROM release_value v WHERE v.release_id = $1 AND v.dimension = 'total' ORDER BY v.code, v.indicator, v.period, v.category`,
  candidates: `SELECT k.person_id FROM unnest($1::text[], $2::int[], $3::int[]) AS wanted (key, born_from, born_to)
    JOIN person_key k ON k.key = wanted.key AND k.born_from <= wanted.born_to AND k.born_to >= wanted.born_from
    WHERE k.person_id <> ALL ($4::uuid[]) GROUP BY k.person_id ORDER BY count(*) DESC, k.person_id LIMIT 200`,
  comparables: `SELECT p.id, p.centre_id AS "centreId", p.full_name AS "fullName", p.latin_name AS "latinName", p.also_known_as AS "alsoKnownAs", p.birth_date::text AS "birthDate",
      p.birth_precision AS "birthPrecision", p.sex, p.address_text AS "addressText", ARRAY(SELECT c.value FROM contact c WHERE c.person_id = p.id) AS phones,
      (SELECT json_agg(json_build_object('numberHash', d.number_hash, 'numberSealed', d.number_sealed)) FROM identity_document d WHERE d.person_id = p.id) AS documents
    FROM person p WHERE p.id = ANY($1) AND p.status <> 'merged'`,
  reference: 'SELECT reference FROM person WHERE reference = ANY($1)',
  person: `${insertMany('person', 'id, centre_id, reference, full_name, latin_name, given_name, family_name, nickname, also_known_as, sex, birth_date, birth_precision, age_in_doubt, accompanied_by, guardian_implicated, nationality, languages, education, admin_area_code, address_text, intake_source, presenting_issue_sealed, urgent_concern, status, search_text, registered_on, registered_by, created_at, changed_at, version')} ON CONFLICT DO NOTHING RETURNING id`,
  contact: insertMany('contact', 'id, person_id, centre_id, kind, value, whose, safe_to_call, safe_when, who_may_answer, created_at, version'),
  keys: insertMany('person_key', 'person_id, key, centre_id, born_from, born_to'),
  line: `${insertMany('timeline_entry', 'id, person_id, centre_id, at, kind, fact, data, source_type, source_id')} ON CONFLICT DO NOTHING`,
  audit: 'INSERT INTO audit_entry (id, at, viewer_id, action, subject_type, request_id, details, subject_id, person_id, centre_id) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
});
