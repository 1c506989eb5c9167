-- Whoever presses the button twice has corrected an issue once.

delete from correction where id not in (select min(id) from correction group by issue_number, text);
create unique index correction_once on correction (issue_number, md5(text));
