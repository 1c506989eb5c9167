/** Types generated for queries found in "sql/queries/subscription.sql" */
import { PreparedQuery } from '../platform/prepared-query.js';

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


/** 'LockByAddress' parameters type */
export interface ILockByAddressParams {
  indexes: BufferArray;
}

/** 'LockByAddress' return type */
export interface ILockByAddressResult {
  id: string;
  /** When mails were asked for by sign-up within the last day: what the limit per address counts. */
  mailRequests: DateArray;
  state: string;
}

/** 'LockByAddress' query type */
export interface ILockByAddressQuery {
  params: ILockByAddressParams;
  result: ILockByAddressResult;
}

const lockByAddressIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":75,"b":83}]}],"statement":"select id, state, mail_requests\nfrom subscriber\nwhere address_index = any (:indexes!)\nfor update"};

/**
 * Query generated from SQL:
 * ```
 * select id, state, mail_requests
 * from subscriber
 * where address_index = any (:indexes!)
 * for update
 * ```
 */
export const lockByAddress = new PreparedQuery<ILockByAddressParams,ILockByAddressResult>(lockByAddressIR);


/** 'HoldAddress' parameters type */
export interface IHoldAddressParams {
  hash: string;
}

/** 'HoldAddress' return type */
export interface IHoldAddressResult {
  held: string | null;
}

/** 'HoldAddress' query type */
export interface IHoldAddressQuery {
  params: IHoldAddressParams;
  result: IHoldAddressResult;
}

