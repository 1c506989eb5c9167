/** Types generated for queries found in "sql/queries/subscription.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type BufferArray = (Buffer)[];

export type DateArray = (Date)[];

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'RememberConsentText' parameters type */
export interface IRememberConsentTextParams {
  hash: Buffer;
  now: Date;
  wording: string;
}

/** 'RememberConsentText' return type */
export interface IRememberConsentTextResult {
  id: number;
}

/** 'RememberConsentText' query type */
export interface IRememberConsentTextQuery {
  params: IRememberConsentTextParams;
  result: IRememberConsentTextResult;
}

const rememberConsentTextIR: any = {"usedParamSet":{"hash":true,"wording":true,"now":true},"params":[{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":65,"b":70}]},{"name":"wording","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":81}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":88}]}],"statement":"insert into consent_text (hash, wording, first_shown_at)\nvalues (:hash!, :wording!, :now!)\non conflict (hash) do update set hash = excluded.hash\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into consent_text (hash, wording, first_shown_at)
 * values (:hash!, :wording!, :now!)
 * on conflict (hash) do update set hash = excluded.hash
 * returning id
 * ```
 */
export const rememberConsentText = new PreparedQuery<IRememberConsentTextParams,IRememberConsentTextResult>(rememberConsentTextIR);


/** 'HoldMailboxes' parameters type */
export interface IHoldMailboxesParams {
  hashes: stringArray;
}

/** 'HoldMailboxes' return type */
export interface IHoldMailboxesResult {
  held: string | null;
}

/** 'HoldMailboxes' query type */
export interface IHoldMailboxesQuery {
  params: IHoldMailboxesParams;
  result: IHoldMailboxesResult;
}

const holdMailboxesIR: any = {"usedParamSet":{"hashes":true},"params":[{"name":"hashes","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":68}]}],"statement":"select pg_advisory_xact_lock(hash)::text as held from unnest(:hashes!::bigint[]) as hash"};

/**
 * Query generated from SQL:
 * ```
 * select pg_advisory_xact_lock(hash)::text as held from unnest(:hashes!::bigint[]) as hash
 * ```
 */
export const holdMailboxes = new PreparedQuery<IHoldMailboxesParams,IHoldMailboxesResult>(holdMailboxesIR);


/** 'FindKnown' parameters type */
export interface IFindKnownParams {
  indexes: BufferArray;
  job: string;
  signUps: numberArray;
}

/** 'FindKnown' return type */
export interface IFindKnownResult {
  consentTextId: number;
  id: string;
  mailWaits: boolean;
  signUp: number;
  state: string;
}

/** 'FindKnown' query type */
export interface IFindKnownQuery {
  params: IFindKnownParams;
  result: IFindKnownResult;
}

const findKnownIR: any = {"usedParamSet":{"signUps":true,"indexes":true,"job":true},"params":[{"name":"signUps","required":true,"transform":{"type":"scalar"},"locs":[{"a":96,"b":104}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":114,"b":122}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":398,"b":402}]}],"statement":"with known as materialized (\n  select a.sign_up, s.id, s.state, s.consent_text_id\n  from unnest(:signUps!::int[], :indexes!::bytea[]) as a (sign_up, address_index)\n  join subscriber s using (address_index)\n  order by s.id for update of s\n)\nselect sign_up as \"signUp!\", id as \"id!\", state as \"state!\", consent_text_id as \"consentTextId!\", exists (\n  select from graphile_worker.jobs j where j.key = :job! || ':' || known.id and attempts < max_attempts\n) as \"mailWaits!\"\nfrom known"};

/**
 * Query generated from SQL:
 * ```
 * with known as materialized (
 *   select a.sign_up, s.id, s.state, s.consent_text_id
 *   from unnest(:signUps!::int[], :indexes!::bytea[]) as a (sign_up, address_index)
 *   join subscriber s using (address_index)
 *   order by s.id for update of s
 * )
 * select sign_up as "signUp!", id as "id!", state as "state!", consent_text_id as "consentTextId!", exists (
 *   select from graphile_worker.jobs j where j.key = :job! || ':' || known.id and attempts < max_attempts
 * ) as "mailWaits!"
 * from known
 * ```
 */
export const findKnown = new PreparedQuery<IFindKnownParams,IFindKnownResult>(findKnownIR);


/** 'FindMailRequests' parameters type */
export interface IFindMailRequestsParams {
  mailboxes: BufferArray;
}

/** 'FindMailRequests' return type */
export interface IFindMailRequestsResult {
  askedAt: DateArray;
  /** HMAC-SHA-256 of the address without its tag, by a key for nothing else: it matches no subscriber.address_index. */
  mailbox: Buffer;
}

/** 'FindMailRequests' query type */
export interface IFindMailRequestsQuery {
  params: IFindMailRequestsParams;
  result: IFindMailRequestsResult;
}

const findMailRequestsIR: any = {"usedParamSet":{"mailboxes":true},"params":[{"name":"mailboxes","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":74}]}],"statement":"select mailbox, asked_at from mail_request where mailbox = any (:mailboxes!)"};

/**
 * Query generated from SQL:
 * ```
 * select mailbox, asked_at from mail_request where mailbox = any (:mailboxes!)
 * ```
 */
export const findMailRequests = new PreparedQuery<IFindMailRequestsParams,IFindMailRequestsResult>(findMailRequestsIR);


/** 'NoteMailRequests' parameters type */
export interface INoteMailRequestsParams {
  mailboxes: BufferArray;
  times: DateArray;
}

/** 'NoteMailRequests' return type */
export type INoteMailRequestsResult = void;

/** 'NoteMailRequests' query type */
export interface INoteMailRequestsQuery {
  params: INoteMailRequestsParams;
  result: INoteMailRequestsResult;
}

const noteMailRequestsIR: any = {"usedParamSet":{"mailboxes":true,"times":true},"params":[{"name":"mailboxes","required":true,"transform":{"type":"scalar"},"locs":[{"a":111,"b":121}]},{"name":"times","required":true,"transform":{"type":"scalar"},"locs":[{"a":133,"b":139}]}],"statement":"insert into mail_request (mailbox, asked_at)\nselect mailbox, array_agg(asked_at order by asked_at)\nfrom unnest(:mailboxes!::bytea[], :times!::timestamptz[]) as asked (mailbox, asked_at)\ngroup by mailbox\non conflict (mailbox) do update set asked_at = excluded.asked_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into mail_request (mailbox, asked_at)
 * select mailbox, array_agg(asked_at order by asked_at)
 * from unnest(:mailboxes!::bytea[], :times!::timestamptz[]) as asked (mailbox, asked_at)
 * group by mailbox
 * on conflict (mailbox) do update set asked_at = excluded.asked_at
 * ```
 */
export const noteMailRequests = new PreparedQuery<INoteMailRequestsParams,INoteMailRequestsResult>(noteMailRequestsIR);


/** 'ForgetMailRequests' parameters type */
export interface IForgetMailRequestsParams {
  after: Date;
  before: Date;
  limit: number;
}

/** 'ForgetMailRequests' return type */
export interface IForgetMailRequestsResult {
  count: number;
}

/** 'ForgetMailRequests' query type */
export interface IForgetMailRequestsQuery {
  params: IForgetMailRequestsParams;
  result: IForgetMailRequestsResult;
}

