/** Types generated for queries found in "sql/queries/subscription.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type suppression_reason = 'complaint' | 'hard_bounce' | 'import' | 'reader' | 'soft_bounces';

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


/** 'FindOldestMailRequest' parameters type */
export type IFindOldestMailRequestParams = void;

/** 'FindOldestMailRequest' return type */
export interface IFindOldestMailRequestResult {
  at: Date | null;
}

/** 'FindOldestMailRequest' query type */
export interface IFindOldestMailRequestQuery {
  params: IFindOldestMailRequestParams;
  result: IFindOldestMailRequestResult;
}

const findOldestMailRequestIR: any = {"usedParamSet":{},"params":[],"statement":"select min(asked_at[cardinality(asked_at)]) as at from mail_request"};

/**
 * Query generated from SQL:
 * ```
 * select min(asked_at[cardinality(asked_at)]) as at from mail_request
 * ```
 */
export const findOldestMailRequest = new PreparedQuery<IFindOldestMailRequestParams,IFindOldestMailRequestResult>(findOldestMailRequestIR);


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
  about: string;
  afterSeconds: number;
  again: string;
  attempt: number;
  flag?: string | null | void;
  id: string;
  key: string;
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

const putBackMailIR: any = {"usedParamSet":{"again":true,"id":true,"about":true,"attempt":true,"afterSeconds":true,"key":true,"flag":true},"params":[{"name":"again","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":40}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":80}]},{"name":"about","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":104}]},{"name":"attempt","required":true,"transform":{"type":"scalar"},"locs":[{"a":124,"b":132}]},{"name":"afterSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":183,"b":196}]},{"name":"key","required":true,"transform":{"type":"scalar"},"locs":[{"a":211,"b":215}]},{"name":"flag","required":false,"transform":{"type":"scalar"},"locs":[{"a":248,"b":252}]}],"statement":"select graphile_worker.add_job(\n  :again!, json_build_object('subscriberId', :id!::uuid, 'about', :about!::text, 'attempt', :attempt!::int),\n  run_at := now() + make_interval(secs => :afterSeconds!), job_key := :key!,\n  flags := array_remove(array[:flag::text], null)\n) is not null as enqueued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(
 *   :again!, json_build_object('subscriberId', :id!::uuid, 'about', :about!::text, 'attempt', :attempt!::int),
 *   run_at := now() + make_interval(secs => :afterSeconds!), job_key := :key!,
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


/** 'NoteMailForProof' parameters type */
export interface INoteMailForProofParams {
  hash: Buffer;
  id: string;
  now: Date;
}

/** 'NoteMailForProof' return type */
export type INoteMailForProofResult = void;

/** 'NoteMailForProof' query type */
export interface INoteMailForProofQuery {
  params: INoteMailForProofParams;
  result: INoteMailForProofResult;
}

const noteMailForProofIR: any = {"usedParamSet":{"now":true,"hash":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":230,"b":234}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":237,"b":242}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":285,"b":288}]}],"statement":"insert into consent_proof as p (\n  subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at\n)\nselect id, address_index, get_byte(address_sealed, 0), consent_text_id, requested_at, :now!, :hash!, confirmed_at\nfrom subscriber where id = :id!\non conflict (subscriber_id) do update\nset consent_text_id = excluded.consent_text_id, asked_at = excluded.asked_at,\n    mailed_at = excluded.mailed_at, mail_sha256 = excluded.mail_sha256"};

/**
 * Query generated from SQL:
 * ```
 * insert into consent_proof as p (
 *   subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at
 * )
 * select id, address_index, get_byte(address_sealed, 0), consent_text_id, requested_at, :now!, :hash!, confirmed_at
 * from subscriber where id = :id!
 * on conflict (subscriber_id) do update
 * set consent_text_id = excluded.consent_text_id, asked_at = excluded.asked_at,
 *     mailed_at = excluded.mailed_at, mail_sha256 = excluded.mail_sha256
 * ```
 */
export const noteMailForProof = new PreparedQuery<INoteMailForProofParams,INoteMailForProofResult>(noteMailForProofIR);


/** 'Activate' parameters type */
export interface IActivateParams {
  consentProof: boolean;
  day: string;
  id: string;
  now: Date;
}

/** 'Activate' return type */
export interface IActivateResult {
  /** HMAC-SHA-256 of the normalised address. */
  addressIndex: Buffer;
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
}

/** 'Activate' query type */
export interface IActivateQuery {
  params: IActivateParams;
  result: IActivateResult;
}

const activateIR: any = {"usedParamSet":{"now":true,"id":true,"consentProof":true,"day":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":81}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":110,"b":113}]},{"name":"consentProof","required":true,"transform":{"type":"scalar"},"locs":[{"a":533,"b":546}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":715,"b":719}]}],"statement":"with activated as (\n  update subscriber set state = 'active', confirmed_at = :now!\n  where id = subscriber_of(:id!) and state = 'pending'\n  returning id, address_index, address_sealed, consent_text_id, requested_at, mail_sent_at, confirmed_at\n), proved as (\n  insert into consent_proof as p (\n    subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, confirmed_at\n  )\n  select id, address_index, get_byte(address_sealed, 0), consent_text_id, requested_at, mail_sent_at, confirmed_at\n  from activated where :consentProof!::boolean\n  on conflict (subscriber_id) do update set confirmed_at = excluded.confirmed_at\n), counted as (\n  insert into day_count as c (day, slot, confirmed)\n  select :day!::text::date, count_slot(), 1 from activated\n  on conflict (day, slot) do update set confirmed = c.confirmed + excluded.confirmed\n)\nselect id, address_index, address_sealed from activated"};

/**
 * Query generated from SQL:
 * ```
 * with activated as (
 *   update subscriber set state = 'active', confirmed_at = :now!
 *   where id = subscriber_of(:id!) and state = 'pending'
 *   returning id, address_index, address_sealed, consent_text_id, requested_at, mail_sent_at, confirmed_at
 * ), proved as (
 *   insert into consent_proof as p (
 *     subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, confirmed_at
 *   )
 *   select id, address_index, get_byte(address_sealed, 0), consent_text_id, requested_at, mail_sent_at, confirmed_at
 *   from activated where :consentProof!::boolean
 *   on conflict (subscriber_id) do update set confirmed_at = excluded.confirmed_at
 * ), counted as (
 *   insert into day_count as c (day, slot, confirmed)
 *   select :day!::text::date, count_slot(), 1 from activated
 *   on conflict (day, slot) do update set confirmed = c.confirmed + excluded.confirmed
 * )
 * select id, address_index, address_sealed from activated
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
  consentSource: string | null;
  /** When the relay took the confirmation mail. */
  mailSentAt: Date | null;
  requestedAt: Date;
  state: string;
  wording: string;
}

/** 'FindStored' query type */
export interface IFindStoredQuery {
  params: IFindStoredParams;
  result: IFindStoredResult;
}

const findStoredIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":256,"b":264}]}],"statement":"select s.state, s.requested_at, s.mail_sent_at, s.confirmed_at, c.wording, o.source as \"consentSource?\"\nfrom subscriber s join consent_text c on c.id = s.consent_text_id\nleft join consent_source o on o.id = s.consent_source_id\nwhere s.address_index = any (:indexes!) order by s.requested_at"};

/**
 * Query generated from SQL:
 * ```
 * select s.state, s.requested_at, s.mail_sent_at, s.confirmed_at, c.wording, o.source as "consentSource?"
 * from subscriber s join consent_text c on c.id = s.consent_text_id
 * left join consent_source o on o.id = s.consent_source_id
 * where s.address_index = any (:indexes!) order by s.requested_at
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


/** 'EraseAndCount' parameters type */
export interface IEraseAndCountParams {
  day: string;
  ids: stringArray;
  indexes: BufferArray;
}

/** 'EraseAndCount' return type */
export interface IEraseAndCountResult {
  count: number;
}

/** 'EraseAndCount' query type */
export interface IEraseAndCountQuery {
  params: IEraseAndCountParams;
  result: IEraseAndCountResult;
}

const eraseAndCountIR: any = {"usedParamSet":{"ids":true,"indexes":true,"day":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":62}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":105}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":229,"b":233}]}],"statement":"with erased as (\n  delete from subscriber where id = any (:ids!::uuid[]) or address_index = any (:indexes!::bytea[]) returning state\n), counted as (\n  insert into day_count as c (day, slot, departed, unconfirmed_erased)\n  select :day!::text::date, count_slot(),\n         count(*) filter (where state = 'active'), count(*) filter (where state = 'pending')\n  from erased having count(*) > 0\n  on conflict (day, slot) do update\n  set departed = c.departed + excluded.departed,\n      unconfirmed_erased = c.unconfirmed_erased + excluded.unconfirmed_erased\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from subscriber where id = any (:ids!::uuid[]) or address_index = any (:indexes!::bytea[]) returning state
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
export const eraseAndCount = new PreparedQuery<IEraseAndCountParams,IEraseAndCountResult>(eraseAndCountIR);


/** 'ForgetMailboxes' parameters type */
export interface IForgetMailboxesParams {
  mailboxes: BufferArray;
}

/** 'ForgetMailboxes' return type */
export type IForgetMailboxesResult = void;

/** 'ForgetMailboxes' query type */
export interface IForgetMailboxesQuery {
  params: IForgetMailboxesParams;
  result: IForgetMailboxesResult;
}

const forgetMailboxesIR: any = {"usedParamSet":{"mailboxes":true},"params":[{"name":"mailboxes","required":true,"transform":{"type":"scalar"},"locs":[{"a":46,"b":56}]}],"statement":"delete from mail_request where mailbox = any (:mailboxes!)"};

/**
 * Query generated from SQL:
 * ```
 * delete from mail_request where mailbox = any (:mailboxes!)
 * ```
 */
export const forgetMailboxes = new PreparedQuery<IForgetMailboxesParams,IForgetMailboxesResult>(forgetMailboxesIR);


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


/** 'FindOldestUnconfirmed' parameters type */
export type IFindOldestUnconfirmedParams = void;

/** 'FindOldestUnconfirmed' return type */
export interface IFindOldestUnconfirmedResult {
  at: Date | null;
}

/** 'FindOldestUnconfirmed' query type */
export interface IFindOldestUnconfirmedQuery {
  params: IFindOldestUnconfirmedParams;
  result: IFindOldestUnconfirmedResult;
}

const findOldestUnconfirmedIR: any = {"usedParamSet":{},"params":[],"statement":"select min(greatest(requested_at, mail_due_at)) as at from subscriber where state = 'pending'"};

/**
 * Query generated from SQL:
 * ```
 * select min(greatest(requested_at, mail_due_at)) as at from subscriber where state = 'pending'
 * ```
 */
export const findOldestUnconfirmed = new PreparedQuery<IFindOldestUnconfirmedParams,IFindOldestUnconfirmedResult>(findOldestUnconfirmedIR);


/** 'FindActive' parameters type */
export interface IFindActiveParams {
  ids: stringArray;
}

/** 'FindActive' return type */
export interface IFindActiveResult {
  addressSealed: Buffer;
  askedId: string;
  id: string;
}

/** 'FindActive' query type */
export interface IFindActiveQuery {
  params: IFindActiveParams;
  result: IFindActiveResult;
}

const findActiveIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":109},{"a":266,"b":270}]}],"statement":"select id as \"askedId!\", id as \"id!\", address_sealed as \"addressSealed!\"\nfrom subscriber where id = any (:ids!) and state = 'active'\nunion all\nselect m.id, s.id, s.address_sealed\nfrom merged_subscriber m join subscriber s on s.id = m.subscriber_id\nwhere m.id = any (:ids!) and m.moved and s.state = 'active'"};

/**
 * Query generated from SQL:
 * ```
 * select id as "askedId!", id as "id!", address_sealed as "addressSealed!"
 * from subscriber where id = any (:ids!) and state = 'active'
 * union all
 * select m.id, s.id, s.address_sealed
 * from merged_subscriber m join subscriber s on s.id = m.subscriber_id
 * where m.id = any (:ids!) and m.moved and s.state = 'active'
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

const countByKeyVersionIR: any = {"usedParamSet":{},"params":[],"statement":"select get_byte(address_sealed, 0) as \"version!\", count(*)::int as \"count!\"\nfrom (\n  select address_sealed from subscriber\n  union all select address_sealed from address_change\n  union all select key_sealed from moved_key\n) as sealed\ngroup by 1 order by 1"};

/**
 * Query generated from SQL:
 * ```
 * select get_byte(address_sealed, 0) as "version!", count(*)::int as "count!"
 * from (
 *   select address_sealed from subscriber
 *   union all select address_sealed from address_change
 *   union all select key_sealed from moved_key
 * ) as sealed
 * group by 1 order by 1
 * ```
 */
export const countByKeyVersion = new PreparedQuery<ICountByKeyVersionParams,ICountByKeyVersionResult>(countByKeyVersionIR);


/** 'CountKeptFingerprints' parameters type */
export type ICountKeptFingerprintsParams = void;

/** 'CountKeptFingerprints' return type */
export interface ICountKeptFingerprintsResult {
  count: number;
  version: number;
}

/** 'CountKeptFingerprints' query type */
export interface ICountKeptFingerprintsQuery {
  params: ICountKeptFingerprintsParams;
  result: ICountKeptFingerprintsResult;
}

const countKeptFingerprintsIR: any = {"usedParamSet":{},"params":[],"statement":"select key_version as \"version!\", count(*)::int as \"count!\"\nfrom (\n  select key_version from suppression where key_version is not null\n  union all select key_version from consent_proof where left_at is not null\n) as kept\ngroup by 1 order by 1"};

/**
 * Query generated from SQL:
 * ```
 * select key_version as "version!", count(*)::int as "count!"
 * from (
 *   select key_version from suppression where key_version is not null
 *   union all select key_version from consent_proof where left_at is not null
 * ) as kept
 * group by 1 order by 1
 * ```
 */
export const countKeptFingerprints = new PreparedQuery<ICountKeptFingerprintsParams,ICountKeptFingerprintsResult>(countKeptFingerprintsIR);


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

const replaceSealsIR: any = {"usedParamSet":{"ids":true,"seals":true,"indexes":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":119,"b":123}]},{"name":"seals","required":true,"transform":{"type":"scalar"},"locs":[{"a":134,"b":140}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":152,"b":160}]}],"statement":"with renewed as (\n  select n.*, o.address_index as old_index, get_byte(n.sealed, 0)::smallint as version\n  from unnest(:ids!::uuid[], :seals!::bytea[], :indexes!::bytea[]) as n (id, sealed, new_index)\n  join subscriber o using (id)\n), proofs as (\n  update consent_proof p set address_index = r.new_index, key_version = r.version\n  from renewed r where p.address_index = r.old_index or p.subscriber_id = r.id\n), suppressions as (\n  update suppression p set address_index = r.new_index, key_version = r.version\n  from renewed r\n  where p.address_index = r.old_index and not exists (select from suppression x where x.address_index = r.new_index)\n)\nupdate subscriber s set address_sealed = r.sealed, address_index = r.new_index\nfrom renewed r where s.id = r.id"};

/**
 * Query generated from SQL:
 * ```
 * with renewed as (
 *   select n.*, o.address_index as old_index, get_byte(n.sealed, 0)::smallint as version
 *   from unnest(:ids!::uuid[], :seals!::bytea[], :indexes!::bytea[]) as n (id, sealed, new_index)
 *   join subscriber o using (id)
 * ), proofs as (
 *   update consent_proof p set address_index = r.new_index, key_version = r.version
 *   from renewed r where p.address_index = r.old_index or p.subscriber_id = r.id
 * ), suppressions as (
 *   update suppression p set address_index = r.new_index, key_version = r.version
 *   from renewed r
 *   where p.address_index = r.old_index and not exists (select from suppression x where x.address_index = r.new_index)
 * )
 * update subscriber s set address_sealed = r.sealed, address_index = r.new_index
 * from renewed r where s.id = r.id
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
  gaveUpAddress: boolean;
  ids: stringArray;
  kept: stringArray;
  moved: boolean;
}

/** 'ForwardMerged' return type */
export type IForwardMergedResult = void;

/** 'ForwardMerged' query type */
export interface IForwardMergedQuery {
  params: IForwardMergedParams;
  result: IForwardMergedResult;
}

const forwardMergedIR: any = {"usedParamSet":{"moved":true,"gaveUpAddress":true,"ids":true,"kept":true},"params":[{"name":"moved","required":true,"transform":{"type":"scalar"},"locs":[{"a":75,"b":81}]},{"name":"gaveUpAddress","required":true,"transform":{"type":"scalar"},"locs":[{"a":123,"b":137}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":151,"b":155}]},{"name":"kept","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":171}]}],"statement":"update merged_subscriber m set subscriber_id = n.kept, moved = m.moved and :moved!, gave_up_address = m.gave_up_address or :gaveUpAddress!\nfrom unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)\nwhere m.subscriber_id = n.id"};

/**
 * Query generated from SQL:
 * ```
 * update merged_subscriber m set subscriber_id = n.kept, moved = m.moved and :moved!, gave_up_address = m.gave_up_address or :gaveUpAddress!
 * from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
 * where m.subscriber_id = n.id
 * ```
 */
export const forwardMerged = new PreparedQuery<IForwardMergedParams,IForwardMergedResult>(forwardMergedIR);


/** 'RecordMerged' parameters type */
export interface IRecordMergedParams {
  gaveUpAddress: boolean;
  ids: stringArray;
  kept: stringArray;
  moved: boolean;
}

/** 'RecordMerged' return type */
export type IRecordMergedResult = void;

/** 'RecordMerged' query type */
export interface IRecordMergedQuery {
  params: IRecordMergedParams;
  result: IRecordMergedResult;
}

const recordMergedIR: any = {"usedParamSet":{"moved":true,"gaveUpAddress":true,"ids":true,"kept":true},"params":[{"name":"moved","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":101}]},{"name":"gaveUpAddress","required":true,"transform":{"type":"scalar"},"locs":[{"a":104,"b":118}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":132,"b":136}]},{"name":"kept","required":true,"transform":{"type":"scalar"},"locs":[{"a":147,"b":152}]}],"statement":"insert into merged_subscriber (id, subscriber_id, moved, gave_up_address)\nselect n.id, n.kept, :moved!, :gaveUpAddress! from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)"};

/**
 * Query generated from SQL:
 * ```
 * insert into merged_subscriber (id, subscriber_id, moved, gave_up_address)
 * select n.id, n.kept, :moved!, :gaveUpAddress! from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
 * ```
 */
export const recordMerged = new PreparedQuery<IRecordMergedParams,IRecordMergedResult>(recordMergedIR);


/** 'ForwardProofs' parameters type */
export interface IForwardProofsParams {
  ids: stringArray;
  kept: stringArray;
}

/** 'ForwardProofs' return type */
export type IForwardProofsResult = void;

/** 'ForwardProofs' query type */
export interface IForwardProofsQuery {
  params: IForwardProofsParams;
  result: IForwardProofsResult;
}

const forwardProofsIR: any = {"usedParamSet":{"ids":true,"kept":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":62,"b":66},{"a":262,"b":266}]},{"name":"kept","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":82},{"a":277,"b":282}]}],"statement":"update consent_proof p set subscriber_id = n.kept\nfrom unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)\nwhere p.subscriber_id = n.id and not exists (select from consent_proof k where k.subscriber_id = n.kept)\n  and p.id = (\n    select min(o.id) from unnest(:ids!::uuid[], :kept!::uuid[]) as m (id, kept)\n    join consent_proof o on o.subscriber_id = m.id where m.kept = n.kept\n  )"};

/**
 * Query generated from SQL:
 * ```
 * update consent_proof p set subscriber_id = n.kept
 * from unnest(:ids!::uuid[], :kept!::uuid[]) as n (id, kept)
 * where p.subscriber_id = n.id and not exists (select from consent_proof k where k.subscriber_id = n.kept)
 *   and p.id = (
 *     select min(o.id) from unnest(:ids!::uuid[], :kept!::uuid[]) as m (id, kept)
 *     join consent_proof o on o.subscriber_id = m.id where m.kept = n.kept
 *   )
 * ```
 */
export const forwardProofs = new PreparedQuery<IForwardProofsParams,IForwardProofsResult>(forwardProofsIR);


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

const listSealingVersionsIR: any = {"usedParamSet":{},"params":[],"statement":"with recursive sealing (version) as (\n  select min(get_byte(address_sealed, 0)) from subscriber\n  union all\n  select (select min(get_byte(address_sealed, 0)) from subscriber where get_byte(address_sealed, 0) > sealing.version)\n  from sealing where sealing.version is not null\n)\nselect version as \"version!\" from sealing where version is not null\nunion select get_byte(address_sealed, 0) from address_change\nunion select get_byte(key_sealed, 0) from moved_key"};

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
 * union select get_byte(address_sealed, 0) from address_change
 * union select get_byte(key_sealed, 0) from moved_key
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
  addressSealed: Buffer;
  id: string;
}

/** 'FindSealedWith' query type */
export interface IFindSealedWithQuery {
  params: IFindSealedWithParams;
  result: IFindSealedWithResult;
}

const findSealedWithIR: any = {"usedParamSet":{"version":true,"limit":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":261,"b":269}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":278,"b":284}]}],"statement":"select id as \"id!\", address_sealed as \"addressSealed!\"\nfrom (\n  select id, address_sealed from subscriber\n  union all select id, address_sealed from address_change\n  union all select id, key_sealed from moved_key\n) as sealed\nwhere get_byte(address_sealed, 0) = :version! limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id as "id!", address_sealed as "addressSealed!"
 * from (
 *   select id, address_sealed from subscriber
 *   union all select id, address_sealed from address_change
 *   union all select id, key_sealed from moved_key
 * ) as sealed
 * where get_byte(address_sealed, 0) = :version! limit (:limit!)::int
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


/** 'EraseDayCounts' parameters type */
export interface IEraseDayCountsParams {
  today: string;
  years: number;
}

/** 'EraseDayCounts' return type */
export interface IEraseDayCountsResult {
  count: number;
}

/** 'EraseDayCounts' query type */
export interface IEraseDayCountsQuery {
  params: IEraseDayCountsParams;
  result: IEraseDayCountsResult;
}

const eraseDayCountsIR: any = {"usedParamSet":{"today":true,"years":true},"params":[{"name":"today","required":true,"transform":{"type":"scalar"},"locs":[{"a":51,"b":57},{"a":169,"b":175}]},{"name":"years","required":true,"transform":{"type":"scalar"},"locs":[{"a":96,"b":102},{"a":214,"b":220}]}],"statement":"with days as (\n  delete from day_count where day < :today!::text::date - make_interval(years => :years!::int) returning 1\n), ends as (\n  delete from day_end where day < :today!::text::date - make_interval(years => :years!::int) returning 1\n)\nselect (select count(*) from days)::int + (select count(*) from ends)::int as \"count!\""};

/**
 * Query generated from SQL:
 * ```
 * with days as (
 *   delete from day_count where day < :today!::text::date - make_interval(years => :years!::int) returning 1
 * ), ends as (
 *   delete from day_end where day < :today!::text::date - make_interval(years => :years!::int) returning 1
 * )
 * select (select count(*) from days)::int + (select count(*) from ends)::int as "count!"
 * ```
 */
export const eraseDayCounts = new PreparedQuery<IEraseDayCountsParams,IEraseDayCountsResult>(eraseDayCountsIR);


/** 'FindOldestDayCount' parameters type */
export type IFindOldestDayCountParams = void;

/** 'FindOldestDayCount' return type */
export interface IFindOldestDayCountResult {
  day: string | null;
}

/** 'FindOldestDayCount' query type */
export interface IFindOldestDayCountQuery {
  params: IFindOldestDayCountParams;
  result: IFindOldestDayCountResult;
}

const findOldestDayCountIR: any = {"usedParamSet":{},"params":[],"statement":"select to_char(least((select min(day) from day_count), (select min(day) from day_end)), 'YYYY-MM-DD') as day"};

/**
 * Query generated from SQL:
 * ```
 * select to_char(least((select min(day) from day_count), (select min(day) from day_end)), 'YYYY-MM-DD') as day
 * ```
 */
export const findOldestDayCount = new PreparedQuery<IFindOldestDayCountParams,IFindOldestDayCountResult>(findOldestDayCountIR);


/** 'EraseDepartures' parameters type */
export interface IEraseDeparturesParams {
  today: string;
  years: number;
}

/** 'EraseDepartures' return type */
export interface IEraseDeparturesResult {
  count: number;
}

/** 'EraseDepartures' query type */
export interface IEraseDeparturesQuery {
  params: IEraseDeparturesParams;
  result: IEraseDeparturesResult;
}

const eraseDeparturesIR: any = {"usedParamSet":{"today":true,"years":true},"params":[{"name":"today","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":173}]},{"name":"years","required":true,"transform":{"type":"scalar"},"locs":[{"a":212,"b":218}]}],"statement":"with gone as (\n  delete from issue_departure where issue_number = any (array(\n    select issue_number from issue_departure group by issue_number\n    having min(day) < :today!::text::date - make_interval(years => :years!::int)\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from issue_departure where issue_number = any (array(
 *     select issue_number from issue_departure group by issue_number
 *     having min(day) < :today!::text::date - make_interval(years => :years!::int)
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const eraseDepartures = new PreparedQuery<IEraseDeparturesParams,IEraseDeparturesResult>(eraseDeparturesIR);


/** 'FindOldestDeparture' parameters type */
export type IFindOldestDepartureParams = void;

/** 'FindOldestDeparture' return type */
export interface IFindOldestDepartureResult {
  day: string | null;
}

/** 'FindOldestDeparture' query type */
export interface IFindOldestDepartureQuery {
  params: IFindOldestDepartureParams;
  result: IFindOldestDepartureResult;
}

const findOldestDepartureIR: any = {"usedParamSet":{},"params":[],"statement":"select to_char(min(day), 'YYYY-MM-DD') as day from issue_departure"};

/**
 * Query generated from SQL:
 * ```
 * select to_char(min(day), 'YYYY-MM-DD') as day from issue_departure
 * ```
 */
export const findOldestDeparture = new PreparedQuery<IFindOldestDepartureParams,IFindOldestDepartureResult>(findOldestDepartureIR);


/** 'PutOnSuppression' parameters type */
export interface IPutOnSuppressionParams {
  endsAt: Date;
  index: Buffer;
  now: Date;
  others: BufferArray;
  reason: suppression_reason;
  version: number;
}

/** 'PutOnSuppression' return type */
export type IPutOnSuppressionResult = void;

/** 'PutOnSuppression' query type */
export interface IPutOnSuppressionQuery {
  params: IPutOnSuppressionParams;
  result: IPutOnSuppressionResult;
}

const putOnSuppressionIR: any = {"usedParamSet":{"others":true,"index":true,"version":true,"reason":true,"now":true,"endsAt":true},"params":[{"name":"others","required":true,"transform":{"type":"scalar"},"locs":[{"a":72,"b":79}]},{"name":"index","required":true,"transform":{"type":"scalar"},"locs":[{"a":177,"b":183}]},{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":186,"b":194}]},{"name":"reason","required":true,"transform":{"type":"scalar"},"locs":[{"a":197,"b":204}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":207,"b":211}]},{"name":"endsAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":214,"b":221}]}],"statement":"with replaced as (\n  delete from suppression where address_index = any (:others!)\n)\ninsert into suppression (address_index, key_version, reason, suppressed_at, ends_at)\nvalues (:index!, :version!, :reason!, :now!, :endsAt!)\non conflict (address_index) do update\nset key_version = excluded.key_version, moved_key_id = null, reason = excluded.reason,\n    suppressed_at = excluded.suppressed_at, ends_at = excluded.ends_at"};

