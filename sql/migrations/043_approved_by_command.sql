-- Who reads the report of an issue is told that no second person looked at it.

alter table approval add column by_command boolean not null default false;
comment on column approval.by_command is 'Approved at the command line, in a name that was given there. False for all before this column.';