const forgetMailRequestsIR: any = {"usedParamSet":{"before":true,"after":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":156,"b":163}]},{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":202,"b":208}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":221,"b":227}]}],"statement":"with forgotten as (\n  delete from mail_request where mailbox = any (array(\n    select mailbox from mail_request\n    where asked_at[cardinality(asked_at)] < :before! or asked_at[cardinality(asked_at)] > :after!\n    limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from forgotten"};

/**
 * Query generated from SQL:
 * ```
 * with forgotten as (
 *   delete from mail_request where mailbox = any (array(
 *     select mailbox from mail_request
 *     where asked_at[cardinality(asked_at)] < :before! or asked_at[cardinality(asked_at)] > :after!
 *     limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from forgotten
 * ```
 */
export const forgetMailRequests = new PreparedQuery<IForgetMailRequestsParams,IForgetMailRequestsResult>(forgetMailRequestsIR);


/** 'FindByAddress' parameters type */
export interface IFindByAddressParams {
  indexes: BufferArray;
}

/** 'FindByAddress' return type */
export interface IFindByAddressResult {
  id: string;
}

/** 'FindByAddress' query type */
export interface IFindByAddressQuery {
  params: IFindByAddressParams;
  result: IFindByAddressResult;
}

const findByAddressIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":61}]}],"statement":"select id from subscriber where address_index = any (:indexes!)"};

/**
 * Query generated from SQL:
 * ```
 * select id from subscriber where address_index = any (:indexes!)
 * ```
 */
export const findByAddress = new PreparedQuery<IFindByAddressParams,IFindByAddressResult>(findByAddressIR);


/** 'StoreSignUps' parameters type */
export interface IStoreSignUpsParams {
  consentTextId: number;
  day: string;
  each: number;
  ids: stringArray;
  indexes: BufferArray;
  job: string;
  lanes: stringArray;
  newcomers: number;
  own: boolean;
  places: numberArray;
  requestedAt: DateArray;
  seals: BufferArray;
}

/** 'StoreSignUps' return type */
export interface IStoreSignUpsResult {
  /** first: the first sign-ups of a network. further: those that follow soon, so that a flood holds up itself before others. */
  lane: string;
  mails: number;
  startsIn: number;
}

/** 'StoreSignUps' query type */
export interface IStoreSignUpsQuery {
  params: IStoreSignUpsParams;
  result: IStoreSignUpsResult;
}

const storeSignUpsIR: any = {"usedParamSet":{"ids":true,"indexes":true,"seals":true,"requestedAt":true,"lanes":true,"places":true,"each":true,"consentTextId":true,"own":true,"job":true,"day":true,"newcomers":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":45,"b":49}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":68}]},{"name":"seals","required":true,"transform":{"type":"scalar"},"locs":[{"a":80,"b":86}]},{"name":"requestedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":110}]},{"name":"lanes","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":134}]},{"name":"places","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":152}]},{"name":"each","required":true,"transform":{"type":"scalar"},"locs":[{"a":440,"b":445},{"a":660,"b":665}]},{"name":"consentTextId","required":true,"transform":{"type":"scalar"},"locs":[{"a":900,"b":914}]},{"name":"own","required":true,"transform":{"type":"scalar"},"locs":[{"a":1451,"b":1455}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":1645,"b":1649},{"a":1709,"b":1713}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":1907,"b":1911}]},{"name":"newcomers","required":true,"transform":{"type":"scalar"},"locs":[{"a":1940,"b":1950}]}],"statement":"with wanted as (\n  select * from unnest(\n    :ids!::uuid[], :indexes!::bytea[], :seals!::bytea[], :requestedAt!::timestamptz[], :lanes!::text[], :places!::int[]\n  ) as w (id, address_index, address_sealed, requested_at, lane, place)\n), free as materialized (\n  select lane, greatest(next_free_at, clock_timestamp()) as at from confirmation_pace order by lane for update\n), turns as (\n  select w.*, free.at + make_interval(secs => w.place * :each!::float8) as turn from wanted w join free using (lane)\n), moved as (\n  update confirmation_pace p\n  set next_free_at = free.at\n    + make_interval(secs => (select count(*) from wanted w where w.lane = free.lane) * :each!::float8)\n  from free where free.lane = p.lane\n), stored as (\n  insert into subscriber as s (id, address_index, address_sealed, state, consent_text_id, requested_at, mail_due_at)\n  select id, address_index, address_sealed, 'pending', :consentTextId!, requested_at,\n         case when turn > clock_timestamp() + interval '1 second' then requested_at + (turn - clock_timestamp()) end\n  from turns\n  on conflict (id) do update\n  set consent_text_id = case s.state when 'pending' then excluded.consent_text_id else s.consent_text_id end,\n      requested_at = case s.state when 'pending' then excluded.requested_at else s.requested_at end,\n      mail_due_at = case s.state when 'pending' then excluded.mail_due_at else s.mail_due_at end,\n      import_id = case when s.state = 'pending' and :own!::bool then null else s.import_id end,\n      ask_after = null\n  returning id\n), enqueued as (\n  select count(*)::int as mails\n  from graphile_worker.add_jobs((\n    select array_agg((\n      :job!, json_build_object('subscriberId', id), null, turn, null, :job! || ':' || id, null, null\n    )::graphile_worker.job_spec order by place)\n    from stored join turns using (id)\n  ))\n), counted as (\n  insert into day_count as c (day, slot, signed_up) values (:day!::text::date, count_slot(), :newcomers!::int)\n  on conflict (day, slot) do update set signed_up = c.signed_up + excluded.signed_up\n)\nselect lane as \"lane!\", greatest(0, extract(epoch from at - clock_timestamp()))::float8 as \"startsIn!\", mails as \"mails!\"\nfrom free cross join enqueued"};

/**
 * Query generated from SQL:
 * ```
 * with wanted as (
 *   select * from unnest(
 *     :ids!::uuid[], :indexes!::bytea[], :seals!::bytea[], :requestedAt!::timestamptz[], :lanes!::text[], :places!::int[]
 *   ) as w (id, address_index, address_sealed, requested_at, lane, place)
 * ), free as materialized (
 *   select lane, greatest(next_free_at, clock_timestamp()) as at from confirmation_pace order by lane for update
 * ), turns as (
 *   select w.*, free.at + make_interval(secs => w.place * :each!::float8) as turn from wanted w join free using (lane)
 * ), moved as (
 *   update confirmation_pace p
 *   set next_free_at = free.at
 *     + make_interval(secs => (select count(*) from wanted w where w.lane = free.lane) * :each!::float8)
 *   from free where free.lane = p.lane
 * ), stored as (
 *   insert into subscriber as s (id, address_index, address_sealed, state, consent_text_id, requested_at, mail_due_at)
 *   select id, address_index, address_sealed, 'pending', :consentTextId!, requested_at,
 *          case when turn > clock_timestamp() + interval '1 second' then requested_at + (turn - clock_timestamp()) end
 *   from turns
 *   on conflict (id) do update
 *   set consent_text_id = case s.state when 'pending' then excluded.consent_text_id else s.consent_text_id end,
 *       requested_at = case s.state when 'pending' then excluded.requested_at else s.requested_at end,
 *       mail_due_at = case s.state when 'pending' then excluded.mail_due_at else s.mail_due_at end,
 *       import_id = case when s.state = 'pending' and :own!::bool then null else s.import_id end,
 *       ask_after = null
 *   returning id
 * ), enqueued as (
 *   select count(*)::int as mails
 *   from graphile_worker.add_jobs((
 *     select array_agg((
 *       :job!, json_build_object('subscriberId', id), null, turn, null, :job! || ':' || id, null, null
 *     )::graphile_worker.job_spec order by place)
 *     from stored join turns using (id)
 *   ))
 * ), counted as (
 *   insert into day_count as c (day, slot, signed_up) values (:day!::text::date, count_slot(), :newcomers!::int)
 *   on conflict (day, slot) do update set signed_up = c.signed_up + excluded.signed_up
 * )
 * select lane as "lane!", greatest(0, extract(epoch from at - clock_timestamp()))::float8 as "startsIn!", mails as "mails!"
 * from free cross join enqueued
 * ```
 */
export const storeSignUps = new PreparedQuery<IStoreSignUpsParams,IStoreSignUpsResult>(storeSignUpsIR);


/** 'PeekPace' parameters type */
export interface IPeekPaceParams {
  lane: string;
}

/** 'PeekPace' return type */
export interface IPeekPaceResult {
  startsIn: number;
}

/** 'PeekPace' query type */
export interface IPeekPaceQuery {
  params: IPeekPaceParams;
  result: IPeekPaceResult;
}