/**
 * Query generated from SQL:
 * ```
 * with replaced as (
 *   delete from suppression where address_index = any (:others!)
 * )
 * insert into suppression (address_index, key_version, reason, suppressed_at, ends_at)
 * values (:index!, :version!, :reason!, :now!, :endsAt!)
 * on conflict (address_index) do update
 * set key_version = excluded.key_version, moved_key_id = null, reason = excluded.reason,
 *     suppressed_at = excluded.suppressed_at, ends_at = excluded.ends_at
 * ```
 */
export const putOnSuppression = new PreparedQuery<IPutOnSuppressionParams,IPutOnSuppressionResult>(putOnSuppressionIR);


/** 'PutManyOnSuppression' parameters type */
export interface IPutManyOnSuppressionParams {
  endsAt: Date;
  indexes: BufferArray;
  now: Date;
  others: BufferArray;
  reasons: stringArray;
  version: number;
}

/** 'PutManyOnSuppression' return type */
export type IPutManyOnSuppressionResult = void;

/** 'PutManyOnSuppression' query type */
export interface IPutManyOnSuppressionQuery {
  params: IPutManyOnSuppressionParams;
  result: IPutManyOnSuppressionResult;
}

const putManyOnSuppressionIR: any = {"usedParamSet":{"others":true,"version":true,"now":true,"endsAt":true,"indexes":true,"reasons":true},"params":[{"name":"others","required":true,"transform":{"type":"scalar"},"locs":[{"a":72,"b":79}]},{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":202,"b":210}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":243,"b":247}]},{"name":"endsAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":250,"b":257}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":271,"b":279}]},{"name":"reasons","required":true,"transform":{"type":"scalar"},"locs":[{"a":291,"b":299}]}],"statement":"with replaced as (\n  delete from suppression where address_index = any (:others!::bytea[])\n)\ninsert into suppression (address_index, key_version, reason, suppressed_at, ends_at)\nselect s.address_index, :version!, s.reason::suppression_reason, :now!, :endsAt!\nfrom unnest(:indexes!::bytea[], :reasons!::text[]) as s (address_index, reason) order by 1\non conflict (address_index) do update\nset key_version = excluded.key_version, moved_key_id = null, reason = excluded.reason,\n    suppressed_at = excluded.suppressed_at, ends_at = excluded.ends_at"};

