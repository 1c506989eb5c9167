/** Types generated for queries found in "sql/queries/subscription/move.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

export type suppression_reason = 'complaint' | 'hard_bounce' | 'import' | 'reader' | 'soft_bounces';

export type BufferArray = (Buffer)[];

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'ListMovedKeys' parameters type */
export type IListMovedKeysParams = void;

/** 'ListMovedKeys' return type */
export interface IListMovedKeysResult {
  /** Computed from the key: it is known again. */
  id: string;
  /** Sealed as addresses are. */
  keySealed: Buffer;
}

/** 'ListMovedKeys' query type */
export interface IListMovedKeysQuery {
  params: IListMovedKeysParams;
  result: IListMovedKeysResult;
}

const listMovedKeysIR: any = {"usedParamSet":{},"params":[],"statement":"select id, key_sealed from moved_key order by id"};

/**
 * Query generated from SQL:
 * ```
 * select id, key_sealed from moved_key order by id
 * ```
 */
export const listMovedKeys = new PreparedQuery<IListMovedKeysParams,IListMovedKeysResult>(listMovedKeysIR);


/** 'StoreMovedKey' parameters type */
export interface IStoreMovedKeyParams {
  id: string;
  sealed: Buffer;
}

/** 'StoreMovedKey' return type */
export type IStoreMovedKeyResult = void;

/** 'StoreMovedKey' query type */
export interface IStoreMovedKeyQuery {
  params: IStoreMovedKeyParams;
  result: IStoreMovedKeyResult;
}

const storeMovedKeyIR: any = {"usedParamSet":{"id":true,"sealed":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":50}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":60}]}],"statement":"insert into moved_key (id, key_sealed) values (:id!, :sealed!) on conflict (id) do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into moved_key (id, key_sealed) values (:id!, :sealed!) on conflict (id) do nothing
 * ```
 */
export const storeMovedKey = new PreparedQuery<IStoreMovedKeyParams,IStoreMovedKeyResult>(storeMovedKeyIR);


/** 'ResealMovedKey' parameters type */
export interface IResealMovedKeyParams {
  id: string;
  sealed: Buffer;
}

/** 'ResealMovedKey' return type */
export type IResealMovedKeyResult = void;

/** 'ResealMovedKey' query type */
export interface IResealMovedKeyQuery {
  params: IResealMovedKeyParams;
  result: IResealMovedKeyResult;
}

const resealMovedKeyIR: any = {"usedParamSet":{"sealed":true,"id":true},"params":[{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":41}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":54,"b":57}]}],"statement":"update moved_key set key_sealed = :sealed! where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update moved_key set key_sealed = :sealed! where id = :id!
 * ```
 */
export const resealMovedKey = new PreparedQuery<IResealMovedKeyParams,IResealMovedKeyResult>(resealMovedKeyIR);


/** 'CountToExport' parameters type */
export interface ICountToExportParams {
  now: Date;
}

/** 'CountToExport' return type */
export interface ICountToExportResult {
  subscribers: number;
  suppressions: number;
}

/** 'CountToExport' query type */
export interface ICountToExportQuery {
  params: ICountToExportParams;
  result: ICountToExportResult;
}