const peekPaceIR: any = {"usedParamSet":{"lane":true},"params":[{"name":"lane","required":true,"transform":{"type":"scalar"},"locs":[{"a":132,"b":137}]}],"statement":"select greatest(0, extract(epoch from next_free_at - clock_timestamp()))::float8 as \"startsIn!\"\nfrom confirmation_pace where lane = :lane!"};

/**
 * Query generated from SQL:
 * ```
 * select greatest(0, extract(epoch from next_free_at - clock_timestamp()))::float8 as "startsIn!"
 * from confirmation_pace where lane = :lane!
 * ```
 */
export const peekPace = new PreparedQuery<IPeekPaceParams,IPeekPaceResult>(peekPaceIR);


/** 'RecoverPace' parameters type */
export interface IRecoverPaceParams {
  each: number;
  job: string;
  slackSeconds: number;
}

/** 'RecoverPace' return type */
export interface IRecoverPaceResult {
  /** first: the first sign-ups of a network. further: those that follow soon, so that a flood holds up itself before others. */
  lane: string;
}

/** 'RecoverPace' query type */
export interface IRecoverPaceQuery {
  params: IRecoverPaceParams;
  result: IRecoverPaceResult;
}

const recoverPaceIR: any = {"usedParamSet":{"job":true,"each":true,"slackSeconds":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":99}]},{"name":"each","required":true,"transform":{"type":"scalar"},"locs":[{"a":214,"b":219},{"a":314,"b":319}]},{"name":"slackSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":331,"b":344}]}],"statement":"with waiting as (\n  select count(*) as mails from graphile_worker.jobs where task_identifier = :job! and attempts = 0\n)\nupdate confirmation_pace set next_free_at = clock_timestamp() + make_interval(secs => mails * :each!::float8)\nfrom waiting\nwhere next_free_at > clock_timestamp() + make_interval(secs => mails * :each!::float8 + :slackSeconds!::float8)\nreturning lane"};

/**
 * Query generated from SQL:
 * ```
 * with waiting as (
 *   select count(*) as mails from graphile_worker.jobs where task_identifier = :job! and attempts = 0
 * )
 * update confirmation_pace set next_free_at = clock_timestamp() + make_interval(secs => mails * :each!::float8)
 * from waiting
 * where next_free_at > clock_timestamp() + make_interval(secs => mails * :each!::float8 + :slackSeconds!::float8)
 * returning lane
 * ```
 */
export const recoverPace = new PreparedQuery<IRecoverPaceParams,IRecoverPaceResult>(recoverPaceIR);


/** 'RecoverWaiting' parameters type */
export interface IRecoverWaitingParams {
  each: number;
  job: string;
  limit: number;
  slackSeconds: number;
}

/** 'RecoverWaiting' return type */
export interface IRecoverWaitingResult {
  count: number;
}

/** 'RecoverWaiting' query type */
export interface IRecoverWaitingQuery {
  params: IRecoverWaitingParams;
  result: IRecoverWaitingResult;
}

const recoverWaitingIR: any = {"usedParamSet":{"job":true,"each":true,"slackSeconds":true,"limit":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":171}]},{"name":"each","required":true,"transform":{"type":"scalar"},"locs":[{"a":317,"b":322},{"a":420,"b":425}]},{"name":"slackSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":437,"b":450}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":485,"b":491}]}],"statement":"with waiting as (\n  select id, run_at, row_number() over (order by run_at, id) as place, count(*) over () as mails\n  from graphile_worker.jobs where task_identifier = :job! and attempts = 0\n), moved as (\n  select (graphile_worker.reschedule_jobs(array[id], run_at := clock_timestamp() + make_interval(secs => place * :each!::float8))).id\n  from waiting\n  where run_at > clock_timestamp() + make_interval(secs => mails * :each!::float8 + :slackSeconds!::float8)\n  order by place limit (:limit!)::int\n)\nselect count(*)::int as \"count!\" from moved"};

/**
 * Query generated from SQL:
 * ```
 * with waiting as (
 *   select id, run_at, row_number() over (order by run_at, id) as place, count(*) over () as mails
 *   from graphile_worker.jobs where task_identifier = :job! and attempts = 0
 * ), moved as (
 *   select (graphile_worker.reschedule_jobs(array[id], run_at := clock_timestamp() + make_interval(secs => place * :each!::float8))).id
 *   from waiting
 *   where run_at > clock_timestamp() + make_interval(secs => mails * :each!::float8 + :slackSeconds!::float8)
 *   order by place limit (:limit!)::int
 * )
 * select count(*)::int as "count!" from moved
 * ```
 */
export const recoverWaiting = new PreparedQuery<IRecoverWaitingParams,IRecoverWaitingResult>(recoverWaitingIR);


/** 'PutBackMail' parameters type */
export interface IPutBackMailParams {
  afterSeconds: number;
  again: string;
  attempt: number;
  flag?: string | null | void;
  id: string;
  job: string;
}

/** 'PutBackMail' return type */
export interface IPutBackMailResult {
  enqueued: boolean | null;
}

/** 'PutBackMail' query type */
export interface IPutBackMailQuery {
  params: IPutBackMailParams;
  result: IPutBackMailResult;
}

const putBackMailIR: any = {"usedParamSet":{"again":true,"id":true,"attempt":true,"afterSeconds":true,"job":true,"flag":true},"params":[{"name":"again","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":40}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":80},{"a":203,"b":206}]},{"name":"attempt","required":true,"transform":{"type":"scalar"},"locs":[{"a":100,"b":108}]},{"name":"afterSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":159,"b":172}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":187,"b":191}]},{"name":"flag","required":false,"transform":{"type":"scalar"},"locs":[{"a":245,"b":249}]}],"statement":"select graphile_worker.add_job(\n  :again!, json_build_object('subscriberId', :id!::uuid, 'attempt', :attempt!::int),\n  run_at := now() + make_interval(secs => :afterSeconds!), job_key := :job! || ':' || :id!::uuid,\n  flags := array_remove(array[:flag::text], null)\n) is not null as enqueued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(
 *   :again!, json_build_object('subscriberId', :id!::uuid, 'attempt', :attempt!::int),
 *   run_at := now() + make_interval(secs => :afterSeconds!), job_key := :job! || ':' || :id!::uuid,
 *   flags := array_remove(array[:flag::text], null)
 * ) is not null as enqueued
 * ```
 */
export const putBackMail = new PreparedQuery<IPutBackMailParams,IPutBackMailResult>(putBackMailIR);


/** 'FindForMail' parameters type */
export interface IFindForMailParams {
  id: string;
}

/** 'FindForMail' return type */
export interface IFindForMailResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
  isImported: boolean;
  /** When the confirmation mail may leave, if it has to wait for others: its link counts from then. */
  mailDueAt: Date | null;
  requestedAt: Date;
  state: string;
  wording: string;
}

/** 'FindForMail' query type */
export interface IFindForMailQuery {
  params: IFindForMailParams;
  result: IFindForMailResult;
}

const findForMailIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":223,"b":226}]}],"statement":"select s.id, s.state, s.address_sealed, s.requested_at, s.mail_due_at, c.wording,\n       s.import_id is not null as \"isImported!\"\nfrom subscriber s join consent_text c on c.id = s.consent_text_id\nwhere s.id = subscriber_of(:id!)"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.state, s.address_sealed, s.requested_at, s.mail_due_at, c.wording,
 *        s.import_id is not null as "isImported!"
 * from subscriber s join consent_text c on c.id = s.consent_text_id
 * where s.id = subscriber_of(:id!)
 * ```
 */
export const findForMail = new PreparedQuery<IFindForMailParams,IFindForMailResult>(findForMailIR);


/** 'MarkMailSent' parameters type */
export interface IMarkMailSentParams {
  id: string;
  now: Date;
}

/** 'MarkMailSent' return type */
export type IMarkMailSentResult = void;

/** 'MarkMailSent' query type */
export interface IMarkMailSentQuery {
  params: IMarkMailSentParams;
  result: IMarkMailSentResult;
}

