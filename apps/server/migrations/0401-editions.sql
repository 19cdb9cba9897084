-- An edition may replace another of the same customer, and a customer reads which document he was handed answers which of his clauses.

alter table certification.catalogue
  add column replaces uuid check (replaces <> catalogue_id),
  add unique (organization_id, customer_id, catalogue_id),
  add foreign key (organization_id, customer_id, replaces) references certification.catalogue (organization_id, customer_id, catalogue_id);
-- One edition follows another, not two.
create unique index catalogue_replaced_once on certification.catalogue (organization_id, replaces) where replaces is not null;
create index catalogue_of_customer on certification.requirement (organization_id, customer_id, clause_key) where replaced_by is null;
create index requirement_of_owner on certification.requirement (organization_id, owner_id) where owner_id is not null;
create index requirement_replacing on certification.requirement (organization_id, replaced_by) where replaced_by is not null;

-- He reads a link where both its ends are in his hands: the clause is his, and the block stands readable in a document that he got.
-- Whether it answers in whole or in part is our own judgement: that column is not granted.
create policy customer_reads_what_answers_him on certification.answer for select to coprod_customer
  using (organization_id = (select sec.customer_organization())
    and exists (select from certification.requirement q
      where q.organization_id = answer.organization_id and q.requirement_id = answer.requirement_id and q.customer_id = (select sec.customer()))
    and exists (select from core.transmission t
      where t.organization_id = answer.organization_id and t.rule_id = answer.rule_id and t.customer_id = (select sec.customer())
        and jsonb_path_exists(t.document, '$.blocks[*] ? (@.id == $block)', jsonb_build_object('block', answer.block_id))));
grant select (organization_id, requirement_id, block_id, rule_id) on certification.answer to coprod_customer;