const countToExportIR: any = {"usedParamSet":{"now":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":150,"b":154}]}],"statement":"select (select count(*)::int from subscriber where state = 'active') as \"subscribers!\",\n       (select count(*)::int from suppression where ends_at > :now!) as \"suppressions!\""};

/**
 * Query generated from SQL:
 * ```
 * select (select count(*)::int from subscriber where state = 'active') as "subscribers!",
 *        (select count(*)::int from suppression where ends_at > :now!) as "suppressions!"
 * ```
 */
export const countToExport = new PreparedQuery<ICountToExportParams,ICountToExportResult>(countToExportIR);


/** 'ListWordings' parameters type */
export type IListWordingsParams = void;

/** 'ListWordings' return type */
export interface IListWordingsResult {
  firstShownAt: Date;
  id: number;
  wording: string;
}

/** 'ListWordings' query type */
export interface IListWordingsQuery {
  params: IListWordingsParams;
  result: IListWordingsResult;
}

const listWordingsIR: any = {"usedParamSet":{},"params":[],"statement":"select id, wording, first_shown_at from consent_text c\nwhere exists (select from subscriber s where s.consent_text_id = c.id and s.state = 'active')\n   or exists (select from consent_proof p where p.consent_text_id = c.id and p.subscriber_id is not null)\norder by id"};

/**
 * Query generated from SQL:
 * ```
 * select id, wording, first_shown_at from consent_text c
 * where exists (select from subscriber s where s.consent_text_id = c.id and s.state = 'active')
 *    or exists (select from consent_proof p where p.consent_text_id = c.id and p.subscriber_id is not null)
 * order by id
 * ```
 */
export const listWordings = new PreparedQuery<IListWordingsParams,IListWordingsResult>(listWordingsIR);


/** 'ListSources' parameters type */
export interface IListSourcesParams {
  after: number;
  limit: number;
}

/** 'ListSources' return type */
export interface IListSourcesResult {
  firstNotedAt: Date;
  id: number;
  source: string;
}

/** 'ListSources' query type */
export interface IListSourcesQuery {
  params: IListSourcesParams;
  result: IListSourcesResult;
}

const listSourcesIR: any = {"usedParamSet":{"after":true,"limit":true},"params":[{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":73}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":193,"b":199}]}],"statement":"select id, source, first_noted_at from consent_source c\nwhere id > :after!::int and exists (select from subscriber s where s.consent_source_id = c.id and s.state = 'active')\norder by id limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id, source, first_noted_at from consent_source c
 * where id > :after!::int and exists (select from subscriber s where s.consent_source_id = c.id and s.state = 'active')
 * order by id limit (:limit!)::int
 * ```
 */
export const listSources = new PreparedQuery<IListSourcesParams,IListSourcesResult>(listSourcesIR);


/** 'ListSubscribers' parameters type */
export interface IListSubscribersParams {
  after: string;
  limit: number;
}

/** 'ListSubscribers' return type */
export interface IListSubscribersResult {
  /** Key version (1 byte), nonce (12), AES-256-GCM text and tag. */
  addressSealed: Buffer;
  confirmedAt: Date;
  /** Only if a file has brought the consent. */
  consentSourceId: number | null;
  consentTextId: number;
  id: string;
  /** When the relay took the confirmation mail. */
  mailSentAt: Date | null;
  proofAskedAt: Date | null;
  proofConfirmedAt: Date | null;
  proofMailedAt: Date | null;
  proofMailHash: string | null;
  proofTextId: number | null;
  requestedAt: Date;
}

/** 'ListSubscribers' query type */
export interface IListSubscribersQuery {
  params: IListSubscribersParams;
  result: IListSubscribersResult;
}

const listSubscribersIR: any = {"usedParamSet":{"after":true,"limit":true},"params":[{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":483,"b":489}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":512,"b":518}]}],"statement":"select s.id, s.address_sealed, s.consent_text_id, s.consent_source_id, s.requested_at, s.mail_sent_at,\n       s.confirmed_at as \"confirmedAt!\",\n       p.consent_text_id as \"proofTextId?\", p.asked_at as \"proofAskedAt?\", p.mailed_at as \"proofMailedAt?\",\n       encode(p.mail_sha256, 'hex') as \"proofMailHash\", p.confirmed_at as \"proofConfirmedAt?\"\nfrom subscriber s left join consent_proof p on p.subscriber_id = s.id and p.confirmed_at is not null\nwhere s.state = 'active' and s.id > :after!\norder by s.id limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.address_sealed, s.consent_text_id, s.consent_source_id, s.requested_at, s.mail_sent_at,
 *        s.confirmed_at as "confirmedAt!",
 *        p.consent_text_id as "proofTextId?", p.asked_at as "proofAskedAt?", p.mailed_at as "proofMailedAt?",
 *        encode(p.mail_sha256, 'hex') as "proofMailHash", p.confirmed_at as "proofConfirmedAt?"
 * from subscriber s left join consent_proof p on p.subscriber_id = s.id and p.confirmed_at is not null
 * where s.state = 'active' and s.id > :after!
 * order by s.id limit (:limit!)::int
 * ```
 */