const markMailSentIR: any = {"usedParamSet":{"now":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":37,"b":41}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":54,"b":57}]}],"statement":"update subscriber set mail_sent_at = :now! where id = :id! and state = 'pending'"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber set mail_sent_at = :now! where id = :id! and state = 'pending'
 * ```
 */
export const markMailSent = new PreparedQuery<IMarkMailSentParams,IMarkMailSentResult>(markMailSentIR);


/** 'Activate' parameters type */
export interface IActivateParams {
  day: string;
  id: string;
  now: Date;
}

/** 'Activate' return type */
export interface IActivateResult {
  id: string;
}

/** 'Activate' query type */
export interface IActivateQuery {
  params: IActivateParams;
  result: IActivateResult;
}

const activateIR: any = {"usedParamSet":{"now":true,"id":true,"day":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":81}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":110,"b":113}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":230,"b":234}]}],"statement":"with activated as (\n  update subscriber set state = 'active', confirmed_at = :now!\n  where id = subscriber_of(:id!) and state = 'pending'\n  returning id\n), counted as (\n  insert into day_count as c (day, slot, confirmed)\n  select :day!::text::date, count_slot(), 1 from activated\n  on conflict (day, slot) do update set confirmed = c.confirmed + excluded.confirmed\n)\nselect id from activated"};

/**
 * Query generated from SQL:
 * ```
 * with activated as (
 *   update subscriber set state = 'active', confirmed_at = :now!
 *   where id = subscriber_of(:id!) and state = 'pending'
 *   returning id
 * ), counted as (
 *   insert into day_count as c (day, slot, confirmed)
 *   select :day!::text::date, count_slot(), 1 from activated
 *   on conflict (day, slot) do update set confirmed = c.confirmed + excluded.confirmed
 * )
 * select id from activated
 * ```
 */
export const activate = new PreparedQuery<IActivateParams,IActivateResult>(activateIR);


/** 'FindState' parameters type */
export interface IFindStateParams {
  id: string;
}

/** 'FindState' return type */
export interface IFindStateResult {
  state: string;
}

/** 'FindState' query type */
export interface IFindStateQuery {
  params: IFindStateParams;
  result: IFindStateResult;
}

const findStateIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":54,"b":57}]}],"statement":"select state from subscriber where id = subscriber_of(:id!)"};

/**
 * Query generated from SQL:
 * ```
 * select state from subscriber where id = subscriber_of(:id!)
 * ```
 */
export const findState = new PreparedQuery<IFindStateParams,IFindStateResult>(findStateIR);


/** 'Erase' parameters type */
export interface IEraseParams {
  day: string;
  id: string;
  issue: number;
}

/** 'Erase' return type */
export interface IEraseResult {
  id: string;
}

/** 'Erase' query type */
export interface IEraseQuery {
  params: IEraseParams;
  result: IEraseResult;
}

const eraseIR: any = {"usedParamSet":{"id":true,"day":true,"issue":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":70}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":189,"b":193},{"a":569,"b":573}]},{"name":"issue","required":true,"transform":{"type":"scalar"},"locs":[{"a":555,"b":561},{"a":643,"b":649}]}],"statement":"with erased as (\n  delete from subscriber where id = subscriber_of(:id!) returning id, state\n), counted as (\n  insert into day_count as c (day, slot, departed, unconfirmed_erased)\n  select :day!::text::date, count_slot(), (state = 'active')::int, (state = 'pending')::int from erased\n  on conflict (day, slot) do update\n  set departed = c.departed + excluded.departed,\n      unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased\n), counted_for_issue as (\n  insert into issue_departure as i (issue_number, day, slot, departures)\n  select :issue!::int, :day!::text::date, count_slot(), 1 from erased where state = 'active' and :issue!::int > 0\n  on conflict (issue_number, day, slot) do update set departures = i.departures + excluded.departures\n)\nselect id from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from subscriber where id = subscriber_of(:id!) returning id, state
 * ), counted as (
 *   insert into day_count as c (day, slot, departed, unconfirmed_erased)
 *   select :day!::text::date, count_slot(), (state = 'active')::int, (state = 'pending')::int from erased
 *   on conflict (day, slot) do update
 *   set departed = c.departed + excluded.departed,
 *       unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased
 * ), counted_for_issue as (
 *   insert into issue_departure as i (issue_number, day, slot, departures)
 *   select :issue!::int, :day!::text::date, count_slot(), 1 from erased where state = 'active' and :issue!::int > 0
 *   on conflict (issue_number, day, slot) do update set departures = i.departures + excluded.departures
 * )
 * select id from erased
 * ```
 */
export const erase = new PreparedQuery<IEraseParams,IEraseResult>(eraseIR);


/** 'FindStored' parameters type */
export interface IFindStoredParams {
  indexes: BufferArray;
}

/** 'FindStored' return type */
export interface IFindStoredResult {
  confirmedAt: Date | null;
  /** When the relay took the confirmation mail. */
  mailSentAt: Date | null;
  requestedAt: Date;
  state: string;
}

/** 'FindStored' query type */
export interface IFindStoredQuery {
  params: IFindStoredParams;
  result: IFindStoredResult;
}

const findStoredIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":106}]}],"statement":"select state, requested_at, mail_sent_at, confirmed_at from subscriber where address_index = any (:indexes!) order by requested_at"};

/**
 * Query generated from SQL:
 * ```
 * select state, requested_at, mail_sent_at, confirmed_at from subscriber where address_index = any (:indexes!) order by requested_at
 * ```
 */
export const findStored = new PreparedQuery<IFindStoredParams,IFindStoredResult>(findStoredIR);


/** 'FindAnySealed' parameters type */
export type IFindAnySealedParams = void;

/** 'FindAnySealed' return type */
export interface IFindAnySealedResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
}

/** 'FindAnySealed' query type */
export interface IFindAnySealedQuery {
  params: IFindAnySealedParams;
  result: IFindAnySealedResult;
}

const findAnySealedIR: any = {"usedParamSet":{},"params":[],"statement":"select distinct on (get_byte(address_sealed, 0)) id, address_sealed from subscriber order by get_byte(address_sealed, 0)"};

/**
 * Query generated from SQL:
 * ```
 * select distinct on (get_byte(address_sealed, 0)) id, address_sealed from subscriber order by get_byte(address_sealed, 0)
 * ```
 */
export const findAnySealed = new PreparedQuery<IFindAnySealedParams,IFindAnySealedResult>(findAnySealedIR);


/** 'EraseByAddress' parameters type */
export interface IEraseByAddressParams {
  day: string;
  indexes: BufferArray;
}

/** 'EraseByAddress' return type */
export interface IEraseByAddressResult {
  count: number;
}

/** 'EraseByAddress' query type */
export interface IEraseByAddressQuery {
  params: IEraseByAddressParams;
  result: IEraseByAddressResult;
}

