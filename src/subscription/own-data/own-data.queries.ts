/** Types generated for queries found in "sql/queries/subscription/own-data.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

export type BufferArray = (Buffer)[];

export type stringArray = (string)[];

/** 'EnqueueOwnMails' parameters type */
export interface IEnqueueOwnMailsParams {
  each: number;
  ids: stringArray;
  job: string;
  lane: string;
  subjects: stringArray;
}

/** 'EnqueueOwnMails' return type */
export interface IEnqueueOwnMailsResult {
  mails: number;
  startsIn: number;
}

/** 'EnqueueOwnMails' query type */
export interface IEnqueueOwnMailsQuery {
  params: IEnqueueOwnMailsParams;
  result: IEnqueueOwnMailsResult;
}

const enqueueOwnMailsIR: any = {"usedParamSet":{"lane":true,"each":true,"ids":true,"subjects":true,"job":true},"params":[{"name":"lane","required":true,"transform":{"type":"scalar"},"locs":[{"a":127,"b":132}]},{"name":"each","required":true,"transform":{"type":"scalar"},"locs":[{"a":231,"b":236},{"a":485,"b":490}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":269,"b":273},{"a":468,"b":472}]},{"name":"subjects","required":true,"transform":{"type":"scalar"},"locs":[{"a":284,"b":293}]},{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":650,"b":654},{"a":736,"b":740}]}],"statement":"with free as materialized (\n  select lane, greatest(next_free_at, clock_timestamp()) as at from confirmation_pace where lane = :lane! for update\n), mails as (\n  select m.id, m.about, free.at + make_interval(secs => (m.place - 1) * :each!::float8) as turn\n  from unnest(:ids!::uuid[], :subjects!::text[]) with ordinality as m (id, about, place) cross join free\n), moved as (\n  update confirmation_pace p\n  set next_free_at = free.at + make_interval(secs => cardinality(:ids!::uuid[]) * :each!::float8)\n  from free where free.lane = p.lane\n), enqueued as (\n  select count(*)::int as mails\n  from graphile_worker.add_jobs((\n    select array_agg((\n      :job!, json_build_object('subscriberId', id, 'about', about), null, turn, null,\n      :job! || ':' || about || ':' || id, null, null\n    )::graphile_worker.job_spec order by turn)\n    from mails\n  ))\n)\nselect greatest(0, extract(epoch from at - clock_timestamp()))::float8 as \"startsIn!\", mails as \"mails!\"\nfrom free cross join enqueued"};

/**
 * Query generated from SQL:
 * ```
 * with free as materialized (
 *   select lane, greatest(next_free_at, clock_timestamp()) as at from confirmation_pace where lane = :lane! for update
 * ), mails as (
 *   select m.id, m.about, free.at + make_interval(secs => (m.place - 1) * :each!::float8) as turn
 *   from unnest(:ids!::uuid[], :subjects!::text[]) with ordinality as m (id, about, place) cross join free
 * ), moved as (
 *   update confirmation_pace p
 *   set next_free_at = free.at + make_interval(secs => cardinality(:ids!::uuid[]) * :each!::float8)
 *   from free where free.lane = p.lane
 * ), enqueued as (
 *   select count(*)::int as mails
 *   from graphile_worker.add_jobs((
 *     select array_agg((
 *       :job!, json_build_object('subscriberId', id, 'about', about), null, turn, null,
 *       :job! || ':' || about || ':' || id, null, null
 *     )::graphile_worker.job_spec order by turn)
 *     from mails
 *   ))
 * )
 * select greatest(0, extract(epoch from at - clock_timestamp()))::float8 as "startsIn!", mails as "mails!"
 * from free cross join enqueued
 * ```
 */
export const enqueueOwnMails = new PreparedQuery<IEnqueueOwnMailsParams,IEnqueueOwnMailsResult>(enqueueOwnMailsIR);


/** 'FindOwn' parameters type */
export interface IFindOwnParams {
  id: string;
  mailKeys: stringArray;
}

/** 'FindOwn' return type */
export interface IFindOwnResult {
  /** HMAC-SHA-256 of the normalised address. */
  addressIndex: Buffer;
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  /** From when an imported address may be asked; null if it was, or need not be. */
  askAfter: Date | null;
  confirmedAt: Date | null;
  consentSource: string | null;
  consentTextId: number;
  earlierIds: stringArray | null;
  firstShownAt: Date;
  id: string;
  /** The import that brought the address; null once its reader has signed up. It refers to nothing: a report is erased earlier. */
  importId: number | null;
  /** When the confirmation mail may leave, if it has to wait for others: its link counts from then. */
  mailDueAt: Date | null;
  /** When the relay took the confirmation mail. */
  mailSentAt: Date | null;
  mailsWaiting: number;
  requestedAt: Date;
  state: string;
  usedUntil: Date | null;
  wording: string;
}