export const listSubscribers = new PreparedQuery<IListSubscribersParams,IListSubscribersResult>(listSubscribersIR);


/** 'ListSuppressions' parameters type */
export interface IListSuppressionsParams {
  after: Buffer;
  limit: number;
  now: Date;
}

/** 'ListSuppressions' return type */
export interface IListSuppressionsResult {
  /** As subscriber.address_index, made with the key of key_version, or with a moved one. */
  addressIndex: Buffer;
  endsAt: Date;
  /** Of the key that made the fingerprint; null for a moved one. */
  keyVersion: number | null;
  movedKeyId: string | null;
  reason: suppression_reason;
  suppressedAt: Date;
}

/** 'ListSuppressions' query type */
export interface IListSuppressionsQuery {
  params: IListSuppressionsParams;
  result: IListSuppressionsResult;
}

const listSuppressionsIR: any = {"usedParamSet":{"after":true,"now":true,"limit":true},"params":[{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":119,"b":125}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":148,"b":152}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":184,"b":190}]}],"statement":"select address_index, key_version, moved_key_id, reason, suppressed_at, ends_at from suppression\nwhere address_index > :after!::bytea and ends_at > :now!\norder by address_index limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select address_index, key_version, moved_key_id, reason, suppressed_at, ends_at from suppression
 * where address_index > :after!::bytea and ends_at > :now!
 * order by address_index limit (:limit!)::int
 * ```
 */
export const listSuppressions = new PreparedQuery<IListSuppressionsParams,IListSuppressionsResult>(listSuppressionsIR);


/** 'StoreMoved' parameters type */
export interface IStoreMovedParams {
  confirmedAt: stringArray;
  day: string;
  ids: stringArray;
  indexes: BufferArray;
  mailSentAt: stringArray;
  requestedAt: stringArray;
  seals: BufferArray;
  sources: numberArray;
  wordings: numberArray;
}

/** 'StoreMoved' return type */
export interface IStoreMovedResult {
  id: string;
}

/** 'StoreMoved' query type */
export interface IStoreMovedQuery {
  params: IStoreMovedParams;
  result: IStoreMovedResult;
}

const storeMovedIR: any = {"usedParamSet":{"ids":true,"indexes":true,"seals":true,"wordings":true,"sources":true,"requestedAt":true,"mailSentAt":true,"confirmedAt":true,"day":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":44,"b":48}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":59,"b":67}]},{"name":"seals","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":85}]},{"name":"wordings","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":106}]},{"name":"sources","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":124}]},{"name":"requestedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":138,"b":150}]},{"name":"mailSentAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":161,"b":172}]},{"name":"confirmedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":183,"b":195}]},{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":806,"b":810}]}],"statement":"with moved as (\n  select * from unnest(\n    :ids!::uuid[], :indexes!::bytea[], :seals!::bytea[], :wordings!::int[], :sources!::int[],\n    :requestedAt!::text[], :mailSentAt!::text[], :confirmedAt!::text[]\n  ) as m (id, address_index, address_sealed, wording, source, requested_at, mail_sent_at, confirmed_at)\n), stored as (\n  insert into subscriber (\n    id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, mail_sent_at,\n    confirmed_at\n  )\n  select id, address_index, address_sealed, 'active', wording, nullif(source, 0), requested_at::timestamptz,\n         nullif(mail_sent_at, '')::timestamptz, confirmed_at::timestamptz\n  from moved\n  on conflict do nothing\n  returning id\n), counted as (\n  insert into day_count as c (day, slot, signed_up, confirmed)\n  select :day!::text::date, count_slot(), count(*), count(*) from stored having count(*) > 0\n  on conflict (day, slot) do update\n  set signed_up = c.signed_up + excluded.signed_up, confirmed = c.confirmed + excluded.confirmed\n)\nselect id from stored"};

/**
 * Query generated from SQL:
 * ```
 * with moved as (
 *   select * from unnest(
 *     :ids!::uuid[], :indexes!::bytea[], :seals!::bytea[], :wordings!::int[], :sources!::int[],
 *     :requestedAt!::text[], :mailSentAt!::text[], :confirmedAt!::text[]
 *   ) as m (id, address_index, address_sealed, wording, source, requested_at, mail_sent_at, confirmed_at)
 * ), stored as (
 *   insert into subscriber (
 *     id, address_index, address_sealed, state, consent_text_id, consent_source_id, requested_at, mail_sent_at,
 *     confirmed_at
 *   )
 *   select id, address_index, address_sealed, 'active', wording, nullif(source, 0), requested_at::timestamptz,
 *          nullif(mail_sent_at, '')::timestamptz, confirmed_at::timestamptz
 *   from moved
 *   on conflict do nothing
 *   returning id
 * ), counted as (
 *   insert into day_count as c (day, slot, signed_up, confirmed)
 *   select :day!::text::date, count_slot(), count(*), count(*) from stored having count(*) > 0
 *   on conflict (day, slot) do update
 *   set signed_up = c.signed_up + excluded.signed_up, confirmed = c.confirmed + excluded.confirmed
 * )
 * select id from stored
 * ```
 */
export const storeMoved = new PreparedQuery<IStoreMovedParams,IStoreMovedResult>(storeMovedIR);


/** 'StoreMovedProofs' parameters type */
export interface IStoreMovedProofsParams {
  askedAt: stringArray;
  confirmedAt: stringArray;
  ids: stringArray;
  mailedAt: stringArray;
  mailHashes: stringArray;
  wordings: numberArray;
}

/** 'StoreMovedProofs' return type */
export type IStoreMovedProofsResult = void;

/** 'StoreMovedProofs' query type */
export interface IStoreMovedProofsQuery {
  params: IStoreMovedProofsParams;
  result: IStoreMovedProofsResult;
}

const storeMovedProofsIR: any = {"usedParamSet":{"ids":true,"wordings":true,"askedAt":true,"mailedAt":true,"mailHashes":true,"confirmedAt":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":364,"b":368}]},{"name":"wordings","required":true,"transform":{"type":"scalar"},"locs":[{"a":379,"b":388}]},{"name":"askedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":398,"b":406}]},{"name":"mailedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":417,"b":426}]},{"name":"mailHashes","required":true,"transform":{"type":"scalar"},"locs":[{"a":437,"b":448}]},{"name":"confirmedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":459,"b":471}]}],"statement":"insert into consent_proof (\n  subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at\n)\nselect s.id, s.address_index, get_byte(s.address_sealed, 0), p.wording, p.asked_at::timestamptz,\n       nullif(p.mailed_at, '')::timestamptz, decode(nullif(p.mail_hash, ''), 'hex'), p.confirmed_at::timestamptz\nfrom unnest(\n  :ids!::uuid[], :wordings!::int[], :askedAt!::text[], :mailedAt!::text[], :mailHashes!::text[], :confirmedAt!::text[]\n) as p (id, wording, asked_at, mailed_at, mail_hash, confirmed_at)\njoin subscriber s on s.id = p.id\non conflict (subscriber_id) do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into consent_proof (
 *   subscriber_id, address_index, key_version, consent_text_id, asked_at, mailed_at, mail_sha256, confirmed_at
 * )
 * select s.id, s.address_index, get_byte(s.address_sealed, 0), p.wording, p.asked_at::timestamptz,
 *        nullif(p.mailed_at, '')::timestamptz, decode(nullif(p.mail_hash, ''), 'hex'), p.confirmed_at::timestamptz
 * from unnest(
 *   :ids!::uuid[], :wordings!::int[], :askedAt!::text[], :mailedAt!::text[], :mailHashes!::text[], :confirmedAt!::text[]
 * ) as p (id, wording, asked_at, mailed_at, mail_hash, confirmed_at)
 * join subscriber s on s.id = p.id
 * on conflict (subscriber_id) do nothing
 * ```
 */
export const storeMovedProofs = new PreparedQuery<IStoreMovedProofsParams,IStoreMovedProofsResult>(storeMovedProofsIR);


/** 'StoreSuppressions' parameters type */
export interface IStoreSuppressionsParams {
  endsAt: stringArray;
  indexes: stringArray;
  movedKeys: stringArray;
  now: Date;
  reasons: stringArray;
  suppressedAt: stringArray;
  versions: numberArray;
}

/** 'StoreSuppressions' return type */
export interface IStoreSuppressionsResult {
  count: number;
}

/** 'StoreSuppressions' query type */
export interface IStoreSuppressionsQuery {
  params: IStoreSuppressionsParams;
  result: IStoreSuppressionsResult;
}

const storeSuppressionsIR: any = {"usedParamSet":{"indexes":true,"versions":true,"movedKeys":true,"reasons":true,"suppressedAt":true,"endsAt":true,"now":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":314,"b":322}]},{"name":"versions","required":true,"transform":{"type":"scalar"},"locs":[{"a":333,"b":342}]},{"name":"movedKeys","required":true,"transform":{"type":"scalar"},"locs":[{"a":352,"b":362}]},{"name":"reasons","required":true,"transform":{"type":"scalar"},"locs":[{"a":373,"b":381}]},{"name":"suppressedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":392,"b":405}]},{"name":"endsAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":420,"b":427}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":549,"b":553}]}],"statement":"with moved as (\n  insert into suppression (address_index, key_version, moved_key_id, reason, suppressed_at, ends_at)\n  select decode(address_index, 'hex'), nullif(key_version, 0), nullif(moved_key, '')::uuid, reason::suppression_reason,\n         suppressed_at::timestamptz, ends_at::timestamptz\n  from unnest(\n    :indexes!::text[], :versions!::int[], :movedKeys!::text[], :reasons!::text[], :suppressedAt!::text[],\n    :endsAt!::text[]\n  ) as s (address_index, key_version, moved_key, reason, suppressed_at, ends_at)\n  where ends_at::timestamptz > :now!\n  on conflict do nothing\n  returning 1\n)\nselect count(*)::int as \"count!\" from moved"};

/**
 * Query generated from SQL:
 * ```
 * with moved as (
 *   insert into suppression (address_index, key_version, moved_key_id, reason, suppressed_at, ends_at)
 *   select decode(address_index, 'hex'), nullif(key_version, 0), nullif(moved_key, '')::uuid, reason::suppression_reason,
 *          suppressed_at::timestamptz, ends_at::timestamptz
 *   from unnest(
 *     :indexes!::text[], :versions!::int[], :movedKeys!::text[], :reasons!::text[], :suppressedAt!::text[],
 *     :endsAt!::text[]
 *   ) as s (address_index, key_version, moved_key, reason, suppressed_at, ends_at)
 *   where ends_at::timestamptz > :now!
 *   on conflict do nothing
 *   returning 1
 * )
 * select count(*)::int as "count!" from moved
 * ```
 */
export const storeSuppressions = new PreparedQuery<IStoreSuppressionsParams,IStoreSuppressionsResult>(storeSuppressionsIR);
