-- What the service runs with, for the commands that freeze links and the Impressum into mails.

create table public_settings (
  one boolean primary key default true check (one),
  public_url text not null,
  publisher jsonb not null,
  recorded_at timestamptz not null
);
comment on table public_settings is 'Settings of the service that readers see, as it was last started: "issue send" freezes nothing else into a mail.';
comment on column public_settings.publisher is 'The details of the Impressum, as in PUBLISHER_FILE.';
