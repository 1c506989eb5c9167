-- To go on sending is one decision, to erase readers another.

alter table delivery add column in_doubt boolean not null default false;
comment on column delivery.in_doubt is 'Sending goes on, but nobody has decided whether the mailboxes that are said to be gone are.';
