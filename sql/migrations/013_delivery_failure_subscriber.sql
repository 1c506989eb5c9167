-- Whoever is erased takes their failures along; without this, each erasure reads them all.
create index delivery_failure_subscriber on delivery_failure (subscriber_id);