const eraseByAddressIR: any = {"usedParamSet":{"indexes":true,"day":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":69,"b":77}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":192,"b":196}]}],"statement":"with erased as (\n  delete from subscriber where address_index = any (:indexes!) returning state\n), counted as (\n  insert into day_count as c (day, slot, departed, unconfirmed_erased)\n  select :day!::text::date, count_slot(),\n         count(*) filter (where state = 'active'), count(*) filter (where state = 'pending')\n  from erased having count(*) > 0\n  on conflict (day, slot) do update\n  set departed = c.departed + excluded.departed,\n      unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from subscriber where address_index = any (:indexes!) returning state
 * ), counted as (
 *   insert into day_count as c (day, slot, departed, unconfirmed_erased)
 *   select :day!::text::date, count_slot(),
 *          count(*) filter (where state = 'active'), count(*) filter (where state = 'pending')
 *   from erased having count(*) > 0
 *   on conflict (day, slot) do update
 *   set departed = c.departed + excluded.departed,
 *       unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseByAddress = new PreparedQuery<IEraseByAddressParams,IEraseByAddressResult>(eraseByAddressIR);


/** 'ForgetMailbox' parameters type */
export interface IForgetMailboxParams {
  mailbox: Buffer;
}

/** 'ForgetMailbox' return type */
export type IForgetMailboxResult = void;

/** 'ForgetMailbox' query type */
export interface IForgetMailboxQuery {
  params: IForgetMailboxParams;
  result: IForgetMailboxResult;
}

const forgetMailboxIR: any = {"usedParamSet":{"mailbox":true},"params":[{"name":"mailbox","required":true,"transform":{"type":"scalar"},"locs":[{"a":41,"b":49}]}],"statement":"delete from mail_request where mailbox = :mailbox!"};

/**
 * Query generated from SQL:
 * ```
 * delete from mail_request where mailbox = :mailbox!
 * ```
 */
export const forgetMailbox = new PreparedQuery<IForgetMailboxParams,IForgetMailboxResult>(forgetMailboxIR);


/** 'EraseUnconfirmed' parameters type */
export interface IEraseUnconfirmedParams {
  before: Date;
  day: string;
  limit: number;
}

/** 'EraseUnconfirmed' return type */
export interface IEraseUnconfirmedResult {
  count: number;
}

/** 'EraseUnconfirmed' query type */
export interface IEraseUnconfirmedQuery {
  params: IEraseUnconfirmedParams;
  result: IEraseUnconfirmedResult;
}

const eraseUnconfirmedIR: any = {"usedParamSet":{"before":true,"limit":true,"day":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":165,"b":172}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":207,"b":213}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":348,"b":352}]}],"statement":"with erased as (\n  delete from subscriber where id = any (array(\n    select id from subscriber\n    where state = 'pending' and greatest(requested_at, mail_due_at) < :before! and ask_after is null\n    limit (:limit!)::int for update skip locked\n  )) returning id\n), counted as (\n  insert into day_count as c (day, slot, unconfirmed_erased)\n  select :day!::text::date, count_slot(), count(*) from erased having count(*) > 0\n  on conflict (day, slot) do update set unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from subscriber where id = any (array(
 *     select id from subscriber
 *     where state = 'pending' and greatest(requested_at, mail_due_at) < :before! and ask_after is null
 *     limit (:limit!)::int for update skip locked
 *   )) returning id
 * ), counted as (
 *   insert into day_count as c (day, slot, unconfirmed_erased)
 *   select :day!::text::date, count_slot(), count(*) from erased having count(*) > 0
 *   on conflict (day, slot) do update set unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseUnconfirmed = new PreparedQuery<IEraseUnconfirmedParams,IEraseUnconfirmedResult>(eraseUnconfirmedIR);


/** 'FindActive' parameters type */
export interface IFindActiveParams {
  ids: stringArray;
}

/** 'FindActive' return type */
export interface IFindActiveResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
}

/** 'FindActive' query type */
export interface IFindActiveQuery {
  params: IFindActiveParams;
  result: IFindActiveResult;
}

const findActiveIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":62}]}],"statement":"select id, address_sealed from subscriber where id = any (:ids!) and state = 'active'"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed from subscriber where id = any (:ids!) and state = 'active'
 * ```
 */
export const findActive = new PreparedQuery<IFindActiveParams,IFindActiveResult>(findActiveIR);


/** 'CountByState' parameters type */
export type ICountByStateParams = void;

/** 'CountByState' return type */
export interface ICountByStateResult {
  count: number;
  state: string;
}

/** 'CountByState' query type */
export interface ICountByStateQuery {
  params: ICountByStateParams;
  result: ICountByStateResult;
}

const countByStateIR: any = {"usedParamSet":{},"params":[],"statement":"select state, count(*)::int as \"count!\" from subscriber group by state"};

/**
 * Query generated from SQL:
 * ```
 * select state, count(*)::int as "count!" from subscriber group by state
 * ```
 */
export const countByState = new PreparedQuery<ICountByStateParams,ICountByStateResult>(countByStateIR);


/** 'CountByKeyVersion' parameters type */
export type ICountByKeyVersionParams = void;

/** 'CountByKeyVersion' return type */
export interface ICountByKeyVersionResult {
  count: number;
  version: number;
}

/** 'CountByKeyVersion' query type */
export interface ICountByKeyVersionQuery {
  params: ICountByKeyVersionParams;
  result: ICountByKeyVersionResult;
}

const countByKeyVersionIR: any = {"usedParamSet":{},"params":[],"statement":"select get_byte(address_sealed, 0) as \"version!\", count(*)::int as \"count!\"\nfrom subscriber group by 1 order by 1"};

/**
 * Query generated from SQL:
 * ```
 * select get_byte(address_sealed, 0) as "version!", count(*)::int as "count!"
 * from subscriber group by 1 order by 1
 * ```
 */
export const countByKeyVersion = new PreparedQuery<ICountByKeyVersionParams,ICountByKeyVersionResult>(countByKeyVersionIR);


/** 'LockSealedWithOtherKey' parameters type */
export interface ILockSealedWithOtherKeyParams {
  except: stringArray;
  limit: number;
  versions: numberArray;
}

/** 'LockSealedWithOtherKey' return type */
export interface ILockSealedWithOtherKeyResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  confirmedAt: Date | null;
  id: string;
  requestedAt: Date;
  state: string;
}

/** 'LockSealedWithOtherKey' query type */
export interface ILockSealedWithOtherKeyQuery {
  params: ILockSealedWithOtherKeyParams;
  result: ILockSealedWithOtherKeyResult;
}

const lockSealedWithOtherKeyIR: any = {"usedParamSet":{"versions":true,"except":true,"limit":true},"params":[{"name":"versions","required":true,"transform":{"type":"scalar"},"locs":[{"a":118,"b":127}]},{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":152}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":162,"b":168}]}],"statement":"select id, address_sealed, state, requested_at, confirmed_at from subscriber\nwhere get_byte(address_sealed, 0) = any (:versions!) and id <> all (:except!)\nlimit (:limit!)::int for update skip locked"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed, state, requested_at, confirmed_at from subscriber
 * where get_byte(address_sealed, 0) = any (:versions!) and id <> all (:except!)
 * limit (:limit!)::int for update skip locked
 * ```
 */
export const lockSealedWithOtherKey = new PreparedQuery<ILockSealedWithOtherKeyParams,ILockSealedWithOtherKeyResult>(lockSealedWithOtherKeyIR);


/** 'ReplaceSeals' parameters type */
export interface IReplaceSealsParams {
  ids: stringArray;
  indexes: BufferArray;
  seals: BufferArray;
}

/** 'ReplaceSeals' return type */
export type IReplaceSealsResult = void;

/** 'ReplaceSeals' query type */
export interface IReplaceSealsQuery {
  params: IReplaceSealsParams;
  result: IReplaceSealsResult;
}

const replaceSealsIR: any = {"usedParamSet":{"ids":true,"seals":true,"indexes":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":87,"b":91}]},{"name":"seals","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":108}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":120,"b":128}]}],"statement":"update subscriber s\nset address_sealed = n.sealed, address_index = n.index\nfrom unnest(:ids!::uuid[], :seals!::bytea[], :indexes!::bytea[]) as n (id, sealed, index)\nwhere s.id = n.id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber s
 * set address_sealed = n.sealed, address_index = n.index
 * from unnest(:ids!::uuid[], :seals!::bytea[], :indexes!::bytea[]) as n (id, sealed, index)
 * where s.id = n.id
 * ```
 */
export const replaceSeals = new PreparedQuery<IReplaceSealsParams,IReplaceSealsResult>(replaceSealsIR);


/** 'FindByIndexes' parameters type */
export interface IFindByIndexesParams {
  indexes: BufferArray;
}

/** 'FindByIndexes' return type */
export interface IFindByIndexesResult {
  /** HMAC-SHA-256 of the normalised address. */
  addressIndex: Buffer;
  id: string;
}

/** 'FindByIndexes' query type */
export interface IFindByIndexesQuery {
  params: IFindByIndexesParams;
  result: IFindByIndexesResult;
}

const findByIndexesIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":68,"b":76}]}],"statement":"select id, address_index from subscriber where address_index = any (:indexes!)"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_index from subscriber where address_index = any (:indexes!)
 * ```
 */
export const findByIndexes = new PreparedQuery<IFindByIndexesParams,IFindByIndexesResult>(findByIndexesIR);