const holdAddressIR: any = {"usedParamSet":{"hash":true},"params":[{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":29,"b":34}]}],"statement":"select pg_advisory_xact_lock(:hash!::bigint)::text as held"};

/**
 * Query generated from SQL:
 * ```
 * select pg_advisory_xact_lock(:hash!::bigint)::text as held
 * ```
 */
export const holdAddress = new PreparedQuery<IHoldAddressParams,IHoldAddressResult>(holdAddressIR);


/** 'ForgetMailRequests' parameters type */
export interface IForgetMailRequestsParams {
  before: Date;
}

/** 'ForgetMailRequests' return type */
export type IForgetMailRequestsResult = void;

/** 'ForgetMailRequests' query type */
export interface IForgetMailRequestsQuery {
  params: IForgetMailRequestsParams;
  result: IForgetMailRequestsResult;
}

const forgetMailRequestsIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":135}]}],"statement":"update subscriber set mail_requests = '{}'\nwhere cardinality(mail_requests) > 0 and mail_requests[cardinality(mail_requests)] < :before!"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber set mail_requests = '{}'
 * where cardinality(mail_requests) > 0 and mail_requests[cardinality(mail_requests)] < :before!
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


/** 'InsertPending' parameters type */
export interface IInsertPendingParams {
  consentTextId: number;
  id: string;
  index: Buffer;
  now: Date;
  sealed: Buffer;
}

/** 'InsertPending' return type */
export interface IInsertPendingResult {
  id: string;
}

/** 'InsertPending' query type */
export interface IInsertPendingQuery {
  params: IInsertPendingParams;
  result: IInsertPendingResult;
}

const insertPendingIR: any = {"usedParamSet":{"id":true,"index":true,"sealed":true,"consentTextId":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":120,"b":123}]},{"name":"index","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":132}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":135,"b":142}]},{"name":"consentTextId","required":true,"transform":{"type":"scalar"},"locs":[{"a":156,"b":170}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":173,"b":177},{"a":186,"b":190}]}],"statement":"insert into subscriber (id, address_index, address_sealed, state, consent_text_id, requested_at, mail_requests)\nvalues (:id!, :index!, :sealed!, 'pending', :consentTextId!, :now!, array[:now!]::timestamptz[])\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into subscriber (id, address_index, address_sealed, state, consent_text_id, requested_at, mail_requests)
 * values (:id!, :index!, :sealed!, 'pending', :consentTextId!, :now!, array[:now!]::timestamptz[])
 * returning id
 * ```
 */
export const insertPending = new PreparedQuery<IInsertPendingParams,IInsertPendingResult>(insertPendingIR);


/** 'AskAgain' parameters type */
export interface IAskAgainParams {
  consentTextId: number;
  id: string;
  mailRequests: DateArray;
  now: Date;
}

/** 'AskAgain' return type */
export type IAskAgainResult = void;

/** 'AskAgain' query type */
export interface IAskAgainQuery {
  params: IAskAgainParams;
  result: IAskAgainResult;
}

const askAgainIR: any = {"usedParamSet":{"mailRequests":true,"consentTextId":true,"now":true,"id":true},"params":[{"name":"mailRequests","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":51}]},{"name":"consentTextId","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":121}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":199,"b":203}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":238,"b":241}]}],"statement":"update subscriber\nset mail_requests = :mailRequests!,\n    consent_text_id = case state when 'pending' then :consentTextId! else consent_text_id end,\n    requested_at = case state when 'pending' then :now! else requested_at end\nwhere id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber
 * set mail_requests = :mailRequests!,
 *     consent_text_id = case state when 'pending' then :consentTextId! else consent_text_id end,
 *     requested_at = case state when 'pending' then :now! else requested_at end
 * where id = :id!
 * ```
 */
export const askAgain = new PreparedQuery<IAskAgainParams,IAskAgainResult>(askAgainIR);


/** 'EnqueueMail' parameters type */
export interface IEnqueueMailParams {
  id: string;
}

/** 'EnqueueMail' return type */
export interface IEnqueueMailResult {
  enqueued: boolean | null;
}

/** 'EnqueueMail' query type */
export interface IEnqueueMailQuery {
  params: IEnqueueMailParams;
  result: IEnqueueMailResult;
}

const enqueueMailIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":92},{"a":139,"b":142}]}],"statement":"select graphile_worker.add_job(\n  'subscription_mail', json_build_object('subscriberId', :id!::uuid),\n  job_key := 'subscription_mail:' || :id!::uuid, job_key_mode := 'preserve_run_at'\n) is not null as enqueued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(
 *   'subscription_mail', json_build_object('subscriberId', :id!::uuid),
 *   job_key := 'subscription_mail:' || :id!::uuid, job_key_mode := 'preserve_run_at'
 * ) is not null as enqueued
 * ```
 */
export const enqueueMail = new PreparedQuery<IEnqueueMailParams,IEnqueueMailResult>(enqueueMailIR);


/** 'PutBackMail' parameters type */
export interface IPutBackMailParams {
  afterSeconds: number;
  attempt: number;
  flag?: string | null | void;
  id: string;
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

const putBackMailIR: any = {"usedParamSet":{"id":true,"attempt":true,"afterSeconds":true,"flag":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":98},{"a":229,"b":232}]},{"name":"attempt","required":true,"transform":{"type":"scalar"},"locs":[{"a":118,"b":126}]},{"name":"afterSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":177,"b":190}]},{"name":"flag","required":false,"transform":{"type":"scalar"},"locs":[{"a":271,"b":275}]}],"statement":"select graphile_worker.add_job(\n  'subscription_mail_again', json_build_object('subscriberId', :id!::uuid, 'attempt', :attempt!::int),\n  run_at := now() + make_interval(secs => :afterSeconds!), job_key := 'subscription_mail:' || :id!::uuid,\n  flags := array_remove(array[:flag::text], null)\n) is not null as enqueued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(
 *   'subscription_mail_again', json_build_object('subscriberId', :id!::uuid, 'attempt', :attempt!::int),
 *   run_at := now() + make_interval(secs => :afterSeconds!), job_key := 'subscription_mail:' || :id!::uuid,
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
  requestedAt: Date;
  state: string;
  wording: string;
}

/** 'FindForMail' query type */
export interface IFindForMailQuery {
  params: IFindForMailParams;
  result: IFindForMailResult;
}

const findForMailIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":148}]}],"statement":"select s.id, s.state, s.address_sealed, s.requested_at, c.wording\nfrom subscriber s join consent_text c on c.id = s.consent_text_id\nwhere s.id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.state, s.address_sealed, s.requested_at, c.wording
 * from subscriber s join consent_text c on c.id = s.consent_text_id
 * where s.id = :id!
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

const activateIR: any = {"usedParamSet":{"now":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":59}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":72,"b":75}]}],"statement":"update subscriber set state = 'active', confirmed_at = :now!\nwhere id = :id! and state = 'pending'\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber set state = 'active', confirmed_at = :now!
 * where id = :id! and state = 'pending'
 * returning id
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

const findStateIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":40,"b":43}]}],"statement":"select state from subscriber where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select state from subscriber where id = :id!
 * ```
 */
export const findState = new PreparedQuery<IFindStateParams,IFindStateResult>(findStateIR);


/** 'Erase' parameters type */
export interface IEraseParams {
  id: string;
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

const eraseIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":37}]}],"statement":"delete from subscriber where id = :id! returning id"};

/**
 * Query generated from SQL:
 * ```
 * delete from subscriber where id = :id! returning id
 * ```
 */
export const erase = new PreparedQuery<IEraseParams,IEraseResult>(eraseIR);


/** 'EraseUnconfirmed' parameters type */
export interface IEraseUnconfirmedParams {
  before: Date;
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

const eraseUnconfirmedIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":92}]}],"statement":"with erased as (\n  delete from subscriber where state = 'pending' and requested_at < :before! returning id\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from subscriber where state = 'pending' and requested_at < :before! returning id
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
  id: string;
}

/** 'LockSealedWithOtherKey' query type */
export interface ILockSealedWithOtherKeyQuery {
  params: ILockSealedWithOtherKeyParams;
  result: ILockSealedWithOtherKeyResult;
}

const lockSealedWithOtherKeyIR: any = {"usedParamSet":{"versions":true,"except":true,"limit":true},"params":[{"name":"versions","required":true,"transform":{"type":"scalar"},"locs":[{"a":83,"b":92}]},{"name":"except","required":true,"transform":{"type":"scalar"},"locs":[{"a":110,"b":117}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":127,"b":133}]}],"statement":"select id, address_sealed from subscriber\nwhere get_byte(address_sealed, 0) = any (:versions!) and id <> all (:except!)\nlimit (:limit!)::int for update skip locked"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed from subscriber
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
