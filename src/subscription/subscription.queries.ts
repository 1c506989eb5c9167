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

const findForMailIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":159,"b":162}]}],"statement":"select s.id, s.state, s.address_sealed, s.requested_at, c.wording\nfrom subscriber s join consent_text c on c.id = s.consent_text_id\nwhere s.id = subscriber_of(:id!)"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.state, s.address_sealed, s.requested_at, c.wording
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

const activateIR: any = {"usedParamSet":{"now":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":59}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":86,"b":89}]}],"statement":"update subscriber set state = 'active', confirmed_at = :now!\nwhere id = subscriber_of(:id!) and state = 'pending'\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber set state = 'active', confirmed_at = :now!
 * where id = subscriber_of(:id!) and state = 'pending'
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

const eraseIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":48,"b":51}]}],"statement":"delete from subscriber where id = subscriber_of(:id!) returning id"};

/**
 * Query generated from SQL:
 * ```
 * delete from subscriber where id = subscriber_of(:id!) returning id
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


/** 'LockMasterKeys' parameters type */
export type ILockMasterKeysParams = void;

/** 'LockMasterKeys' return type */
export type ILockMasterKeysResult = void;

/** 'LockMasterKeys' query type */
export interface ILockMasterKeysQuery {
  params: ILockMasterKeysParams;
  result: ILockMasterKeysResult;
}

const lockMasterKeysIR: any = {"usedParamSet":{},"params":[],"statement":"lock table master_key in share row exclusive mode"};

/**
 * Query generated from SQL:
 * ```
 * lock table master_key in share row exclusive mode
 * ```
 */
export const lockMasterKeys = new PreparedQuery<ILockMasterKeysParams,ILockMasterKeysResult>(lockMasterKeysIR);


/** 'ListMasterKeys' parameters type */
export type IListMasterKeysParams = void;

/** 'ListMasterKeys' return type */
export interface IListMasterKeysResult {
  /** HMAC-SHA-256 under a key derived for this alone: it tells two secrets apart and reveals nothing of either. */
  checkValue: Buffer;
  /** When a process first used it as the primary: since then links in mails need it. Null: it is known, and was never used. */
  primarySince: Date | null;
  version: number;
}

/** 'ListMasterKeys' query type */
export interface IListMasterKeysQuery {
  params: IListMasterKeysParams;
  result: IListMasterKeysResult;
}

const listMasterKeysIR: any = {"usedParamSet":{},"params":[],"statement":"select version, check_value, primary_since from master_key order by version"};

/**
 * Query generated from SQL:
 * ```
 * select version, check_value, primary_since from master_key order by version
 * ```
 */
export const listMasterKeys = new PreparedQuery<IListMasterKeysParams,IListMasterKeysResult>(listMasterKeysIR);


/** 'RecordMasterKey' parameters type */
export interface IRecordMasterKeyParams {
  checkValue: Buffer;
  now: Date;
  primarySince?: Date | null | void;
  version: number;
}

/** 'RecordMasterKey' return type */
export type IRecordMasterKeyResult = void;

/** 'RecordMasterKey' query type */
export interface IRecordMasterKeyQuery {
  params: IRecordMasterKeyParams;
  result: IRecordMasterKeyResult;
}

const recordMasterKeyIR: any = {"usedParamSet":{"version":true,"checkValue":true,"now":true,"primarySince":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":90}]},{"name":"checkValue","required":true,"transform":{"type":"scalar"},"locs":[{"a":93,"b":104}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":111}]},{"name":"primarySince","required":false,"transform":{"type":"scalar"},"locs":[{"a":114,"b":126}]}],"statement":"insert into master_key (version, check_value, recorded_at, primary_since)\nvalues (:version!, :checkValue!, :now!, :primarySince)"};

/**
 * Query generated from SQL:
 * ```
 * insert into master_key (version, check_value, recorded_at, primary_since)
 * values (:version!, :checkValue!, :now!, :primarySince)
 * ```
 */
export const recordMasterKey = new PreparedQuery<IRecordMasterKeyParams,IRecordMasterKeyResult>(recordMasterKeyIR);


/** 'MarkPrimary' parameters type */
export interface IMarkPrimaryParams {
  now: Date;
  version: number;
}

/** 'MarkPrimary' return type */
export type IMarkPrimaryResult = void;

/** 'MarkPrimary' query type */
export interface IMarkPrimaryQuery {
  params: IMarkPrimaryParams;
  result: IMarkPrimaryResult;
}

const markPrimaryIR: any = {"usedParamSet":{"now":true,"version":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":42}]},{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":68}]}],"statement":"update master_key set primary_since = :now! where version = :version! and primary_since is null"};

/**
 * Query generated from SQL:
 * ```
 * update master_key set primary_since = :now! where version = :version! and primary_since is null
 * ```
 */
export const markPrimary = new PreparedQuery<IMarkPrimaryParams,IMarkPrimaryResult>(markPrimaryIR);


/** 'ForgetMasterKey' parameters type */
export interface IForgetMasterKeyParams {
  version: number;
}

/** 'ForgetMasterKey' return type */
export interface IForgetMasterKeyResult {
  version: number;
}

/** 'ForgetMasterKey' query type */
export interface IForgetMasterKeyQuery {
  params: IForgetMasterKeyParams;
  result: IForgetMasterKeyResult;
}

const forgetMasterKeyIR: any = {"usedParamSet":{"version":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":39,"b":47}]}],"statement":"delete from master_key where version = :version! returning version"};

/**
 * Query generated from SQL:
 * ```
 * delete from master_key where version = :version! returning version
 * ```
 */
export const forgetMasterKey = new PreparedQuery<IForgetMasterKeyParams,IForgetMasterKeyResult>(forgetMasterKeyIR);


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