/**
 * Query generated from SQL:
 * ```
 * with replaced as (
 *   delete from suppression where address_index = any (:others!::bytea[])
 * )
 * insert into suppression (address_index, key_version, reason, suppressed_at, ends_at)
 * select s.address_index, :version!, s.reason::suppression_reason, :now!, :endsAt!
 * from unnest(:indexes!::bytea[], :reasons!::text[]) as s (address_index, reason) order by 1
 * on conflict (address_index) do update
 * set key_version = excluded.key_version, moved_key_id = null, reason = excluded.reason,
 *     suppressed_at = excluded.suppressed_at, ends_at = excluded.ends_at
 * ```
 */
export const putManyOnSuppression = new PreparedQuery<IPutManyOnSuppressionParams,IPutManyOnSuppressionResult>(putManyOnSuppressionIR);


/** 'FindSealedOf' parameters type */
export interface IFindSealedOfParams {
  ids: stringArray;
}

/** 'FindSealedOf' return type */
export interface IFindSealedOfResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
}

/** 'FindSealedOf' query type */
export interface IFindSealedOfQuery {
  params: IFindSealedOfParams;
  result: IFindSealedOfResult;
}

const findSealedOfIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":62}]}],"statement":"select id, address_sealed from subscriber where id = any (:ids!::uuid[]) order by id"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed from subscriber where id = any (:ids!::uuid[]) order by id
 * ```
 */
export const findSealedOf = new PreparedQuery<IFindSealedOfParams,IFindSealedOfResult>(findSealedOfIR);


/** 'LockReaders' parameters type */
export interface ILockReadersParams {
  ids: stringArray;
}

/** 'LockReaders' return type */
export interface ILockReadersResult {
  id: string;
}

/** 'LockReaders' query type */
export interface ILockReadersQuery {
  params: ILockReadersParams;
  result: ILockReadersResult;
}

const lockReadersIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":42,"b":46}]}],"statement":"select id from subscriber where id = any (:ids!::uuid[]) order by id for update"};

/**
 * Query generated from SQL:
 * ```
 * select id from subscriber where id = any (:ids!::uuid[]) order by id for update
 * ```
 */
export const lockReaders = new PreparedQuery<ILockReadersParams,ILockReadersResult>(lockReadersIR);


/** 'FindReaders' parameters type */
export interface IFindReadersParams {
  ids: stringArray;
}

/** 'FindReaders' return type */
export interface IFindReadersResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  askedId: string;
  gaveUp: boolean;
  id: string;
}

/** 'FindReaders' query type */
export interface IFindReadersQuery {
  params: IFindReadersParams;
  result: IFindReadersResult;
}

const findReadersIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":140,"b":144}]}],"statement":"select w.id as \"askedId!\", s.id as \"id!\", s.address_sealed as \"addressSealed!\", coalesce(m.gave_up_address, false) as \"gaveUp!\"\nfrom unnest(:ids!::uuid[]) as w (id)\nleft join merged_subscriber m on m.id = w.id\njoin subscriber s on s.id = coalesce(m.subscriber_id, w.id)"};

/**
 * Query generated from SQL:
 * ```
 * select w.id as "askedId!", s.id as "id!", s.address_sealed as "addressSealed!", coalesce(m.gave_up_address, false) as "gaveUp!"
 * from unnest(:ids!::uuid[]) as w (id)
 * left join merged_subscriber m on m.id = w.id
 * join subscriber s on s.id = coalesce(m.subscriber_id, w.id)
 * ```
 */
export const findReaders = new PreparedQuery<IFindReadersParams,IFindReadersResult>(findReadersIR);


/** 'FindSuppressions' parameters type */
export interface IFindSuppressionsParams {
  indexes: BufferArray;
  now: Date;
}

/** 'FindSuppressions' return type */
export interface IFindSuppressionsResult {
  endsAt: Date;
  reason: suppression_reason;
  suppressedAt: Date;
}

/** 'FindSuppressions' query type */
export interface IFindSuppressionsQuery {
  params: IFindSuppressionsParams;
  result: IFindSuppressionsResult;
}

const findSuppressionsIR: any = {"usedParamSet":{"indexes":true,"now":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":90}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":111}]}],"statement":"select reason, suppressed_at, ends_at from suppression\nwhere address_index = any (:indexes!) and ends_at > :now! order by ends_at desc"};

/**
 * Query generated from SQL:
 * ```
 * select reason, suppressed_at, ends_at from suppression
 * where address_index = any (:indexes!) and ends_at > :now! order by ends_at desc
 * ```
 */
export const findSuppressions = new PreparedQuery<IFindSuppressionsParams,IFindSuppressionsResult>(findSuppressionsIR);


/** 'LiftSuppressions' parameters type */
export interface ILiftSuppressionsParams {
  indexes: BufferArray;
}

/** 'LiftSuppressions' return type */
export interface ILiftSuppressionsResult {
  reason: suppression_reason;
}

/** 'LiftSuppressions' query type */
export interface ILiftSuppressionsQuery {
  params: ILiftSuppressionsParams;
  result: ILiftSuppressionsResult;
}

const liftSuppressionsIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":51,"b":59}]}],"statement":"delete from suppression where address_index = any (:indexes!) returning reason"};

/**
 * Query generated from SQL:
 * ```
 * delete from suppression where address_index = any (:indexes!) returning reason
 * ```
 */
export const liftSuppressions = new PreparedQuery<ILiftSuppressionsParams,ILiftSuppressionsResult>(liftSuppressionsIR);


/** 'EraseEndedSuppressions' parameters type */
export interface IEraseEndedSuppressionsParams {
  limit: number;
  now: Date;
}

/** 'EraseEndedSuppressions' return type */
export interface IEraseEndedSuppressionsResult {
  count: number;
}

/** 'EraseEndedSuppressions' query type */
export interface IEraseEndedSuppressionsQuery {
  params: IEraseEndedSuppressionsParams;
  result: IEraseEndedSuppressionsResult;
}

const eraseEndedSuppressionsIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":136,"b":140}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":149,"b":155}]}],"statement":"with erased as (\n  delete from suppression where address_index = any (array(\n    select address_index from suppression where ends_at <= :now! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from suppression where address_index = any (array(
 *     select address_index from suppression where ends_at <= :now! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseEndedSuppressions = new PreparedQuery<IEraseEndedSuppressionsParams,IEraseEndedSuppressionsResult>(eraseEndedSuppressionsIR);


/** 'EraseMovedKeys' parameters type */
export type IEraseMovedKeysParams = void;

/** 'EraseMovedKeys' return type */
export type IEraseMovedKeysResult = void;

/** 'EraseMovedKeys' query type */
export interface IEraseMovedKeysQuery {
  params: IEraseMovedKeysParams;
  result: IEraseMovedKeysResult;
}

const eraseMovedKeysIR: any = {"usedParamSet":{},"params":[],"statement":"delete from moved_key k where not exists (select from suppression p where p.moved_key_id = k.id)"};

/**
 * Query generated from SQL:
 * ```
 * delete from moved_key k where not exists (select from suppression p where p.moved_key_id = k.id)
 * ```
 */
export const eraseMovedKeys = new PreparedQuery<IEraseMovedKeysParams,IEraseMovedKeysResult>(eraseMovedKeysIR);


/** 'EraseEndedProofs' parameters type */
export interface IEraseEndedProofsParams {
  before: Date;
  limit: number;
}

/** 'EraseEndedProofs' return type */
export interface IEraseEndedProofsResult {
  count: number;
}

/** 'EraseEndedProofs' query type */
export interface IEraseEndedProofsQuery {
  params: IEraseEndedProofsParams;
  result: IEraseEndedProofsResult;
}

const eraseEndedProofsIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":118,"b":125}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":134,"b":140}]}],"statement":"with erased as (\n  delete from consent_proof where id = any (array(\n    select id from consent_proof where left_at <= :before! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from consent_proof where id = any (array(
 *     select id from consent_proof where left_at <= :before! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseEndedProofs = new PreparedQuery<IEraseEndedProofsParams,IEraseEndedProofsResult>(eraseEndedProofsIR);


/** 'EraseExpiredChanges' parameters type */
export interface IEraseExpiredChangesParams {
  limit: number;
  now: Date;
}

/** 'EraseExpiredChanges' return type */
export interface IEraseExpiredChangesResult {
  count: number;
}

/** 'EraseExpiredChanges' query type */
export interface IEraseExpiredChangesQuery {
  params: IEraseExpiredChangesParams;
  result: IEraseExpiredChangesResult;
}

const eraseExpiredChangesIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":149}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":158,"b":164}]}],"statement":"with erased as (\n  delete from address_change where subscriber_id = any (array(\n    select subscriber_id from address_change where expires_at <= :now! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from address_change where subscriber_id = any (array(
 *     select subscriber_id from address_change where expires_at <= :now! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseExpiredChanges = new PreparedQuery<IEraseExpiredChangesParams,IEraseExpiredChangesResult>(eraseExpiredChangesIR);


/** 'EraseUsedLinks' parameters type */
export interface IEraseUsedLinksParams {
  limit: number;
  now: Date;
}

/** 'EraseUsedLinks' return type */
export interface IEraseUsedLinksResult {
  count: number;
}

/** 'EraseUsedLinks' query type */
export interface IEraseUsedLinksQuery {
  params: IEraseUsedLinksParams;
  result: IEraseUsedLinksResult;
}

const eraseUsedLinksIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":135,"b":139}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":148,"b":154}]}],"statement":"with erased as (\n  delete from used_link where subscriber_id = any (array(\n    select subscriber_id from used_link where used_until <= :now! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from used_link where subscriber_id = any (array(
 *     select subscriber_id from used_link where used_until <= :now! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseUsedLinks = new PreparedQuery<IEraseUsedLinksParams,IEraseUsedLinksResult>(eraseUsedLinksIR);


/** 'FindOldestEnds' parameters type */
export type IFindOldestEndsParams = void;

/** 'FindOldestEnds' return type */
export interface IFindOldestEndsResult {
  change: Date | null;
  proofLeft: Date | null;
  suppression: Date | null;
  usedLink: Date | null;
}

/** 'FindOldestEnds' query type */
export interface IFindOldestEndsQuery {
  params: IFindOldestEndsParams;
  result: IFindOldestEndsResult;
}

const findOldestEndsIR: any = {"usedParamSet":{},"params":[],"statement":"select (select min(ends_at) from suppression) as suppression, (select min(left_at) from consent_proof) as \"proofLeft\",\n       (select min(expires_at) from address_change) as change, (select min(used_until) from used_link) as \"usedLink\""};

/**
 * Query generated from SQL:
 * ```
 * select (select min(ends_at) from suppression) as suppression, (select min(left_at) from consent_proof) as "proofLeft",
 *        (select min(expires_at) from address_change) as change, (select min(used_until) from used_link) as "usedLink"
 * ```
 */
export const findOldestEnds = new PreparedQuery<IFindOldestEndsParams,IFindOldestEndsResult>(findOldestEndsIR);


/** 'FindProofs' parameters type */
export interface IFindProofsParams {
  indexes: BufferArray;
}

/** 'FindProofs' return type */
export interface IFindProofsResult {
  askedAt: Date;
  confirmedAt: Date | null;
  firstShownAt: Date;
  leftAt: Date | null;
  mailedAt: Date | null;
  mailHash: string | null;
  wording: string;
  wordingHash: string;
}

/** 'FindProofs' query type */
export interface IFindProofsQuery {
  params: IFindProofsParams;
  result: IFindProofsResult;
}

const findProofsIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":374,"b":382}]}],"statement":"select c.wording as \"wording!\", encode(c.hash, 'hex') as \"wordingHash!\", c.first_shown_at as \"firstShownAt!\",\n       p.asked_at as \"askedAt!\", p.mailed_at as \"mailedAt\", encode(p.mail_sha256, 'hex') as \"mailHash\",\n       p.confirmed_at as \"confirmedAt\", p.left_at as \"leftAt\"\nfrom consent_proof p join consent_text c on c.id = p.consent_text_id\nwhere p.address_index = any (:indexes!) order by p.asked_at"};

/**
 * Query generated from SQL:
 * ```
 * select c.wording as "wording!", encode(c.hash, 'hex') as "wordingHash!", c.first_shown_at as "firstShownAt!",
 *        p.asked_at as "askedAt!", p.mailed_at as "mailedAt", encode(p.mail_sha256, 'hex') as "mailHash",
 *        p.confirmed_at as "confirmedAt", p.left_at as "leftAt"
 * from consent_proof p join consent_text c on c.id = p.consent_text_id
 * where p.address_index = any (:indexes!) order by p.asked_at
 * ```
 */
export const findProofs = new PreparedQuery<IFindProofsParams,IFindProofsResult>(findProofsIR);
