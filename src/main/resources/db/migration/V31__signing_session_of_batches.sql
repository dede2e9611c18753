-- Batches that were under way know from now on whose confirmation they need to go on.
insert into signing_session (id, holder_kind, holder_id, serial, provider, state, opened_at)
select b.id, 'PERSON', a.staff_id, '', 'sandbox', 'OPEN', b.created_at
from batch b join account a on a.id = b.account_id
where b.state in ('RUNNING', 'INTERRUPTED') and b.kind in ('sign-homeroom', 'sign-principal') and a.staff_id is not null;

insert into signing_session (id, holder_kind, holder_id, serial, provider, state, opened_at)
select b.id, 'UNIT', b.school_id, '', 'sandbox', 'OPEN', b.created_at
from batch b
where b.state in ('RUNNING', 'INTERRUPTED') and b.kind in ('seal', 'sign-ministry-report');
