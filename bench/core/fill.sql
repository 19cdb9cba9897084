-- A large house: :rules rules of 5 versions with 20 blocks each, :words interventions, and what links them. Ids are made from numbers so
-- that the benchmark can ask for any of them. Run as the owner with row security lifted for the moment.
create function pg_temp.key(name text) returns uuid language sql immutable
  as $f$ select overlay(overlay(md5(name) placing '8' from 13) placing '8' from 17)::uuid $f$;

insert into access.customer (organization_id, customer_id, name)
  select $org, pg_temp.key('customer' || c), 'Customer ' || c from generate_series(1, 50) c;

insert into core.rule (organization_id, rule_id, number, label, kind, regulation, title, language, owner_id, version)
  select $org, pg_temp.key('rule' || r), r, 'R-' || r, (array['procedure', 'planning', 'service'])[1 + r % 3], 'joint', 'Rule ' || r, 'en', $member, 5
  from generate_series(1, $rules) r;

insert into core.proposal (organization_id, proposal_id, number, rule_id, base_version, title, state, method, regulation, proposed_by, begun_at)
  select $org, pg_temp.key('proposal' || r || '/' || v), (r - 1) * 5 + v, pg_temp.key('rule' || r), v - 1, 'Change ' || v || ' of rule ' || r, 'open', 'by-owner', 'joint', $member,
    timestamptz '2024-01-01' + make_interval(mins => (r - 1) * 5 + v)
  from generate_series(1, $rules) r, generate_series(1, 5) v;

insert into core.decision (organization_id, decision_id, proposal_id, rule_id, version, outcome, method, reasons, decided_by, in_whose_name, meaning, credential, content_sha256, decided_at)
  select $org, pg_temp.key('decision' || r || '/' || v), pg_temp.key('proposal' || r || '/' || v), pg_temp.key('rule' || r), v, 'adopted', 'by-owner', 'Because.', $member, 'Us', 'decided', 'password',
    sha256('x'), timestamptz '2024-01-01' + make_interval(mins => (r - 1) * 5 + v)
  from generate_series(1, $rules) r, generate_series(1, 5) v;

insert into core.rule_version (organization_id, rule_id, version, title, regulation, proposal_id, decision_id, in_force_from)
  select organization_id, rule_id, version, 'Rule', 'joint', proposal_id, decision_id, decided_at from core.decision;

-- A fifth of the blocks changes with each version.
insert into core.block_version (organization_id, rule_id, version, block_id, position, kind, content, secret, changed)
  select $org, pg_temp.key('rule' || r), v, pg_temp.key('block' || r || '/' || b), b, 'paragraph',
    jsonb_build_object('kind', 'paragraph', 'runs', jsonb_build_array(jsonb_build_object('text', 'Paragraph ' || b || ' of rule ' || r || ' as of version ' || case when (b + v) % 5 = 0 then v else v - (b + v) % 5 end || '.'))),
    false, v = 1 or (b + v) % 5 = 0
  from generate_series(1, $rules) r, generate_series(1, 5) v, generate_series(1, 20) b;

insert into core.intervention (organization_id, intervention_id, number, channel, customer_id, customer_label, words, words_language, source_kind, happened_at, received_at, state)
  select $org, pg_temp.key('intervention' || i), i, (array['certification', 'voice', 'planning'])[1 + i % 3], pg_temp.key('customer' || (1 + i % 50)), 'Customer', 'What was said number ' || i || '.', 'en', 'portal',
    timestamptz '2024-01-01' + make_interval(mins => i), timestamptz '2024-01-01' + make_interval(mins => i), 'answered'
  from generate_series(1, $words) i;

insert into core.proposal_intervention (organization_id, proposal_id, intervention_id, block_id, linked_by)
  select $org, pg_temp.key('proposal' || (1 + i % $rules) || '/' || (1 + i % 5)), pg_temp.key('intervention' || i),
    case when i % 2 = 0 then pg_temp.key('block' || (1 + i % $rules) || '/' || (1 + i % 20)) end, $member
  from generate_series(1, $words) i;

insert into core.remark (organization_id, remark_id, proposal_id, kind, ground, words, said_by)
  select $org, pg_temp.key('remark' || r), pg_temp.key('proposal' || r || '/' || (1 + r % 5)), 'objection', 'pace', 'Too fast.', $member from generate_series(1, $rules) r;

update core.proposal set state = 'decided';
analyze;