/** 'LockUnlocked' parameters type */
export interface ILockUnlockedParams {
  ids: stringArray;
}

/** 'LockUnlocked' return type */
export interface ILockUnlockedResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  confirmedAt: Date | null;
  id: string;
  requestedAt: Date;
  state: string;
}

/** 'LockUnlocked' query type */
export interface ILockUnlockedQuery {
  params: ILockUnlockedParams;
  result: ILockUnlockedResult;
}

const lockUnlockedIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":93,"b":97}]}],"statement":"select id, address_sealed, state, requested_at, confirmed_at from subscriber where id = any (:ids!) for update skip locked"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed, state, requested_at, confirmed_at from subscriber where id = any (:ids!) for update skip locked
 * ```
 */
export const lockUnlocked = new PreparedQuery<ILockUnlockedParams,ILockUnlockedResult>(lockUnlockedIR);


/** 'ForwardMerged' parameters type */
export interface IForwardMergedParams {
  ids: stringArray;
  kept: stringArray;
}

/** 'ForwardMerged' return type */
export type IForwardMergedResult = void;

/** 'ForwardMerged' query type */
export interface IForwardMergedQuery {
  params: IForwardMergedParams;
  result: IForwardMergedResult;
}

const forwardMergedIR: any = {"usedParamSet":{"ids":true,"kept":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":70}]},{"name":"kept","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":86}]}],"statement":"update merged_subscriber m set subscriber_id = n.kept\nfrom unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)\nwhere m.subscriber_id = n.id"};

/**
 * Query generated from SQL:
 * ```
 * update merged_subscriber m set subscriber_id = n.kept
 * from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
 * where m.subscriber_id = n.id
 * ```
 */
export const forwardMerged = new PreparedQuery<IForwardMergedParams,IForwardMergedResult>(forwardMergedIR);


/** 'RecordMerged' parameters type */
export interface IRecordMergedParams {
  ids: stringArray;
  kept: stringArray;
}

/** 'RecordMerged' return type */
export type IRecordMergedResult = void;

/** 'RecordMerged' query type */
export interface IRecordMergedQuery {
  params: IRecordMergedParams;
  result: IRecordMergedResult;
}

const recordMergedIR: any = {"usedParamSet":{"ids":true,"kept":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":86}]},{"name":"kept","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":102}]}],"statement":"insert into merged_subscriber (id, subscriber_id)\nselect n.id, n.kept from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)"};

/**
 * Query generated from SQL:
 * ```
 * insert into merged_subscriber (id, subscriber_id)
 * select n.id, n.kept from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
 * ```
 */
export const recordMerged = new PreparedQuery<IRecordMergedParams,IRecordMergedResult>(recordMergedIR);


/** 'EraseAll' parameters type */
export interface IEraseAllParams {
  ids: stringArray;
}

/** 'EraseAll' return type */
export type IEraseAllResult = void;

/** 'EraseAll' query type */
export interface IEraseAllQuery {
  params: IEraseAllParams;
  result: IEraseAllResult;
}

const eraseAllIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":39,"b":43}]}],"statement":"delete from subscriber where id = any (:ids!)"};

/**
 * Query generated from SQL:
 * ```
 * delete from subscriber where id = any (:ids!)
 * ```
 */
export const eraseAll = new PreparedQuery<IEraseAllParams,IEraseAllResult>(eraseAllIR);


/** 'ListSealingVersions' parameters type */
export type IListSealingVersionsParams = void;

/** 'ListSealingVersions' return type */
export interface IListSealingVersionsResult {
  version: number;
}

/** 'ListSealingVersions' query type */
export interface IListSealingVersionsQuery {
  params: IListSealingVersionsParams;
  result: IListSealingVersionsResult;
}

const listSealingVersionsIR: any = {"usedParamSet":{},"params":[],"statement":"with recursive sealing (version) as (\n  select min(get_byte(address_sealed, 0)) from subscriber\n  union all\n  select (select min(get_byte(address_sealed, 0)) from subscriber where get_byte(address_sealed, 0) > sealing.version)\n  from sealing where sealing.version is not null\n)\nselect version as \"version!\" from sealing where version is not null"};

/**
 * Query generated from SQL:
 * ```
 * with recursive sealing (version) as (
 *   select min(get_byte(address_sealed, 0)) from subscriber
 *   union all
 *   select (select min(get_byte(address_sealed, 0)) from subscriber where get_byte(address_sealed, 0) > sealing.version)
 *   from sealing where sealing.version is not null
 * )
 * select version as "version!" from sealing where version is not null
 * ```
 */
export const listSealingVersions = new PreparedQuery<IListSealingVersionsParams,IListSealingVersionsResult>(listSealingVersionsIR);


/** 'FindSealedWith' parameters type */
export interface IFindSealedWithParams {
  limit: number;
  version: number;
}

/** 'FindSealedWith' return type */
export interface IFindSealedWithResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
}

/** 'FindSealedWith' query type */
export interface IFindSealedWithQuery {
  params: IFindSealedWithParams;
  result: IFindSealedWithResult;
}

const findSealedWithIR: any = {"usedParamSet":{"version":true,"limit":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":78,"b":86}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":101}]}],"statement":"select id, address_sealed from subscriber where get_byte(address_sealed, 0) = :version! limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed from subscriber where get_byte(address_sealed, 0) = :version! limit (:limit!)::int
 * ```
 */
export const findSealedWith = new PreparedQuery<IFindSealedWithParams,IFindSealedWithResult>(findSealedWithIR);


/** 'NoteDayEnds' parameters type */
export interface INoteDayEndsParams {
  yesterday: string;
}

/** 'NoteDayEnds' return type */
export type INoteDayEndsResult = void;

/** 'NoteDayEnds' query type */
export interface INoteDayEndsQuery {
  params: INoteDayEndsParams;
  result: INoteDayEndsResult;
}

const noteDayEndsIR: any = {"usedParamSet":{"yesterday":true},"params":[{"name":"yesterday","required":true,"transform":{"type":"scalar"},"locs":[{"a":27,"b":37},{"a":88,"b":98}]}],"statement":"with missing as (\n  select :yesterday!::text::date - n as day\n  from generate_series(0, :yesterday!::text::date - greatest(\n    (select min(day) from day_count), (select max(day) + 1 from day_end)\n  )) as n\n)\ninsert into day_end (day, active)\nselect m.day, greatest(0, (select count(*) from subscriber where state = 'active') - coalesce((\n  select sum(confirmed - departed) from day_count c where c.day > m.day\n), 0))\nfrom missing m\non conflict (day) do nothing"};

/**
 * Query generated from SQL:
 * ```
 * with missing as (
 *   select :yesterday!::text::date - n as day
 *   from generate_series(0, :yesterday!::text::date - greatest(
 *     (select min(day) from day_count), (select max(day) + 1 from day_end)
 *   )) as n
 * )
 * insert into day_end (day, active)
 * select m.day, greatest(0, (select count(*) from subscriber where state = 'active') - coalesce((
 *   select sum(confirmed - departed) from day_count c where c.day > m.day
 * ), 0))
 * from missing m
 * on conflict (day) do nothing
 * ```
 */
export const noteDayEnds = new PreparedQuery<INoteDayEndsParams,INoteDayEndsResult>(noteDayEndsIR);


/** 'FindDays' parameters type */
export interface IFindDaysParams {
  first: string;
  last: string;
}

/** 'FindDays' return type */
export interface IFindDaysResult {
  active: number | null;
  confirmed: number;
  day: string;
  departed: number;
  signedUp: number;
  unconfirmedErased: number;
}

/** 'FindDays' query type */
export interface IFindDaysQuery {
  params: IFindDaysParams;
  result: IFindDaysResult;
}

