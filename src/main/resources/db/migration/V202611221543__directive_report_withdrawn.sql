-- Whoever drafted a report may take it back before the head signs it.
alter table directive_report drop constraint directive_report_status;
alter table directive_report add constraint directive_report_status check (status in
    ('DRAFT', 'SENT_BACK', 'WITHDRAWN', 'SIGNED', 'ACCEPTED', 'RETURNED', 'LAPSED'));
