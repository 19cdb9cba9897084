-- A demo whose building was cut off has half a story: nobody is shown it, and the next one is built beside it.
alter table access.organization add column demo_ready_at timestamptz check (demo or demo_ready_at is null);
update access.organization set demo_ready_at = founded_at where demo;
grant update (demo_ready_at) on access.organization to coprod_system;