const findDaysIR: any = {"usedParamSet":{"first":true,"last":true},"params":[{"name":"first","required":true,"transform":{"type":"scalar"},"locs":[{"a":337,"b":343},{"a":413,"b":419}]},{"name":"last","required":true,"transform":{"type":"scalar"},"locs":[{"a":392,"b":397}]}],"statement":"select to_char(d.day, 'YYYY-MM-DD') as \"day!\",\n       coalesce(sum(c.signed_up), 0)::int as \"signedUp!\", coalesce(sum(c.confirmed), 0)::int as \"confirmed!\",\n       coalesce(sum(c.departed), 0)::int as \"departed!\",\n       coalesce(sum(c.unconfirmed_erased), 0)::int as \"unconfirmedErased!\",\n       max(e.active) as active\nfrom (\n  select :first!::text::date + n as day from generate_series(0, :last!::text::date - :first!::text::date) as n\n) d\nleft join day_count c using (day)\nleft join day_end e using (day)\ngroup by d.day order by d.day"};

/**
 * Query generated from SQL:
 * ```
 * select to_char(d.day, 'YYYY-MM-DD') as "day!",
 *        coalesce(sum(c.signed_up), 0)::int as "signedUp!", coalesce(sum(c.confirmed), 0)::int as "confirmed!",
 *        coalesce(sum(c.departed), 0)::int as "departed!",
 *        coalesce(sum(c.unconfirmed_erased), 0)::int as "unconfirmedErased!",
 *        max(e.active) as active
 * from (
 *   select :first!::text::date + n as day from generate_series(0, :last!::text::date - :first!::text::date) as n
 * ) d
 * left join day_count c using (day)
 * left join day_end e using (day)
 * group by d.day order by d.day
 * ```
 */
export const findDays = new PreparedQuery<IFindDaysParams,IFindDaysResult>(findDaysIR);


/** 'FindDepartures' parameters type */
export interface IFindDeparturesParams {
  issue: number;
}

/** 'FindDepartures' return type */
export interface IFindDeparturesResult {
  day: string;
  departures: number;
}

/** 'FindDepartures' query type */
export interface IFindDeparturesQuery {
  params: IFindDeparturesParams;
  result: IFindDeparturesResult;
}

const findDeparturesIR: any = {"usedParamSet":{"issue":true},"params":[{"name":"issue","required":true,"transform":{"type":"scalar"},"locs":[{"a":125,"b":131}]}],"statement":"select to_char(day, 'YYYY-MM-DD') as \"day!\", sum(departures)::int as \"departures!\"\nfrom issue_departure where issue_number = :issue! group by day order by day"};

/**
 * Query generated from SQL:
 * ```
 * select to_char(day, 'YYYY-MM-DD') as "day!", sum(departures)::int as "departures!"
 * from issue_departure where issue_number = :issue! group by day order by day
 * ```
 */
export const findDepartures = new PreparedQuery<IFindDeparturesParams,IFindDeparturesResult>(findDeparturesIR);


/** 'EraseCounts' parameters type */
export interface IEraseCountsParams {
  today: string;
}

/** 'EraseCounts' return type */
export type IEraseCountsResult = void;

/** 'EraseCounts' query type */
export interface IEraseCountsQuery {
  params: IEraseCountsParams;
  result: IEraseCountsResult;
}

const eraseCountsIR: any = {"usedParamSet":{"today":true},"params":[{"name":"today","required":true,"transform":{"type":"scalar"},"locs":[{"a":51,"b":57},{"a":139,"b":145},{"a":328,"b":334}]}],"statement":"with days as (\n  delete from day_count where day < :today!::text::date - interval '3 years'\n), ends as (\n  delete from day_end where day < :today!::text::date - interval '3 years'\n)\ndelete from issue_departure where issue_number = any (array(\n  select issue_number from issue_departure group by issue_number\n  having min(day) < :today!::text::date - interval '1 year'\n))"};

/**
 * Query generated from SQL:
 * ```
 * with days as (
 *   delete from day_count where day < :today!::text::date - interval '3 years'
 * ), ends as (
 *   delete from day_end where day < :today!::text::date - interval '3 years'
 * )
 * delete from issue_departure where issue_number = any (array(
 *   select issue_number from issue_departure group by issue_number
 *   having min(day) < :today!::text::date - interval '1 year'
 * ))
 * ```
 */
export const eraseCounts = new PreparedQuery<IEraseCountsParams,IEraseCountsResult>(eraseCountsIR);


/** 'RememberConsentSource' parameters type */
export interface IRememberConsentSourceParams {
  hash: Buffer;
  now: Date;
  source: string;
}

/** 'RememberConsentSource' return type */
export interface IRememberConsentSourceResult {
  id: number;
}

/** 'RememberConsentSource' query type */
export interface IRememberConsentSourceQuery {
  params: IRememberConsentSourceParams;
  result: IRememberConsentSourceResult;
}

