-- The times at which mails were asked for are forgotten after a day; few rows have any.
create index subscriber_mail_requests on subscriber ((mail_requests[cardinality(mail_requests)])) where cardinality(mail_requests) > 0;
