/** Types generated for queries found in "sql/queries/subscription/import.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

export type numberArray = (number)[];

export type stringArray = (string)[];

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


/** 'LockUndoable' parameters type */
export interface ILockUndoableParams {
  import: number;
  limit: number;
}

/** 'LockUndoable' return type */
export interface ILockUndoableResult {
  id: string;
}

/** 'LockUndoable' query type */
export interface ILockUndoableQuery {
  params: ILockUndoableParams;
  result: ILockUndoableResult;
}

const lockUndoableIR: any = {"usedParamSet":{"import":true,"limit":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":44,"b":51}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":128}]}],"statement":"select id from subscriber where import_id = :import!::int and (state = 'pending' or consent_source_id is not null)\nlimit (:limit!)::int for update skip locked"};

/**
 * Query generated from SQL:
 * ```
 * select id from subscriber where import_id = :import!::int and (state = 'pending' or consent_source_id is not null)
 * limit (:limit!)::int for update skip locked
 * ```
 */
export const lockUndoable = new PreparedQuery<ILockUndoableParams,ILockUndoableResult>(lockUndoableIR);


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