/** 'FindOwn' query type */
export interface IFindOwnQuery {
  params: IFindOwnParams;
  result: IFindOwnResult;
}

const findOwnIR: any = {"usedParamSet":{"mailKeys":true,"id":true},"params":[{"name":"mailKeys","required":true,"transform":{"type":"scalar"},"locs":[{"a":515,"b":524}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":786,"b":789}]}],"statement":"select s.id, s.state, s.address_index, s.address_sealed, s.consent_text_id, s.requested_at, s.mail_due_at,\n       s.mail_sent_at, s.confirmed_at, s.import_id, s.ask_after, o.source as \"consentSource?\", c.wording, c.first_shown_at,\n       u.used_until as \"usedUntil?\",\n       (select array_agg(m.id order by m.id) from merged_subscriber m where m.subscriber_id = s.id) as \"earlierIds\",\n       (\n         select count(*)::int from graphile_worker.jobs j\n         where j.key = any (array(select k || s.id from unnest(:mailKeys!::text[]) as k)) and j.attempts < j.max_attempts\n       ) as \"mailsWaiting!\"\nfrom subscriber s join consent_text c on c.id = s.consent_text_id\nleft join consent_source o on o.id = s.consent_source_id\nleft join used_link u on u.subscriber_id = s.id\nwhere s.id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.state, s.address_index, s.address_sealed, s.consent_text_id, s.requested_at, s.mail_due_at,
 *        s.mail_sent_at, s.confirmed_at, s.import_id, s.ask_after, o.source as "consentSource?", c.wording, c.first_shown_at,
 *        u.used_until as "usedUntil?",
 *        (select array_agg(m.id order by m.id) from merged_subscriber m where m.subscriber_id = s.id) as "earlierIds",
 *        (
 *          select count(*)::int from graphile_worker.jobs j
 *          where j.key = any (array(select k || s.id from unnest(:mailKeys!::text[]) as k)) and j.attempts < j.max_attempts
 *        ) as "mailsWaiting!"
 * from subscriber s join consent_text c on c.id = s.consent_text_id
 * left join consent_source o on o.id = s.consent_source_id
 * left join used_link u on u.subscriber_id = s.id
 * where s.id = :id!
 * ```
 */
export const findOwn = new PreparedQuery<IFindOwnParams,IFindOwnResult>(findOwnIR);


/** 'FindByLink' parameters type */
export interface IFindByLinkParams {
  id: string;
}

/** 'FindByLink' return type */
export interface IFindByLinkResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  id: string;
}

/** 'FindByLink' query type */
export interface IFindByLinkQuery {
  params: IFindByLinkParams;
  result: IFindByLinkResult;
}

const findByLinkIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":70}]}],"statement":"select id, address_sealed from subscriber where id = subscriber_of(:id!)"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed from subscriber where id = subscriber_of(:id!)
 * ```
 */
export const findByLink = new PreparedQuery<IFindByLinkParams,IFindByLinkResult>(findByLinkIR);


/** 'UseLink' parameters type */
export interface IUseLinkParams {
  expiresAt: Date;
  id: string;
}

/** 'UseLink' return type */
export interface IUseLinkResult {
  subscriberId: string;
}

/** 'UseLink' query type */
export interface IUseLinkQuery {
  params: IUseLinkParams;
  result: IUseLinkResult;
}

const useLinkIR: any = {"usedParamSet":{"expiresAt":true,"id":true},"params":[{"name":"expiresAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":76}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":108}]}],"statement":"insert into used_link as u (subscriber_id, used_until)\nselect id, :expiresAt! from subscriber where id = :id! for key share\non conflict (subscriber_id) do update set used_until = excluded.used_until where u.used_until < excluded.used_until\nreturning subscriber_id"};

/**
 * Query generated from SQL:
 * ```
 * insert into used_link as u (subscriber_id, used_until)
 * select id, :expiresAt! from subscriber where id = :id! for key share
 * on conflict (subscriber_id) do update set used_until = excluded.used_until where u.used_until < excluded.used_until
 * returning subscriber_id
 * ```
 */
export const useLink = new PreparedQuery<IUseLinkParams,IUseLinkResult>(useLinkIR);


/** 'AskForChange' parameters type */
export interface IAskForChangeParams {
  expiresAt: Date;
  id: string;
  now: Date;
  sealed: Buffer;
  subscriberId: string;
}

/** 'AskForChange' return type */
export type IAskForChangeResult = void;

/** 'AskForChange' query type */
export interface IAskForChangeQuery {
  params: IAskForChangeParams;
  result: IAskForChangeResult;
}

const askForChangeIR: any = {"usedParamSet":{"subscriberId":true,"id":true,"sealed":true,"now":true,"expiresAt":true},"params":[{"name":"subscriberId","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":110}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":116}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":119,"b":126}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":133}]},{"name":"expiresAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":136,"b":146}]}],"statement":"insert into address_change (subscriber_id, id, address_sealed, requested_at, expires_at)\nvalues (:subscriberId!, :id!, :sealed!, :now!, :expiresAt!)\non conflict (subscriber_id) do update\nset id = excluded.id, address_sealed = excluded.address_sealed, requested_at = excluded.requested_at,\n    expires_at = excluded.expires_at, mailed_at = null, mail_sha256 = null"};

/**
 * Query generated from SQL:
 * ```
 * insert into address_change (subscriber_id, id, address_sealed, requested_at, expires_at)
 * values (:subscriberId!, :id!, :sealed!, :now!, :expiresAt!)
 * on conflict (subscriber_id) do update
 * set id = excluded.id, address_sealed = excluded.address_sealed, requested_at = excluded.requested_at,
 *     expires_at = excluded.expires_at, mailed_at = null, mail_sha256 = null
 * ```
 */
export const askForChange = new PreparedQuery<IAskForChangeParams,IAskForChangeResult>(askForChangeIR);


/** 'FindChangeOf' parameters type */
export interface IFindChangeOfParams {
  subscriberId: string;
}

/** 'FindChangeOf' return type */
export interface IFindChangeOfResult {
  addressSealed: Buffer;
  expiresAt: Date;
  /** What the mailed links name. The seal is bound to it. */
  id: string;
  mailedAt: Date | null;
  requestedAt: Date;
}

/** 'FindChangeOf' query type */
export interface IFindChangeOfQuery {
  params: IFindChangeOfParams;
  result: IFindChangeOfResult;
}

const findChangeOfIR: any = {"usedParamSet":{"subscriberId":true},"params":[{"name":"subscriberId","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":118}]}],"statement":"select id, address_sealed, requested_at, expires_at, mailed_at from address_change where subscriber_id = :subscriberId!"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed, requested_at, expires_at, mailed_at from address_change where subscriber_id = :subscriberId!
 * ```
 */
export const findChangeOf = new PreparedQuery<IFindChangeOfParams,IFindChangeOfResult>(findChangeOfIR);


/** 'FindChange' parameters type */
export interface IFindChangeParams {
  id: string;
}

/** 'FindChange' return type */
export interface IFindChangeResult {
  expiresAt: Date;
  newSealed: Buffer;
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  oldSealed: Buffer;
  subscriberId: string;
}

/** 'FindChange' query type */
export interface IFindChangeQuery {
  params: IFindChangeParams;
  result: IFindChangeResult;
}

const findChangeIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":182,"b":185}]}],"statement":"select a.subscriber_id, a.address_sealed as \"newSealed\", s.address_sealed as \"oldSealed\", a.expires_at\nfrom address_change a join subscriber s on s.id = a.subscriber_id\nwhere a.id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select a.subscriber_id, a.address_sealed as "newSealed", s.address_sealed as "oldSealed", a.expires_at
 * from address_change a join subscriber s on s.id = a.subscriber_id
 * where a.id = :id!
 * ```
 */
export const findChange = new PreparedQuery<IFindChangeParams,IFindChangeResult>(findChangeIR);


/** 'LockChange' parameters type */
export interface ILockChangeParams {
  id: string;
}

/** 'LockChange' return type */
export interface ILockChangeResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  confirmedAt: Date | null;
  id: string;
  requestedAt: Date;
  state: string;
}

/** 'LockChange' query type */
export interface ILockChangeQuery {
  params: ILockChangeParams;
  result: ILockChangeResult;
}

const lockChangeIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":150,"b":153}]}],"statement":"select s.id, s.address_sealed, s.state, s.requested_at, s.confirmed_at\nfrom address_change a join subscriber s on s.id = a.subscriber_id\nwhere a.id = :id! for update"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.address_sealed, s.state, s.requested_at, s.confirmed_at
 * from address_change a join subscriber s on s.id = a.subscriber_id
 * where a.id = :id! for update
 * ```
 */
export const lockChange = new PreparedQuery<ILockChangeParams,ILockChangeResult>(lockChangeIR);


/** 'MarkChangeMailed' parameters type */
export interface IMarkChangeMailedParams {
  hash?: Buffer | null | void;
  id: string;
  now: Date;
}

/** 'MarkChangeMailed' return type */
export type IMarkChangeMailedResult = void;

/** 'MarkChangeMailed' query type */
export interface IMarkChangeMailedQuery {
  params: IMarkChangeMailedParams;
  result: IMarkChangeMailedResult;
}

const markChangeMailedIR: any = {"usedParamSet":{"now":true,"hash":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":42}]},{"name":"hash","required":false,"transform":{"type":"scalar"},"locs":[{"a":59,"b":63}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":76,"b":79}]}],"statement":"update address_change set mailed_at = :now!, mail_sha256 = :hash where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update address_change set mailed_at = :now!, mail_sha256 = :hash where id = :id!
 * ```
 */
export const markChangeMailed = new PreparedQuery<IMarkChangeMailedParams,IMarkChangeMailedResult>(markChangeMailedIR);


/** 'StopChange' parameters type */
export interface IStopChangeParams {
  id: string;
}

/** 'StopChange' return type */
export interface IStopChangeResult {
  subscriberId: string;
}

/** 'StopChange' query type */
export interface IStopChangeQuery {
  params: IStopChangeParams;
  result: IStopChangeResult;
}

const stopChangeIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":41}]}],"statement":"delete from address_change where id = :id! returning subscriber_id"};

/**
 * Query generated from SQL:
 * ```
 * delete from address_change where id = :id! returning subscriber_id
 * ```
 */
export const stopChange = new PreparedQuery<IStopChangeParams,IStopChangeResult>(stopChangeIR);


/** 'LockByAddress' parameters type */
export interface ILockByAddressParams {
  indexes: BufferArray;
}

/** 'LockByAddress' return type */
export interface ILockByAddressResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  confirmedAt: Date | null;
  id: string;
  requestedAt: Date;
  state: string;
}

/** 'LockByAddress' query type */
export interface ILockByAddressQuery {
  params: ILockByAddressParams;
  result: ILockByAddressResult;
}

const lockByAddressIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":104,"b":112}]}],"statement":"select id, address_sealed, state, requested_at, confirmed_at from subscriber\nwhere address_index = any (:indexes!) order by id for update"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed, state, requested_at, confirmed_at from subscriber
 * where address_index = any (:indexes!) order by id for update
 * ```
 */
export const lockByAddress = new PreparedQuery<ILockByAddressParams,ILockByAddressResult>(lockByAddressIR);


/** 'CopySubscriber' parameters type */
export interface ICopySubscriberParams {
  id: string;
  index: Buffer;
  newId: string;
  sealed: Buffer;
}

/** 'CopySubscriber' return type */
export type ICopySubscriberResult = void;

/** 'CopySubscriber' query type */
export interface ICopySubscriberQuery {
  params: ICopySubscriberParams;
  result: ICopySubscriberResult;
}

const copySubscriberIR: any = {"usedParamSet":{"newId":true,"index":true,"sealed":true,"id":true},"params":[{"name":"newId","required":true,"transform":{"type":"scalar"},"locs":[{"a":170,"b":176}]},{"name":"index","required":true,"transform":{"type":"scalar"},"locs":[{"a":179,"b":185}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":188,"b":195}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":329,"b":332}]}],"statement":"insert into subscriber (\n  id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, mail_due_at, mail_sent_at,\n  confirmed_at\n)\nselect :newId!, :index!, :sealed!, state, consent_text_id, consent_source_id, requested_at, mail_due_at, mail_sent_at,\n       confirmed_at\nfrom subscriber where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * insert into subscriber (
 *   id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, mail_due_at, mail_sent_at,
 *   confirmed_at
 * )
 * select :newId!, :index!, :sealed!, state, consent_text_id, consent_source_id, requested_at, mail_due_at, mail_sent_at,
 *        confirmed_at
 * from subscriber where id = :id!
 * ```
 */
export const copySubscriber = new PreparedQuery<ICopySubscriberParams,ICopySubscriberResult>(copySubscriberIR);


/** 'TakeOverConsent' parameters type */
export interface ITakeOverConsentParams {
  id: string;
  kept: string;
}

/** 'TakeOverConsent' return type */
export type ITakeOverConsentResult = void;

/** 'TakeOverConsent' query type */
export interface ITakeOverConsentQuery {
  params: ITakeOverConsentParams;
  result: ITakeOverConsentResult;
}

const takeOverConsentIR: any = {"usedParamSet":{"kept":true,"id":true},"params":[{"name":"kept","required":true,"transform":{"type":"scalar"},"locs":[{"a":315,"b":320}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":333,"b":336}]}],"statement":"update subscriber s\nset state = o.state, consent_text_id = o.consent_text_id, consent_source_id = o.consent_source_id,\n    requested_at = o.requested_at, mail_due_at = o.mail_due_at, mail_sent_at = o.mail_sent_at,\n    confirmed_at = o.confirmed_at, import_id = null, ask_after = null\nfrom subscriber o where s.id = :kept! and o.id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber s
 * set state = o.state, consent_text_id = o.consent_text_id, consent_source_id = o.consent_source_id,
 *     requested_at = o.requested_at, mail_due_at = o.mail_due_at, mail_sent_at = o.mail_sent_at,
 *     confirmed_at = o.confirmed_at, import_id = null, ask_after = null
 * from subscriber o where s.id = :kept! and o.id = :id!
 * ```
 */
export const takeOverConsent = new PreparedQuery<ITakeOverConsentParams,ITakeOverConsentResult>(takeOverConsentIR);


/** 'MoveProof' parameters type */
export interface IMoveProofParams {
  consentProof: boolean;
  id: string;
  kept: string;
  now: Date;
}

/** 'MoveProof' return type */
export type IMoveProofResult = void;

/** 'MoveProof' query type */
export interface IMoveProofQuery {
  params: IMoveProofParams;
  result: IMoveProofResult;
}

const moveProofIR: any = {"usedParamSet":{"id":true,"now":true,"kept":true,"consentProof":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":180,"b":183},{"a":247,"b":250}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":542,"b":546}]},{"name":"kept","required":true,"transform":{"type":"scalar"},"locs":[{"a":599,"b":604}]},{"name":"consentProof","required":true,"transform":{"type":"scalar"},"locs":[{"a":611,"b":624}]}],"statement":"with change as (\n  select a.requested_at, a.mailed_at, a.mail_sha256, s.consent_text_id\n  from address_change a join subscriber s on s.id = a.subscriber_id where a.subscriber_id = :id!\n), old as (\n  delete from consent_proof where subscriber_id = :id! returning id\n)\ninsert into consent_proof as p (\n  subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at\n)\nselect k.id, k.address_index, get_byte(k.address_sealed, 0), c.consent_text_id, c.requested_at, c.mailed_at,\n       c.mail_sha256, :now!\nfrom change c cross join subscriber k\nwhere k.id = :kept! and (:consentProof!::boolean or exists (select from old))\non conflict (subscriber_id) do update\nset consent_text_id = excluded.consent_text_id, asked_at = excluded.asked_at, mailed_at = excluded.mailed_at,\n    mail_sha256 = excluded.mail_sha256, confirmed_at = excluded.confirmed_at\nwhere p.confirmed_at is null"};

/**
 * Query generated from SQL:
 * ```
 * with change as (
 *   select a.requested_at, a.mailed_at, a.mail_sha256, s.consent_text_id
 *   from address_change a join subscriber s on s.id = a.subscriber_id where a.subscriber_id = :id!
 * ), old as (
 *   delete from consent_proof where subscriber_id = :id! returning id
 * )
 * insert into consent_proof as p (
 *   subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at
 * )
 * select k.id, k.address_index, get_byte(k.address_sealed, 0), c.consent_text_id, c.requested_at, c.mailed_at,
 *        c.mail_sha256, :now!
 * from change c cross join subscriber k
 * where k.id = :kept! and (:consentProof!::boolean or exists (select from old))
 * on conflict (subscriber_id) do update
 * set consent_text_id = excluded.consent_text_id, asked_at = excluded.asked_at, mailed_at = excluded.mailed_at,
 *     mail_sha256 = excluded.mail_sha256, confirmed_at = excluded.confirmed_at
 * where p.confirmed_at is null
 * ```
 */
export const moveProof = new PreparedQuery<IMoveProofParams,IMoveProofResult>(moveProofIR);