const rememberConsentSourceIR: any = {"usedParamSet":{"hash":true,"source":true,"now":true},"params":[{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":71}]},{"name":"source","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":81}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":88}]}],"statement":"insert into consent_source (hash, source, first_noted_at)\nvalues (:hash!, :source!, :now!)\non conflict (hash) do update set hash = excluded.hash\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into consent_source (hash, source, first_noted_at)
 * values (:hash!, :source!, :now!)
 * on conflict (hash) do update set hash = excluded.hash
 * returning id
 * ```
 */
export const rememberConsentSource = new PreparedQuery<IRememberConsentSourceParams,IRememberConsentSourceResult>(rememberConsentSourceIR);


/** 'JudgeAddresses' parameters type */
export interface IJudgeAddressesParams {
  fingerprints: Buffer;
  import: number;
  now: Date;
}

/** 'JudgeAddresses' return type */
export interface IJudgeAddressesResult {
  place: number;
  suppressed: boolean;
}

/** 'JudgeAddresses' query type */
export interface IJudgeAddressesQuery {
  params: IJudgeAddressesParams;
  result: IJudgeAddressesResult;
}

const judgeAddressesIR: any = {"usedParamSet":{"fingerprints":true,"import":true,"now":true},"params":[{"name":"fingerprints","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":68},{"a":161,"b":174}]},{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":340,"b":347}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":453,"b":457}]}],"statement":"with given as materialized (\n  select place, substring(:fingerprints!::bytea from place * 32 + 1 for 32) as address_index\n  from generate_series(0, octet_length(:fingerprints!::bytea) / 32 - 1) as place\n)\nselect place as \"place!\", false as \"suppressed!\"\nfrom given join subscriber s using (address_index) where s.import_id is distinct from :import!::int\nunion all\nselect place, true from given join suppression p using (address_index) where p.ends_at > :now!"};

/**
 * Query generated from SQL:
 * ```
 * with given as materialized (
 *   select place, substring(:fingerprints!::bytea from place * 32 + 1 for 32) as address_index
 *   from generate_series(0, octet_length(:fingerprints!::bytea) / 32 - 1) as place
 * )
 * select place as "place!", false as "suppressed!"
 * from given join subscriber s using (address_index) where s.import_id is distinct from :import!::int
 * union all
 * select place, true from given join suppression p using (address_index) where p.ends_at > :now!
 * ```
 */
export const judgeAddresses = new PreparedQuery<IJudgeAddressesParams,IJudgeAddressesResult>(judgeAddressesIR);


/** 'StoreImported' parameters type */
export interface IStoreImportedParams {
  after: Buffer;
  asks: boolean;
  consentTextId: number;
  day: string;
  import: number;
  limit: number;
  now: Date;
  sources: numberArray;
  wordings: numberArray;
}

/** 'StoreImported' return type */
export interface IStoreImportedResult {
  added: number;
  last: Buffer | null;
  looked: number;
}

/** 'StoreImported' query type */
export interface IStoreImportedQuery {
  params: IStoreImportedParams;
  result: IStoreImportedResult;
}

const storeImportedIR: any = {"usedParamSet":{"import":true,"after":true,"limit":true,"asks":true,"wordings":true,"consentTextId":true,"sources":true,"now":true,"day":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":89}]},{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":118,"b":124}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":173}]},{"name":"asks","required":true,"transform":{"type":"scalar"},"locs":[{"a":422,"b":427},{"a":653,"b":658},{"a":1028,"b":1033}]},{"name":"wordings","required":true,"transform":{"type":"scalar"},"locs":[{"a":488,"b":497}]},{"name":"consentTextId","required":true,"transform":{"type":"scalar"},"locs":[{"a":519,"b":533}]},{"name":"sources","required":true,"transform":{"type":"scalar"},"locs":[{"a":543,"b":551}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":606,"b":610},{"a":671,"b":675},{"a":837,"b":841}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":975,"b":979}]}],"statement":"with portion as materialized (\n  select * from import_row r\n  where r.import_id = :import!::int and r.address_index > :after!::bytea\n  order by r.address_index limit (:limit!)::int\n), stored as (\n  insert into subscriber (\n    id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, confirmed_at, import_id,\n    ask_after\n  )\n  select r.id, r.address_index, r.address_sealed, case when :asks!::bool then 'pending' else 'active' end,\n         coalesce((:wordings!::int[])[r.wording], :consentTextId!::int), (:sources!::int[])[r.source],\n         coalesce(r.consented_at, :now!), r.consented_at, r.import_id, case when :asks!::bool then :now!::timestamptz end\n  from portion r\n  where r.kind = 'new' and not exists (\n    select from suppression p where p.address_index = r.address_index and p.ends_at > :now!\n  )\n  on conflict do nothing\n  returning id\n), counted as (\n  insert into day_count as c (day, slot, signed_up, confirmed)\n  select :day!::text::date, count_slot(), count(*), case when :asks!::bool then 0 else count(*) end\n  from stored having count(*) > 0\n  on conflict (day, slot) do update\n  set signed_up = c.signed_up + excluded.signed_up, confirmed = c.confirmed + excluded.confirmed\n)\nselect (select count(*)::int from portion) as \"looked!\", (select count(*)::int from stored) as \"added!\",\n       (select address_index from portion order by address_index desc limit 1) as last"};

/**
 * Query generated from SQL:
 * ```
 * with portion as materialized (
 *   select * from import_row r
 *   where r.import_id = :import!::int and r.address_index > :after!::bytea
 *   order by r.address_index limit (:limit!)::int
 * ), stored as (
 *   insert into subscriber (
 *     id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, confirmed_at, import_id,
 *     ask_after
 *   )
 *   select r.id, r.address_index, r.address_sealed, case when :asks!::bool then 'pending' else 'active' end,
 *          coalesce((:wordings!::int[])[r.wording], :consentTextId!::int), (:sources!::int[])[r.source],
 *          coalesce(r.consented_at, :now!), r.consented_at, r.import_id, case when :asks!::bool then :now!::timestamptz end
 *   from portion r
 *   where r.kind = 'new' and not exists (
 *     select from suppression p where p.address_index = r.address_index and p.ends_at > :now!
 *   )
 *   on conflict do nothing
 *   returning id
 * ), counted as (
 *   insert into day_count as c (day, slot, signed_up, confirmed)
 *   select :day!::text::date, count_slot(), count(*), case when :asks!::bool then 0 else count(*) end
 *   from stored having count(*) > 0
 *   on conflict (day, slot) do update
 *   set signed_up = c.signed_up + excluded.signed_up, confirmed = c.confirmed + excluded.confirmed
 * )
 * select (select count(*)::int from portion) as "looked!", (select count(*)::int from stored) as "added!",
 *        (select address_index from portion order by address_index desc limit 1) as last
 * ```
 */
export const storeImported = new PreparedQuery<IStoreImportedParams,IStoreImportedResult>(storeImportedIR);


/** 'FindToAsk' parameters type */
export interface IFindToAskParams {
  limit: number;
  now: Date;
}

/** 'FindToAsk' return type */
export interface IFindToAskResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
}

/** 'FindToAsk' query type */
export interface IFindToAskQuery {
  params: IFindToAskParams;
  result: IFindToAskResult;
}

const findToAskIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":65}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":93,"b":99}]}],"statement":"select id, address_sealed from subscriber where ask_after <= :now! order by ask_after limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed from subscriber where ask_after <= :now! order by ask_after limit (:limit!)::int
 * ```
 */
export const findToAsk = new PreparedQuery<IFindToAskParams,IFindToAskResult>(findToAskIR);


/** 'PostponeAsking' parameters type */
export interface IPostponeAskingParams {
  ids: stringArray;
  until: Date;
}

/** 'PostponeAsking' return type */
export type IPostponeAskingResult = void;

/** 'PostponeAsking' query type */
export interface IPostponeAskingQuery {
  params: IPostponeAskingParams;
  result: IPostponeAskingResult;
}

const postponeAskingIR: any = {"usedParamSet":{"until":true,"ids":true},"params":[{"name":"until","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":40}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":62}]}],"statement":"update subscriber set ask_after = :until! where id = any (:ids!) and ask_after is not null"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber set ask_after = :until! where id = any (:ids!) and ask_after is not null
 * ```
 */
export const postponeAsking = new PreparedQuery<IPostponeAskingParams,IPostponeAskingResult>(postponeAskingIR);


/** 'EraseImported' parameters type */
export interface IEraseImportedParams {
  day: string;
  import: number;
  limit: number;
}

/** 'EraseImported' return type */
export interface IEraseImportedResult {
  count: number;
}

/** 'EraseImported' query type */
export interface IEraseImportedQuery {
  params: IEraseImportedParams;
  result: IEraseImportedResult;
}

const eraseImportedIR: any = {"usedParamSet":{"import":true,"limit":true,"day":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":120}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":195,"b":201}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":349,"b":353}]}],"statement":"with erased as (\n  delete from subscriber where id = any (array(\n    select id from subscriber where import_id = :import!::int and (state = 'pending' or consent_source_id is not null)\n    limit (:limit!)::int for update skip locked\n  )) returning state\n), counted as (\n  insert into day_count as c (day, slot, departed, unconfirmed_erased)\n  select :day!::text::date, count_slot(),\n         count(*) filter (where state = 'active'), count(*) filter (where state = 'pending')\n  from erased having count(*) > 0\n  on conflict (day, slot) do update\n  set departed = c.departed + excluded.departed,\n      unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from subscriber where id = any (array(
 *     select id from subscriber where import_id = :import!::int and (state = 'pending' or consent_source_id is not null)
 *     limit (:limit!)::int for update skip locked
 *   )) returning state
 * ), counted as (
 *   insert into day_count as c (day, slot, departed, unconfirmed_erased)
 *   select :day!::text::date, count_slot(),
 *          count(*) filter (where state = 'active'), count(*) filter (where state = 'pending')
 *   from erased having count(*) > 0
 *   on conflict (day, slot) do update
 *   set departed = c.departed + excluded.departed,
 *       unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseImported = new PreparedQuery<IEraseImportedParams,IEraseImportedResult>(eraseImportedIR);


/** 'CountImported' parameters type */
export interface ICountImportedParams {
  import: number;
}

/** 'CountImported' return type */
export interface ICountImportedResult {
  asked: number;
  confirmed: number;
  toAsk: number;
  undoable: number;
}

/** 'CountImported' query type */
export interface ICountImportedQuery {
  params: ICountImportedParams;
  result: ICountImportedResult;
}

const countImportedIR: any = {"usedParamSet":{"import":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":396,"b":403}]}],"statement":"select count(*) filter (where ask_after is not null)::int as \"toAsk!\",\n       count(*) filter (where state = 'pending' and ask_after is null)::int as \"asked!\",\n       count(*) filter (where state = 'active' and consent_source_id is null)::int as \"confirmed!\",\n       count(*) filter (where state = 'pending' or consent_source_id is not null)::int as \"undoable!\"\nfrom subscriber where import_id = :import!::int"};

/**
 * Query generated from SQL:
 * ```
 * select count(*) filter (where ask_after is not null)::int as "toAsk!",
 *        count(*) filter (where state = 'pending' and ask_after is null)::int as "asked!",
 *        count(*) filter (where state = 'active' and consent_source_id is null)::int as "confirmed!",
 *        count(*) filter (where state = 'pending' or consent_source_id is not null)::int as "undoable!"
 * from subscriber where import_id = :import!::int
 * ```
 */
export const countImported = new PreparedQuery<ICountImportedParams,ICountImportedResult>(countImportedIR);
