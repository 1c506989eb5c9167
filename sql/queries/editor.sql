/* @name holdAuditHead */
select number::int as "number!", hash from audit_head for update;

/* @name appendToAudit */
with line as (
  insert into audit (number, at, actor, action, details, hash_before, hash)
  values (:number!::int, :at!, :actor!, :action!, :details!, :hashBefore!, :hash!)
  returning number, hash
)
update audit_head set number = line.number, hash = line.hash from line;

/* @name findAuditHead */
select number::int as "number!", hash from audit_head;

/* @name findAuditLines */
select number::int as "number!", at, actor, action, details::text as "details!", hash_before, hash
from audit where number > :after!::int order by audit.number limit (:limit!)::int;
