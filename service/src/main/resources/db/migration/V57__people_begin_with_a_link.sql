-- With it a person chooses a password and takes the secret of their codes; used once.
create table sign_in_link (
  hash bytea primary key,
  staff_id uuid not null unique references staff,
  totp_secret text not null,
  made_at timestamptz not null
);

alter table agency add column active boolean not null default true;
alter table machine add column active boolean not null default true;
