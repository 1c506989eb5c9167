/** Types generated for queries found in "sql/queries/editor.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type editor_link_purpose = 'first' | 'invitation' | 'password';

export type editor_role = 'administer' | 'approve' | 'export' | 'write';

export type session_stage = 'full' | 'password' | 'setup';

export type BufferArray = (Buffer)[];

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'HoldAuditHead' parameters type */
export type IHoldAuditHeadParams = void;

/** 'HoldAuditHead' return type */
export interface IHoldAuditHeadResult {
  hash: Buffer;
  number: number;
}

/** 'HoldAuditHead' query type */
export interface IHoldAuditHeadQuery {
  params: IHoldAuditHeadParams;
  result: IHoldAuditHeadResult;
}

const holdAuditHeadIR: any = {"usedParamSet":{},"params":[],"statement":"select number::int as \"number!\", hash from audit_head for update"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", hash from audit_head for update
 * ```
 */
export const holdAuditHead = new PreparedQuery<IHoldAuditHeadParams,IHoldAuditHeadResult>(holdAuditHeadIR);


/** 'AppendToAudit' parameters type */
export interface IAppendToAuditParams {
  action: string;
  actor: string;
  at: Date;
  details: Json;
  hash: Buffer;
  hashBefore: Buffer;
  number: number;
}

/** 'AppendToAudit' return type */
export type IAppendToAuditResult = void;

/** 'AppendToAudit' query type */
export interface IAppendToAuditQuery {
  params: IAppendToAuditParams;
  result: IAppendToAuditResult;
}

const appendToAuditIR: any = {"usedParamSet":{"number":true,"at":true,"actor":true,"action":true,"details":true,"hashBefore":true,"hash":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":101,"b":108}]},{"name":"at","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":119}]},{"name":"actor","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":128}]},{"name":"action","required":true,"transform":{"type":"scalar"},"locs":[{"a":131,"b":138}]},{"name":"details","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":149}]},{"name":"hashBefore","required":true,"transform":{"type":"scalar"},"locs":[{"a":152,"b":163}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":171}]}],"statement":"with line as (\n  insert into audit (number, at, actor, action, details, hash_before, hash)\n  values (:number!::int, :at!, :actor!, :action!, :details!, :hashBefore!, :hash!)\n  returning number, hash\n)\nupdate audit_head set number = line.number, hash = line.hash from line"};

/**
 * Query generated from SQL:
 * ```
 * with line as (
 *   insert into audit (number, at, actor, action, details, hash_before, hash)
 *   values (:number!::int, :at!, :actor!, :action!, :details!, :hashBefore!, :hash!)
 *   returning number, hash
 * )
 * update audit_head set number = line.number, hash = line.hash from line
 * ```
 */
export const appendToAudit = new PreparedQuery<IAppendToAuditParams,IAppendToAuditResult>(appendToAuditIR);


/** 'FindAuditHead' parameters type */
export type IFindAuditHeadParams = void;

/** 'FindAuditHead' return type */
export interface IFindAuditHeadResult {
  hash: Buffer;
  number: number;
}

/** 'FindAuditHead' query type */
export interface IFindAuditHeadQuery {
  params: IFindAuditHeadParams;
  result: IFindAuditHeadResult;
}

const findAuditHeadIR: any = {"usedParamSet":{},"params":[],"statement":"select number::int as \"number!\", hash from audit_head"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", hash from audit_head
 * ```
 */
export const findAuditHead = new PreparedQuery<IFindAuditHeadParams,IFindAuditHeadResult>(findAuditHeadIR);


/** 'FindErasedAudit' parameters type */
export type IFindErasedAuditParams = void;

/** 'FindErasedAudit' return type */
export interface IFindErasedAuditResult {
  hash: Buffer;
  number: number;
}

/** 'FindErasedAudit' query type */
export interface IFindErasedAuditQuery {
  params: IFindErasedAuditParams;
  result: IFindErasedAuditResult;
}

const findErasedAuditIR: any = {"usedParamSet":{},"params":[],"statement":"select number::int as \"number!\", hash from audit_erased"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", hash from audit_erased
 * ```
 */
export const findErasedAudit = new PreparedQuery<IFindErasedAuditParams,IFindErasedAuditResult>(findErasedAuditIR);


/** 'FindLastBefore' parameters type */
export interface IFindLastBeforeParams {
  before: Date;
  limit: number;
}

/** 'FindLastBefore' return type */
export interface IFindLastBeforeResult {
  hash: Buffer;
  number: number;
}

/** 'FindLastBefore' query type */
export interface IFindLastBeforeQuery {
  params: IFindLastBeforeParams;
  result: IFindLastBeforeResult;
}

const findLastBeforeIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":123}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":199,"b":205}]}],"statement":"select number::int as \"number!\", hash from audit\nwhere number < coalesce((select min(number) from audit where at >= :before!), 'infinity'::float8)\n  and number <= (select number from audit_erased) + :limit!::int\norder by audit.number desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", hash from audit
 * where number < coalesce((select min(number) from audit where at >= :before!), 'infinity'::float8)
 *   and number <= (select number from audit_erased) + :limit!::int
 * order by audit.number desc limit 1
 * ```
 */
export const findLastBefore = new PreparedQuery<IFindLastBeforeParams,IFindLastBeforeResult>(findLastBeforeIR);


/** 'NoteErasedAudit' parameters type */
export interface INoteErasedAuditParams {
  hash: Buffer;
  number: number;
}

/** 'NoteErasedAudit' return type */
export type INoteErasedAuditResult = void;

/** 'NoteErasedAudit' query type */
export interface INoteErasedAuditQuery {
  params: INoteErasedAuditParams;
  result: INoteErasedAuditResult;
}

const noteErasedAuditIR: any = {"usedParamSet":{"number":true,"hash":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":33,"b":40}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":60}]}],"statement":"update audit_erased set number = :number!::int, hash = :hash!"};

/**
 * Query generated from SQL:
 * ```
 * update audit_erased set number = :number!::int, hash = :hash!
 * ```
 */
export const noteErasedAudit = new PreparedQuery<INoteErasedAuditParams,INoteErasedAuditResult>(noteErasedAuditIR);


/** 'EraseAuditLines' parameters type */
export interface IEraseAuditLinesParams {
  number: number;
}

/** 'EraseAuditLines' return type */
export interface IEraseAuditLinesResult {
  count: number;
}

/** 'EraseAuditLines' query type */
export interface IEraseAuditLinesQuery {
  params: IEraseAuditLinesParams;
  result: IEraseAuditLinesResult;
}

const eraseAuditLinesIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":48,"b":55}]}],"statement":"with gone as (delete from audit where number <= :number!::int returning 1)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (delete from audit where number <= :number!::int returning 1)
 * select count(*)::int as "count!" from gone
 * ```
 */
export const eraseAuditLines = new PreparedQuery<IEraseAuditLinesParams,IEraseAuditLinesResult>(eraseAuditLinesIR);


/** 'FindOldestLine' parameters type */
export type IFindOldestLineParams = void;

/** 'FindOldestLine' return type */
export interface IFindOldestLineResult {
  at: Date;
}

/** 'FindOldestLine' query type */
export interface IFindOldestLineQuery {
  params: IFindOldestLineParams;
  result: IFindOldestLineResult;
}

const findOldestLineIR: any = {"usedParamSet":{},"params":[],"statement":"select at from audit order by audit.number limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select at from audit order by audit.number limit 1
 * ```
 */
export const findOldestLine = new PreparedQuery<IFindOldestLineParams,IFindOldestLineResult>(findOldestLineIR);


/** 'FindAuditLines' parameters type */
export interface IFindAuditLinesParams {
  after: number;
  limit: number;
}

/** 'FindAuditLines' return type */
export interface IFindAuditLinesResult {
  action: string;
  /** The id of an account, or the command line. */
  actor: string;
  at: Date;
  details: string;
  hash: Buffer;
  hashBefore: Buffer;
  number: number;
}

/** 'FindAuditLines' query type */
export interface IFindAuditLinesQuery {
  params: IFindAuditLinesParams;
  result: IFindAuditLinesResult;
}

const findAuditLinesIR: any = {"usedParamSet":{"after":true,"limit":true},"params":[{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":125,"b":131}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":167,"b":173}]}],"statement":"select number::int as \"number!\", at, actor, action, details::text as \"details!\", hash_before, hash\nfrom audit where number > :after!::int order by audit.number limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select number::int as "number!", at, actor, action, details::text as "details!", hash_before, hash
 * from audit where number > :after!::int order by audit.number limit (:limit!)::int
 * ```
 */
export const findAuditLines = new PreparedQuery<IFindAuditLinesParams,IFindAuditLinesResult>(findAuditLinesIR);


/** 'CountEditors' parameters type */
export type ICountEditorsParams = void;

/** 'CountEditors' return type */
export interface ICountEditorsResult {
  count: number;
}

/** 'CountEditors' query type */
export interface ICountEditorsQuery {
  params: ICountEditorsParams;
  result: ICountEditorsResult;
}

const countEditorsIR: any = {"usedParamSet":{},"params":[],"statement":"select count(*)::int as \"count!\" from editor where joined_at is not null"};

/**
 * Query generated from SQL:
 * ```
 * select count(*)::int as "count!" from editor where joined_at is not null
 * ```
 */
export const countEditors = new PreparedQuery<ICountEditorsParams,ICountEditorsResult>(countEditorsIR);


/** 'InsertEditor' parameters type */
export interface IInsertEditorParams {
  id: string;
  index: Buffer;
  now: Date;
  roles: stringArray;
  sealed: Buffer;
}

/** 'InsertEditor' return type */
export interface IInsertEditorResult {
  id: string;
}

/** 'InsertEditor' query type */
export interface IInsertEditorQuery {
  params: IInsertEditorParams;
  result: IInsertEditorResult;
}

const insertEditorIR: any = {"usedParamSet":{"id":true,"index":true,"sealed":true,"roles":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":85}]},{"name":"index","required":true,"transform":{"type":"scalar"},"locs":[{"a":88,"b":94}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":104}]},{"name":"roles","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":113}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":139,"b":143}]}],"statement":"insert into editor (id, address_index, address_sealed, roles, created_at)\nvalues (:id!, :index!, :sealed!, :roles!::text[]::editor_role[], :now!)\non conflict do nothing\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into editor (id, address_index, address_sealed, roles, created_at)
 * values (:id!, :index!, :sealed!, :roles!::text[]::editor_role[], :now!)
 * on conflict do nothing
 * returning id
 * ```
 */
export const insertEditor = new PreparedQuery<IInsertEditorParams,IInsertEditorResult>(insertEditorIR);


/** 'FindEditorByAddress' parameters type */
export interface IFindEditorByAddressParams {
  indexes: BufferArray;
}

/** 'FindEditorByAddress' return type */
export interface IFindEditorByAddressResult {
  addressSealed: Buffer;
  disabledAt: Date | null;
  id: string;
  /** When the account was ready to sign in. */
  joinedAt: Date | null;
  /** As colleagues see it; empty until an invitation is accepted. */
  name: string;
  /** Argon2id, as PHC string; null for who signs in by a passkey or single sign-on alone. */
  passwordHash: string | null;
  roles: stringArray;
  /** The secret of the authenticator app, sealed as addresses are. */
  totpSealed: Buffer | null;
  totpStep: number | null;
}

/** 'FindEditorByAddress' query type */
export interface IFindEditorByAddressQuery {
  params: IFindEditorByAddressParams;
  result: IFindEditorByAddressResult;
}

const findEditorByAddressIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":182,"b":190}]}],"statement":"select id, name, address_sealed, roles::text[] as \"roles!\", password_hash, totp_sealed, totp_step::int as \"totpStep\",\n  joined_at, disabled_at\nfrom editor where address_index = any (:indexes!)"};

/**
 * Query generated from SQL:
 * ```
 * select id, name, address_sealed, roles::text[] as "roles!", password_hash, totp_sealed, totp_step::int as "totpStep",
 *   joined_at, disabled_at
 * from editor where address_index = any (:indexes!)
 * ```
 */
export const findEditorByAddress = new PreparedQuery<IFindEditorByAddressParams,IFindEditorByAddressResult>(findEditorByAddressIR);


/** 'FindEditor' parameters type */
export interface IFindEditorParams {
  id: string;
}

/** 'FindEditor' return type */
export interface IFindEditorResult {
  addressSealed: Buffer;
  disabledAt: Date | null;
  id: string;
  /** When the account was ready to sign in. */
  joinedAt: Date | null;
  /** As colleagues see it; empty until an invitation is accepted. */
  name: string;
  /** Argon2id, as PHC string; null for who signs in by a passkey or single sign-on alone. */
  passwordHash: string | null;
  roles: stringArray;
  /** The secret of the authenticator app, sealed as addresses are. */
  totpSealed: Buffer | null;
  totpStep: number | null;
}

/** 'FindEditor' query type */
export interface IFindEditorQuery {
  params: IFindEditorParams;
  result: IFindEditorResult;
}

const findEditorIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":169}]}],"statement":"select id, name, address_sealed, roles::text[] as \"roles!\", password_hash, totp_sealed, totp_step::int as \"totpStep\",\n  joined_at, disabled_at\nfrom editor where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select id, name, address_sealed, roles::text[] as "roles!", password_hash, totp_sealed, totp_step::int as "totpStep",
 *   joined_at, disabled_at
 * from editor where id = :id!
 * ```
 */
export const findEditor = new PreparedQuery<IFindEditorParams,IFindEditorResult>(findEditorIR);


/** 'LockEditor' parameters type */
export interface ILockEditorParams {
  id: string;
}

/** 'LockEditor' return type */
export interface ILockEditorResult {
  id: string;
}

/** 'LockEditor' query type */
export interface ILockEditorQuery {
  params: ILockEditorParams;
  result: ILockEditorResult;
}

const lockEditorIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":33,"b":36}]}],"statement":"select id from editor where id = :id! for update"};

/**
 * Query generated from SQL:
 * ```
 * select id from editor where id = :id! for update
 * ```
 */
export const lockEditor = new PreparedQuery<ILockEditorParams,ILockEditorResult>(lockEditorIR);


/** 'ListWithRole' parameters type */
export interface IListWithRoleParams {
  role: editor_role;
}

/** 'ListWithRole' return type */
export interface IListWithRoleResult {
  id: string;
  /** As colleagues see it; empty until an invitation is accepted. */
  name: string;
}

/** 'ListWithRole' query type */
export interface IListWithRoleQuery {
  params: IListWithRoleParams;
  result: IListWithRoleResult;
}

const listWithRoleIR: any = {"usedParamSet":{"role":true},"params":[{"name":"role","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":39}]}],"statement":"select id, name from editor\nwhere :role! = any (roles) and joined_at is not null and disabled_at is null\norder by lower(name), created_at"};

/**
 * Query generated from SQL:
 * ```
 * select id, name from editor
 * where :role! = any (roles) and joined_at is not null and disabled_at is null
 * order by lower(name), created_at
 * ```
 */
export const listWithRole = new PreparedQuery<IListWithRoleParams,IListWithRoleResult>(listWithRoleIR);


/** 'ListEditors' parameters type */
export type IListEditorsParams = void;

/** 'ListEditors' return type */
export interface IListEditorsResult {
  addressSealed: Buffer;
  createdAt: Date;
  disabledAt: Date | null;
  id: string;
  /** When the account was ready to sign in. */
  joinedAt: Date | null;
  /** As colleagues see it; empty until an invitation is accepted. */
  name: string;
  roles: stringArray;
  seenAt: Date | null;
}

/** 'ListEditors' query type */
export interface IListEditorsQuery {
  params: IListEditorsParams;
  result: IListEditorsResult;
}

const listEditorsIR: any = {"usedParamSet":{},"params":[],"statement":"select e.id, name, address_sealed, roles::text[] as \"roles!\", created_at, joined_at, disabled_at,\n  (select max(seen_at) from editor_session s where s.editor_id = e.id) as seen_at\nfrom editor e order by disabled_at is not null, lower(name), created_at"};

/**
 * Query generated from SQL:
 * ```
 * select e.id, name, address_sealed, roles::text[] as "roles!", created_at, joined_at, disabled_at,
 *   (select max(seen_at) from editor_session s where s.editor_id = e.id) as seen_at
 * from editor e order by disabled_at is not null, lower(name), created_at
 * ```
 */
export const listEditors = new PreparedQuery<IListEditorsParams,IListEditorsResult>(listEditorsIR);


/** 'LockAdministrators' parameters type */
export type ILockAdministratorsParams = void;

/** 'LockAdministrators' return type */
export interface ILockAdministratorsResult {
  id: string;
}

/** 'LockAdministrators' query type */
export interface ILockAdministratorsQuery {
  params: ILockAdministratorsParams;
  result: ILockAdministratorsResult;
}

const lockAdministratorsIR: any = {"usedParamSet":{},"params":[],"statement":"select id from editor\nwhere 'administer' = any (roles) and disabled_at is null and joined_at is not null\norder by id for update"};

/**
 * Query generated from SQL:
 * ```
 * select id from editor
 * where 'administer' = any (roles) and disabled_at is null and joined_at is not null
 * order by id for update
 * ```
 */
export const lockAdministrators = new PreparedQuery<ILockAdministratorsParams,ILockAdministratorsResult>(lockAdministratorsIR);


/** 'NameEditor' parameters type */
export interface INameEditorParams {
  id: string;
  name: string;
}

/** 'NameEditor' return type */
export type INameEditorResult = void;

/** 'NameEditor' query type */
export interface INameEditorQuery {
  params: INameEditorParams;
  result: INameEditorResult;
}

const nameEditorIR: any = {"usedParamSet":{"name":true,"id":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":25,"b":30}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":43,"b":46}]}],"statement":"update editor set name = :name! where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set name = :name! where id = :id!
 * ```
 */
export const nameEditor = new PreparedQuery<INameEditorParams,INameEditorResult>(nameEditorIR);


/** 'SetPassword' parameters type */
export interface ISetPasswordParams {
  hash: string;
  id: string;
}

/** 'SetPassword' return type */
export type ISetPasswordResult = void;

/** 'SetPassword' query type */
export interface ISetPasswordQuery {
  params: ISetPasswordParams;
  result: ISetPasswordResult;
}

const setPasswordIR: any = {"usedParamSet":{"hash":true,"id":true},"params":[{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":39}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":52,"b":55}]}],"statement":"update editor set password_hash = :hash! where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set password_hash = :hash! where id = :id!
 * ```
 */
export const setPassword = new PreparedQuery<ISetPasswordParams,ISetPasswordResult>(setPasswordIR);


/** 'SetRoles' parameters type */
export interface ISetRolesParams {
  id: string;
  roles: stringArray;
}

/** 'SetRoles' return type */
export type ISetRolesResult = void;

/** 'SetRoles' query type */
export interface ISetRolesQuery {
  params: ISetRolesParams;
  result: ISetRolesResult;
}

const setRolesIR: any = {"usedParamSet":{"roles":true,"id":true},"params":[{"name":"roles","required":true,"transform":{"type":"scalar"},"locs":[{"a":26,"b":32}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":68,"b":71}]}],"statement":"update editor set roles = :roles!::text[]::editor_role[] where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set roles = :roles!::text[]::editor_role[] where id = :id!
 * ```
 */
export const setRoles = new PreparedQuery<ISetRolesParams,ISetRolesResult>(setRolesIR);


/** 'SetTextMode' parameters type */
export interface ISetTextModeParams {
  id: string;
  textMode: boolean;
}

/** 'SetTextMode' return type */
export type ISetTextModeResult = void;

/** 'SetTextMode' query type */
export interface ISetTextModeQuery {
  params: ISetTextModeParams;
  result: ISetTextModeResult;
}

const setTextModeIR: any = {"usedParamSet":{"textMode":true,"id":true},"params":[{"name":"textMode","required":true,"transform":{"type":"scalar"},"locs":[{"a":30,"b":39}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":52,"b":55}]}],"statement":"update editor set text_mode = :textMode! where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set text_mode = :textMode! where id = :id!
 * ```
 */
export const setTextMode = new PreparedQuery<ISetTextModeParams,ISetTextModeResult>(setTextModeIR);


/** 'MarkJoined' parameters type */
export interface IMarkJoinedParams {
  id: string;
  now: Date;
}

/** 'MarkJoined' return type */
export type IMarkJoinedResult = void;

/** 'MarkJoined' query type */
export interface IMarkJoinedQuery {
  params: IMarkJoinedParams;
  result: IMarkJoinedResult;
}

const markJoinedIR: any = {"usedParamSet":{"now":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":50,"b":54}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":68,"b":71}]}],"statement":"update editor set joined_at = coalesce(joined_at, :now!) where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set joined_at = coalesce(joined_at, :now!) where id = :id!
 * ```
 */
export const markJoined = new PreparedQuery<IMarkJoinedParams,IMarkJoinedResult>(markJoinedIR);


/** 'SetDisabled' parameters type */
export interface ISetDisabledParams {
  at?: Date | null | void;
  id: string;
}

/** 'SetDisabled' return type */
export type ISetDisabledResult = void;

/** 'SetDisabled' query type */
export interface ISetDisabledQuery {
  params: ISetDisabledParams;
  result: ISetDisabledResult;
}

const setDisabledIR: any = {"usedParamSet":{"at":true,"id":true},"params":[{"name":"at","required":false,"transform":{"type":"scalar"},"locs":[{"a":32,"b":34}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":50}]}],"statement":"update editor set disabled_at = :at where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set disabled_at = :at where id = :id!
 * ```
 */
export const setDisabled = new PreparedQuery<ISetDisabledParams,ISetDisabledResult>(setDisabledIR);


/** 'DeleteEditor' parameters type */
export interface IDeleteEditorParams {
  id: string;
}

/** 'DeleteEditor' return type */
export interface IDeleteEditorResult {
  id: string;
}

/** 'DeleteEditor' query type */
export interface IDeleteEditorQuery {
  params: IDeleteEditorParams;
  result: IDeleteEditorResult;
}

const deleteEditorIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":30,"b":33}]}],"statement":"delete from editor where id = :id! and joined_at is null returning id"};

/**
 * Query generated from SQL:
 * ```
 * delete from editor where id = :id! and joined_at is null returning id
 * ```
 */
export const deleteEditor = new PreparedQuery<IDeleteEditorParams,IDeleteEditorResult>(deleteEditorIR);


/** 'SetTotp' parameters type */
export interface ISetTotpParams {
  id: string;
  sealed?: Buffer | null | void;
  step?: number | null | void;
}

/** 'SetTotp' return type */
export type ISetTotpResult = void;

/** 'SetTotp' query type */
export interface ISetTotpQuery {
  params: ISetTotpParams;
  result: ISetTotpResult;
}

const setTotpIR: any = {"usedParamSet":{"sealed":true,"step":true,"id":true},"params":[{"name":"sealed","required":false,"transform":{"type":"scalar"},"locs":[{"a":32,"b":38}]},{"name":"step","required":false,"transform":{"type":"scalar"},"locs":[{"a":53,"b":57}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":75,"b":78}]}],"statement":"update editor set totp_sealed = :sealed, totp_step = :step::int where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set totp_sealed = :sealed, totp_step = :step::int where id = :id!
 * ```
 */
export const setTotp = new PreparedQuery<ISetTotpParams,ISetTotpResult>(setTotpIR);


/** 'UseTotpStep' parameters type */
export interface IUseTotpStepParams {
  id: string;
  step: number;
}

/** 'UseTotpStep' return type */
export interface IUseTotpStepResult {
  id: string;
}

/** 'UseTotpStep' query type */
export interface IUseTotpStepQuery {
  params: IUseTotpStepParams;
  result: IUseTotpStepResult;
}

const useTotpStepIR: any = {"usedParamSet":{"step":true,"id":true},"params":[{"name":"step","required":true,"transform":{"type":"scalar"},"locs":[{"a":30,"b":35},{"a":102,"b":107}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":56}]}],"statement":"update editor set totp_step = :step!::int where id = :id! and totp_sealed is not null and totp_step < :step!::int\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update editor set totp_step = :step!::int where id = :id! and totp_sealed is not null and totp_step < :step!::int
 * returning id
 * ```
 */
export const useTotpStep = new PreparedQuery<IUseTotpStepParams,IUseTotpStepResult>(useTotpStepIR);


/** 'ReplaceRecoveryCodes' parameters type */
export interface IReplaceRecoveryCodesParams {
  hashes: BufferArray;
  id: string;
}

/** 'ReplaceRecoveryCodes' return type */
export type IReplaceRecoveryCodesResult = void;

/** 'ReplaceRecoveryCodes' query type */
export interface IReplaceRecoveryCodesQuery {
  params: IReplaceRecoveryCodesParams;
  result: IReplaceRecoveryCodesResult;
}

const replaceRecoveryCodesIR: any = {"usedParamSet":{"id":true,"hashes":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":61},{"a":115,"b":118}]},{"name":"hashes","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":135}]}],"statement":"with gone as (delete from recovery_code where editor_id = :id!)\ninsert into recovery_code (editor_id, hash) select :id!, unnest(:hashes!::bytea[])"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (delete from recovery_code where editor_id = :id!)
 * insert into recovery_code (editor_id, hash) select :id!, unnest(:hashes!::bytea[])
 * ```
 */
export const replaceRecoveryCodes = new PreparedQuery<IReplaceRecoveryCodesParams,IReplaceRecoveryCodesResult>(replaceRecoveryCodesIR);


/** 'UseRecoveryCode' parameters type */
export interface IUseRecoveryCodeParams {
  hash: Buffer;
  id: string;
}

/** 'UseRecoveryCode' return type */
export interface IUseRecoveryCodeResult {
  hash: Buffer;
}

/** 'UseRecoveryCode' query type */
export interface IUseRecoveryCodeQuery {
  params: IUseRecoveryCodeParams;
  result: IUseRecoveryCodeResult;
}

const useRecoveryCodeIR: any = {"usedParamSet":{"id":true,"hash":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":44,"b":47}]},{"name":"hash","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":65}]}],"statement":"delete from recovery_code where editor_id = :id! and hash = :hash! returning hash"};

/**
 * Query generated from SQL:
 * ```
 * delete from recovery_code where editor_id = :id! and hash = :hash! returning hash
 * ```
 */
export const useRecoveryCode = new PreparedQuery<IUseRecoveryCodeParams,IUseRecoveryCodeResult>(useRecoveryCodeIR);


/** 'CountRecoveryCodes' parameters type */
export interface ICountRecoveryCodesParams {
  id: string;
}

/** 'CountRecoveryCodes' return type */
export interface ICountRecoveryCodesResult {
  count: number;
}

/** 'CountRecoveryCodes' query type */
export interface ICountRecoveryCodesQuery {
  params: ICountRecoveryCodesParams;
  result: ICountRecoveryCodesResult;
}

const countRecoveryCodesIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":70,"b":73}]}],"statement":"select count(*)::int as \"count!\" from recovery_code where editor_id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select count(*)::int as "count!" from recovery_code where editor_id = :id!
 * ```
 */
export const countRecoveryCodes = new PreparedQuery<ICountRecoveryCodesParams,ICountRecoveryCodesResult>(countRecoveryCodesIR);


/** 'InsertEditorLink' parameters type */
export interface IInsertEditorLinkParams {
  editorId: string;
  expiresAt: Date;
  id: string;
  purpose: editor_link_purpose;
}

/** 'InsertEditorLink' return type */
export type IInsertEditorLinkResult = void;

/** 'InsertEditorLink' query type */
export interface IInsertEditorLinkQuery {
  params: IInsertEditorLinkParams;
  result: IInsertEditorLinkResult;
}

const insertEditorLinkIR: any = {"usedParamSet":{"id":true,"purpose":true,"editorId":true,"expiresAt":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":69,"b":72}]},{"name":"purpose","required":true,"transform":{"type":"scalar"},"locs":[{"a":75,"b":83}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":86,"b":95}]},{"name":"expiresAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":108}]}],"statement":"insert into editor_link (id, purpose, editor_id, expires_at) values (:id!, :purpose!, :editorId!, :expiresAt!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into editor_link (id, purpose, editor_id, expires_at) values (:id!, :purpose!, :editorId!, :expiresAt!)
 * ```
 */
export const insertEditorLink = new PreparedQuery<IInsertEditorLinkParams,IInsertEditorLinkResult>(insertEditorLinkIR);


/** 'RenewFirstLink' parameters type */
export interface IRenewFirstLinkParams {
  expiresAt: Date;
  id: string;
  now: Date;
}

/** 'RenewFirstLink' return type */
export type IRenewFirstLinkResult = void;

/** 'RenewFirstLink' query type */
export interface IRenewFirstLinkQuery {
  params: IRenewFirstLinkParams;
  result: IRenewFirstLinkResult;
}

const renewFirstLinkIR: any = {"usedParamSet":{"id":true,"expiresAt":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":61}]},{"name":"expiresAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":83}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":229,"b":233}]}],"statement":"insert into editor_link (id, purpose, expires_at) values (:id!, 'first', :expiresAt!)\non conflict (purpose) where purpose = 'first' do update set id = excluded.id, expires_at = excluded.expires_at\nwhere editor_link.expires_at <= :now!"};

/**
 * Query generated from SQL:
 * ```
 * insert into editor_link (id, purpose, expires_at) values (:id!, 'first', :expiresAt!)
 * on conflict (purpose) where purpose = 'first' do update set id = excluded.id, expires_at = excluded.expires_at
 * where editor_link.expires_at <= :now!
 * ```
 */
export const renewFirstLink = new PreparedQuery<IRenewFirstLinkParams,IRenewFirstLinkResult>(renewFirstLinkIR);


/** 'FindEditorLink' parameters type */
export interface IFindEditorLinkParams {
  id: string;
  now: Date;
}

/** 'FindEditorLink' return type */
export interface IFindEditorLinkResult {
  editorId: string | null;
  expiresAt: Date;
  purpose: editor_link_purpose;
}

/** 'FindEditorLink' query type */
export interface IFindEditorLinkQuery {
  params: IFindEditorLinkParams;
  result: IFindEditorLinkResult;
}

const findEditorLinkIR: any = {"usedParamSet":{"id":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":69}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":88,"b":92}]}],"statement":"select purpose, editor_id, expires_at from editor_link where id = :id! and expires_at > :now!"};

/**
 * Query generated from SQL:
 * ```
 * select purpose, editor_id, expires_at from editor_link where id = :id! and expires_at > :now!
 * ```
 */
export const findEditorLink = new PreparedQuery<IFindEditorLinkParams,IFindEditorLinkResult>(findEditorLinkIR);


/** 'UseEditorLink' parameters type */
export interface IUseEditorLinkParams {
  id: string;
  now: Date;
}

/** 'UseEditorLink' return type */
export interface IUseEditorLinkResult {
  editorId: string | null;
  purpose: editor_link_purpose;
}

/** 'UseEditorLink' query type */
export interface IUseEditorLinkQuery {
  params: IUseEditorLinkParams;
  result: IUseEditorLinkResult;
}

const useEditorLinkIR: any = {"usedParamSet":{"id":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":35,"b":38}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":57,"b":61}]}],"statement":"delete from editor_link where id = :id! and expires_at > :now! returning purpose, editor_id"};

/**
 * Query generated from SQL:
 * ```
 * delete from editor_link where id = :id! and expires_at > :now! returning purpose, editor_id
 * ```
 */
export const useEditorLink = new PreparedQuery<IUseEditorLinkParams,IUseEditorLinkResult>(useEditorLinkIR);


/** 'ForgetLinksOf' parameters type */
export interface IForgetLinksOfParams {
  editorId: string;
  purpose: editor_link_purpose;
}

/** 'ForgetLinksOf' return type */
export type IForgetLinksOfResult = void;

/** 'ForgetLinksOf' query type */
export interface IForgetLinksOfQuery {
  params: IForgetLinksOfParams;
  result: IForgetLinksOfResult;
}

const forgetLinksOfIR: any = {"usedParamSet":{"editorId":true,"purpose":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":42,"b":51}]},{"name":"purpose","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":75}]}],"statement":"delete from editor_link where editor_id = :editorId! and purpose = :purpose!"};

/**
 * Query generated from SQL:
 * ```
 * delete from editor_link where editor_id = :editorId! and purpose = :purpose!
 * ```
 */
export const forgetLinksOf = new PreparedQuery<IForgetLinksOfParams,IForgetLinksOfResult>(forgetLinksOfIR);


/** 'ForgetExpiredLinks' parameters type */
export interface IForgetExpiredLinksParams {
  limit: number;
  now: Date;
}

/** 'ForgetExpiredLinks' return type */
export interface IForgetExpiredLinksResult {
  count: number;
}

/** 'ForgetExpiredLinks' query type */
export interface IForgetExpiredLinksQuery {
  params: IForgetExpiredLinksParams;
  result: IForgetExpiredLinksResult;
}

const forgetExpiredLinksIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":115,"b":119}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":134}]}],"statement":"with gone as (\n  delete from editor_link where id = any (array(\n    select id from editor_link where expires_at <= :now! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from editor_link where id = any (array(
 *     select id from editor_link where expires_at <= :now! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetExpiredLinks = new PreparedQuery<IForgetExpiredLinksParams,IForgetExpiredLinksResult>(forgetExpiredLinksIR);


/** 'FindOldestLink' parameters type */
export type IFindOldestLinkParams = void;

/** 'FindOldestLink' return type */
export interface IFindOldestLinkResult {
  at: Date | null;
}

/** 'FindOldestLink' query type */
export interface IFindOldestLinkQuery {
  params: IFindOldestLinkParams;
  result: IFindOldestLinkResult;
}

const findOldestLinkIR: any = {"usedParamSet":{},"params":[],"statement":"select min(expires_at) as at from editor_link"};

/**
 * Query generated from SQL:
 * ```
 * select min(expires_at) as at from editor_link
 * ```
 */
export const findOldestLink = new PreparedQuery<IFindOldestLinkParams,IFindOldestLinkResult>(findOldestLinkIR);


/** 'EraseUnjoined' parameters type */
export interface IEraseUnjoinedParams {
  before: Date;
  limit: number;
  now: Date;
}

/** 'EraseUnjoined' return type */
export interface IEraseUnjoinedResult {
  count: number;
}

/** 'EraseUnjoined' query type */
export interface IEraseUnjoinedQuery {
  params: IEraseUnjoinedParams;
  result: IEraseUnjoinedResult;
}

const eraseUnjoinedIR: any = {"usedParamSet":{"before":true,"now":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":132,"b":139}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":233,"b":237}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":251,"b":257}]}],"statement":"with gone as (\n  delete from editor where id = any (array(\n    select id from editor e\n    where joined_at is null and created_at < :before!\n      and not exists (select from editor_link l where l.editor_id = e.id and l.expires_at > :now!)\n    limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from editor where id = any (array(
 *     select id from editor e
 *     where joined_at is null and created_at < :before!
 *       and not exists (select from editor_link l where l.editor_id = e.id and l.expires_at > :now!)
 *     limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const eraseUnjoined = new PreparedQuery<IEraseUnjoinedParams,IEraseUnjoinedResult>(eraseUnjoinedIR);


/** 'FindOldestUnjoined' parameters type */
export interface IFindOldestUnjoinedParams {
  keptSeconds: number;
}

/** 'FindOldestUnjoined' return type */
export interface IFindOldestUnjoinedResult {
  at: Date | null;
}

/** 'FindOldestUnjoined' query type */
export interface IFindOldestUnjoinedQuery {
  params: IFindOldestUnjoinedParams;
  result: IFindOldestUnjoinedResult;
}

const findOldestUnjoinedIR: any = {"usedParamSet":{"keptSeconds":true},"params":[{"name":"keptSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":67}]}],"statement":"select min(greatest(created_at + make_interval(secs => :keptSeconds!), (\n  select max(expires_at) from editor_link l where l.editor_id = e.id\n))) as at\nfrom editor e where joined_at is null"};

/**
 * Query generated from SQL:
 * ```
 * select min(greatest(created_at + make_interval(secs => :keptSeconds!), (
 *   select max(expires_at) from editor_link l where l.editor_id = e.id
 * ))) as at
 * from editor e where joined_at is null
 * ```
 */
export const findOldestUnjoined = new PreparedQuery<IFindOldestUnjoinedParams,IFindOldestUnjoinedResult>(findOldestUnjoinedIR);


/** 'EraseDisabled' parameters type */
export interface IEraseDisabledParams {
  before: Date;
  limit: number;
}

/** 'EraseDisabled' return type */
export interface IEraseDisabledResult {
  count: number;
}

/** 'EraseDisabled' query type */
export interface IEraseDisabledQuery {
  params: IEraseDisabledParams;
  result: IEraseDisabledResult;
}

const eraseDisabledIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":112}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":121,"b":127}]}],"statement":"with gone as (\n  delete from editor where id = any (array(\n    select id from editor where disabled_at < :before! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from editor where id = any (array(
 *     select id from editor where disabled_at < :before! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const eraseDisabled = new PreparedQuery<IEraseDisabledParams,IEraseDisabledResult>(eraseDisabledIR);


/** 'FindOldestDisabled' parameters type */
export type IFindOldestDisabledParams = void;

/** 'FindOldestDisabled' return type */
export interface IFindOldestDisabledResult {
  at: Date | null;
}

/** 'FindOldestDisabled' query type */
export interface IFindOldestDisabledQuery {
  params: IFindOldestDisabledParams;
  result: IFindOldestDisabledResult;
}

const findOldestDisabledIR: any = {"usedParamSet":{},"params":[],"statement":"select min(disabled_at) as at from editor"};

/**
 * Query generated from SQL:
 * ```
 * select min(disabled_at) as at from editor
 * ```
 */
export const findOldestDisabled = new PreparedQuery<IFindOldestDisabledParams,IFindOldestDisabledResult>(findOldestDisabledIR);


/** 'InsertSession' parameters type */
export interface IInsertSessionParams {
  device: string;
  editorId: string;
  expiresAt: Date;
  id: string;
  now: Date;
  provedAt: Date;
  stage: session_stage;
  tokenHash: Buffer;
}

/** 'InsertSession' return type */
export type IInsertSessionResult = void;

/** 'InsertSession' query type */
export interface IInsertSessionQuery {
  params: IInsertSessionParams;
  result: IInsertSessionResult;
}

const insertSessionIR: any = {"usedParamSet":{"id":true,"tokenHash":true,"editorId":true,"stage":true,"device":true,"now":true,"provedAt":true,"expiresAt":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":125}]},{"name":"tokenHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":138}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":150}]},{"name":"stage","required":true,"transform":{"type":"scalar"},"locs":[{"a":153,"b":159}]},{"name":"device","required":true,"transform":{"type":"scalar"},"locs":[{"a":162,"b":169}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":172,"b":176},{"a":179,"b":183}]},{"name":"provedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":186,"b":195}]},{"name":"expiresAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":198,"b":208}]}],"statement":"insert into editor_session (id, token_hash, editor_id, stage, device, started_at, seen_at, proved_at, expires_at)\nvalues (:id!, :tokenHash!, :editorId!, :stage!, :device!, :now!, :now!, :provedAt!, :expiresAt!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into editor_session (id, token_hash, editor_id, stage, device, started_at, seen_at, proved_at, expires_at)
 * values (:id!, :tokenHash!, :editorId!, :stage!, :device!, :now!, :now!, :provedAt!, :expiresAt!)
 * ```
 */
export const insertSession = new PreparedQuery<IInsertSessionParams,IInsertSessionResult>(insertSessionIR);


/** 'FindSession' parameters type */
export interface IFindSessionParams {
  idleSince: Date;
  now: Date;
  tokenHash: Buffer;
}

/** 'FindSession' return type */
export interface IFindSessionResult {
  /** Browser and system in words, so that people know their own sessions. */
  device: string;
  editorId: string;
  id: string;
  /** As colleagues see it; empty until an invitation is accepted. */
  name: string;
  /** When all factors were last given: changing them asks for them again. */
  provedAt: Date;
  roles: stringArray;
  seenAt: Date;
  /** password: the second factor is still asked for. setup: the account has none yet. */
  stage: session_stage;
  /** Whether texts are written as Markdown. */
  textMode: boolean;
  wrongCodes: number;
}

/** 'FindSession' query type */
export interface IFindSessionQuery {
  params: IFindSessionParams;
  result: IFindSessionResult;
}

const findSessionIR: any = {"usedParamSet":{"tokenHash":true,"now":true,"idleSince":true},"params":[{"name":"tokenHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":220,"b":230}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":251,"b":255}]},{"name":"idleSince","required":true,"transform":{"type":"scalar"},"locs":[{"a":273,"b":283}]}],"statement":"select s.id, s.stage, s.wrong_codes, s.seen_at, s.proved_at, s.device, e.id as editor_id, e.name,\n  e.roles::text[] as \"roles!\", e.text_mode\nfrom editor_session s join editor e on e.id = s.editor_id\nwhere s.token_hash = :tokenHash! and s.expires_at > :now! and s.seen_at > :idleSince! and e.disabled_at is null"};

/**
 * Query generated from SQL:
 * ```
 * select s.id, s.stage, s.wrong_codes, s.seen_at, s.proved_at, s.device, e.id as editor_id, e.name,
 *   e.roles::text[] as "roles!", e.text_mode
 * from editor_session s join editor e on e.id = s.editor_id
 * where s.token_hash = :tokenHash! and s.expires_at > :now! and s.seen_at > :idleSince! and e.disabled_at is null
 * ```
 */
export const findSession = new PreparedQuery<IFindSessionParams,IFindSessionResult>(findSessionIR);


/** 'TouchSession' parameters type */
export interface ITouchSessionParams {
  id: string;
  now: Date;
}

/** 'TouchSession' return type */
export type ITouchSessionResult = void;

/** 'TouchSession' query type */
export interface ITouchSessionQuery {
  params: ITouchSessionParams;
  result: ITouchSessionResult;
}

const touchSessionIR: any = {"usedParamSet":{"now":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":36,"b":40},{"a":72,"b":76}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":56}]}],"statement":"update editor_session set seen_at = :now! where id = :id! and seen_at < :now!"};

/**
 * Query generated from SQL:
 * ```
 * update editor_session set seen_at = :now! where id = :id! and seen_at < :now!
 * ```
 */
export const touchSession = new PreparedQuery<ITouchSessionParams,ITouchSessionResult>(touchSessionIR);


/** 'MarkProved' parameters type */
export interface IMarkProvedParams {
  id: string;
  now: Date;
}

/** 'MarkProved' return type */
export type IMarkProvedResult = void;

/** 'MarkProved' query type */
export interface IMarkProvedQuery {
  params: IMarkProvedParams;
  result: IMarkProvedResult;
}

const markProvedIR: any = {"usedParamSet":{"now":true,"id":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":42}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":58}]}],"statement":"update editor_session set proved_at = :now! where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor_session set proved_at = :now! where id = :id!
 * ```
 */
export const markProved = new PreparedQuery<IMarkProvedParams,IMarkProvedResult>(markProvedIR);


/** 'CountWrongCode' parameters type */
export interface ICountWrongCodeParams {
  id: string;
}

/** 'CountWrongCode' return type */
export interface ICountWrongCodeResult {
  wrongCodes: number;
}

/** 'CountWrongCode' query type */
export interface ICountWrongCodeQuery {
  params: ICountWrongCodeParams;
  result: ICountWrongCodeResult;
}

const countWrongCodeIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":70}]}],"statement":"update editor_session set wrong_codes = wrong_codes + 1 where id = :id! returning wrong_codes"};

/**
 * Query generated from SQL:
 * ```
 * update editor_session set wrong_codes = wrong_codes + 1 where id = :id! returning wrong_codes
 * ```
 */
export const countWrongCode = new PreparedQuery<ICountWrongCodeParams,ICountWrongCodeResult>(countWrongCodeIR);


/** 'EndSession' parameters type */
export interface IEndSessionParams {
  editorId: string;
  id: string;
}

/** 'EndSession' return type */
export interface IEndSessionResult {
  id: string;
}

/** 'EndSession' query type */
export interface IEndSessionQuery {
  params: IEndSessionParams;
  result: IEndSessionResult;
}

const endSessionIR: any = {"usedParamSet":{"id":true,"editorId":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":41}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":59,"b":68}]}],"statement":"delete from editor_session where id = :id! and editor_id = :editorId! returning id"};

/**
 * Query generated from SQL:
 * ```
 * delete from editor_session where id = :id! and editor_id = :editorId! returning id
 * ```
 */
export const endSession = new PreparedQuery<IEndSessionParams,IEndSessionResult>(endSessionIR);


/** 'EndSessionsOf' parameters type */
export interface IEndSessionsOfParams {
  editorId: string;
  except?: string | null | void;
}

/** 'EndSessionsOf' return type */
export type IEndSessionsOfResult = void;

/** 'EndSessionsOf' query type */
export interface IEndSessionsOfQuery {
  params: IEndSessionsOfParams;
  result: IEndSessionsOfResult;
}

const endSessionsOfIR: any = {"usedParamSet":{"editorId":true,"except":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":45,"b":54}]},{"name":"except","required":false,"transform":{"type":"scalar"},"locs":[{"a":80,"b":86}]}],"statement":"delete from editor_session where editor_id = :editorId! and id is distinct from :except::uuid"};

/**
 * Query generated from SQL:
 * ```
 * delete from editor_session where editor_id = :editorId! and id is distinct from :except::uuid
 * ```
 */
export const endSessionsOf = new PreparedQuery<IEndSessionsOfParams,IEndSessionsOfResult>(endSessionsOfIR);


/** 'ListSessions' parameters type */
export interface IListSessionsParams {
  editorId: string;
  idleSince: Date;
  now: Date;
}

/** 'ListSessions' return type */
export interface IListSessionsResult {
  /** Browser and system in words, so that people know their own sessions. */
  device: string;
  id: string;
  seenAt: Date;
  startedAt: Date;
}

/** 'ListSessions' query type */
export interface IListSessionsQuery {
  params: IListSessionsParams;
  result: IListSessionsResult;
}

const listSessionsIR: any = {"usedParamSet":{"editorId":true,"now":true,"idleSince":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":86}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":124,"b":128}]},{"name":"idleSince","required":true,"transform":{"type":"scalar"},"locs":[{"a":144,"b":154}]}],"statement":"select id, device, started_at, seen_at from editor_session\nwhere editor_id = :editorId! and stage = 'full' and expires_at > :now! and seen_at > :idleSince!\norder by seen_at desc"};

/**
 * Query generated from SQL:
 * ```
 * select id, device, started_at, seen_at from editor_session
 * where editor_id = :editorId! and stage = 'full' and expires_at > :now! and seen_at > :idleSince!
 * order by seen_at desc
 * ```
 */
export const listSessions = new PreparedQuery<IListSessionsParams,IListSessionsResult>(listSessionsIR);


/** 'ForgetEndedSessions' parameters type */
export interface IForgetEndedSessionsParams {
  idleSince: Date;
  limit: number;
  now: Date;
}

/** 'ForgetEndedSessions' return type */
export interface IForgetEndedSessionsResult {
  count: number;
}

/** 'ForgetEndedSessions' query type */
export interface IForgetEndedSessionsQuery {
  params: IForgetEndedSessionsParams;
  result: IForgetEndedSessionsResult;
}

const forgetEndedSessionsIR: any = {"usedParamSet":{"now":true,"idleSince":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":121,"b":125}]},{"name":"idleSince","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":151}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":164,"b":170}]}],"statement":"with gone as (\n  delete from editor_session where id = any (array(\n    select id from editor_session where expires_at <= :now! or seen_at <= :idleSince!\n    limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from editor_session where id = any (array(
 *     select id from editor_session where expires_at <= :now! or seen_at <= :idleSince!
 *     limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetEndedSessions = new PreparedQuery<IForgetEndedSessionsParams,IForgetEndedSessionsResult>(forgetEndedSessionsIR);


/** 'FindOldestSession' parameters type */
export interface IFindOldestSessionParams {
  idleSeconds: number;
}

/** 'FindOldestSession' return type */
export interface IFindOldestSessionResult {
  at: Date | null;
}

/** 'FindOldestSession' query type */
export interface IFindOldestSessionQuery {
  params: IFindOldestSessionParams;
  result: IFindOldestSessionResult;
}

const findOldestSessionIR: any = {"usedParamSet":{"idleSeconds":true},"params":[{"name":"idleSeconds","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":73}]}],"statement":"select min(least(expires_at, seen_at + make_interval(secs => :idleSeconds!))) as at from editor_session"};

/**
 * Query generated from SQL:
 * ```
 * select min(least(expires_at, seen_at + make_interval(secs => :idleSeconds!))) as at from editor_session
 * ```
 */
export const findOldestSession = new PreparedQuery<IFindOldestSessionParams,IFindOldestSessionResult>(findOldestSessionIR);


/** 'CountAttempt' parameters type */
export interface ICountAttemptParams {
  now: Date;
  source: Buffer;
  windowEndsAt: Date;
}

/** 'CountAttempt' return type */
export interface ICountAttemptResult {
  failures: number;
  windowEndsAt: Date;
}

/** 'CountAttempt' query type */
export interface ICountAttemptQuery {
  params: ICountAttemptParams;
  result: ICountAttemptResult;
}

const countAttemptIR: any = {"usedParamSet":{"source":true,"windowEndsAt":true,"now":true},"params":[{"name":"source","required":true,"transform":{"type":"scalar"},"locs":[{"a":71,"b":78}]},{"name":"windowEndsAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":97}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":192,"b":196},{"a":307,"b":311}]}],"statement":"insert into sign_in_failure (source, failures, window_ends_at) values (:source!, 1, :windowEndsAt!)\non conflict (source) do update set\n  failures = case when sign_in_failure.window_ends_at <= :now! then 1 else sign_in_failure.failures + 1 end,\n  window_ends_at = case when sign_in_failure.window_ends_at <= :now! then excluded.window_ends_at\n                        else sign_in_failure.window_ends_at end\nreturning failures, window_ends_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into sign_in_failure (source, failures, window_ends_at) values (:source!, 1, :windowEndsAt!)
 * on conflict (source) do update set
 *   failures = case when sign_in_failure.window_ends_at <= :now! then 1 else sign_in_failure.failures + 1 end,
 *   window_ends_at = case when sign_in_failure.window_ends_at <= :now! then excluded.window_ends_at
 *                         else sign_in_failure.window_ends_at end
 * returning failures, window_ends_at
 * ```
 */
export const countAttempt = new PreparedQuery<ICountAttemptParams,ICountAttemptResult>(countAttemptIR);


/** 'CountBack' parameters type */
export interface ICountBackParams {
  sources: BufferArray;
}

/** 'CountBack' return type */
export type ICountBackResult = void;

/** 'CountBack' query type */
export interface ICountBackQuery {
  params: ICountBackParams;
  result: ICountBackResult;
}

const countBackIR: any = {"usedParamSet":{"sources":true},"params":[{"name":"sources","required":true,"transform":{"type":"scalar"},"locs":[{"a":71,"b":79}]}],"statement":"update sign_in_failure set failures = failures - 1 where source = any (:sources!) and failures > 0"};

/**
 * Query generated from SQL:
 * ```
 * update sign_in_failure set failures = failures - 1 where source = any (:sources!) and failures > 0
 * ```
 */
export const countBack = new PreparedQuery<ICountBackParams,ICountBackResult>(countBackIR);


/** 'ForgetFailuresOf' parameters type */
export interface IForgetFailuresOfParams {
  sources: BufferArray;
}

/** 'ForgetFailuresOf' return type */
export type IForgetFailuresOfResult = void;

/** 'ForgetFailuresOf' query type */
export interface IForgetFailuresOfQuery {
  params: IForgetFailuresOfParams;
  result: IForgetFailuresOfResult;
}

const forgetFailuresOfIR: any = {"usedParamSet":{"sources":true},"params":[{"name":"sources","required":true,"transform":{"type":"scalar"},"locs":[{"a":48,"b":56}]}],"statement":"delete from sign_in_failure where source = any (:sources!)"};

/**
 * Query generated from SQL:
 * ```
 * delete from sign_in_failure where source = any (:sources!)
 * ```
 */
export const forgetFailuresOf = new PreparedQuery<IForgetFailuresOfParams,IForgetFailuresOfResult>(forgetFailuresOfIR);


/** 'ForgetOldFailures' parameters type */
export interface IForgetOldFailuresParams {
  limit: number;
  now: Date;
}

/** 'ForgetOldFailures' return type */
export interface IForgetOldFailuresResult {
  count: number;
}

/** 'ForgetOldFailures' query type */
export interface IForgetOldFailuresQuery {
  params: IForgetOldFailuresParams;
  result: IForgetOldFailuresResult;
}

const forgetOldFailuresIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":135,"b":139}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":148,"b":154}]}],"statement":"with gone as (\n  delete from sign_in_failure where source = any (array(\n    select source from sign_in_failure where window_ends_at <= :now! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from sign_in_failure where source = any (array(
 *     select source from sign_in_failure where window_ends_at <= :now! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetOldFailures = new PreparedQuery<IForgetOldFailuresParams,IForgetOldFailuresResult>(forgetOldFailuresIR);


/** 'FindOldestFailure' parameters type */
export type IFindOldestFailureParams = void;

/** 'FindOldestFailure' return type */
export interface IFindOldestFailureResult {
  at: Date | null;
}

/** 'FindOldestFailure' query type */
export interface IFindOldestFailureQuery {
  params: IFindOldestFailureParams;
  result: IFindOldestFailureResult;
}

const findOldestFailureIR: any = {"usedParamSet":{},"params":[],"statement":"select min(window_ends_at) as at from sign_in_failure"};

/**
 * Query generated from SQL:
 * ```
 * select min(window_ends_at) as at from sign_in_failure
 * ```
 */
export const findOldestFailure = new PreparedQuery<IFindOldestFailureParams,IFindOldestFailureResult>(findOldestFailureIR);


/** 'FindFirstLink' parameters type */
export interface IFindFirstLinkParams {
  now: Date;
}

/** 'FindFirstLink' return type */
export interface IFindFirstLinkResult {
  expiresAt: Date;
  id: string;
}

/** 'FindFirstLink' query type */
export interface IFindFirstLinkQuery {
  params: IFindFirstLinkParams;
  result: IFindFirstLinkResult;
}

const findFirstLinkIR: any = {"usedParamSet":{"now":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":80,"b":84}]}],"statement":"select id, expires_at from editor_link where purpose = 'first' and expires_at > :now!"};

/**
 * Query generated from SQL:
 * ```
 * select id, expires_at from editor_link where purpose = 'first' and expires_at > :now!
 * ```
 */
export const findFirstLink = new PreparedQuery<IFindFirstLinkParams,IFindFirstLinkResult>(findFirstLinkIR);


/** 'FindLinkOf' parameters type */
export interface IFindLinkOfParams {
  editorId: string;
  now: Date;
  purpose: editor_link_purpose;
}

/** 'FindLinkOf' return type */
export interface IFindLinkOfResult {
  expiresAt: Date;
  id: string;
}

/** 'FindLinkOf' query type */
export interface IFindLinkOfQuery {
  params: IFindLinkOfParams;
  result: IFindLinkOfResult;
}

const findLinkOfIR: any = {"usedParamSet":{"editorId":true,"purpose":true,"now":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":57,"b":66}]},{"name":"purpose","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":90}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":109,"b":113}]}],"statement":"select id, expires_at from editor_link where editor_id = :editorId! and purpose = :purpose! and expires_at > :now!"};

/**
 * Query generated from SQL:
 * ```
 * select id, expires_at from editor_link where editor_id = :editorId! and purpose = :purpose! and expires_at > :now!
 * ```
 */
export const findLinkOf = new PreparedQuery<IFindLinkOfParams,IFindLinkOfResult>(findLinkOfIR);


/** 'EnqueueEditorMail' parameters type */
export interface IEnqueueEditorMailParams {
  byId?: string | null | void;
  change?: string | null | void;
  draft?: string | null | void;
  editorId: string;
  issue?: number | null | void;
  job: string;
  kind: string;
  title?: string | null | void;
}

/** 'EnqueueEditorMail' return type */
export interface IEnqueueEditorMailResult {
  enqueued: boolean | null;
}

/** 'EnqueueEditorMail' query type */
export interface IEnqueueEditorMailQuery {
  params: IEnqueueEditorMailParams;
  result: IEnqueueEditorMailResult;
}

const enqueueEditorMailIR: any = {"usedParamSet":{"job":true,"kind":true,"editorId":true,"change":true,"draft":true,"title":true,"byId":true,"issue":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":38},{"a":258,"b":262}]},{"name":"kind","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":72},{"a":271,"b":276}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":93,"b":102},{"a":300,"b":309}]},{"name":"change","required":false,"transform":{"type":"scalar"},"locs":[{"a":121,"b":127},{"a":285,"b":291}]},{"name":"draft","required":false,"transform":{"type":"scalar"},"locs":[{"a":149,"b":154},{"a":318,"b":323}]},{"name":"title","required":false,"transform":{"type":"scalar"},"locs":[{"a":172,"b":177}]},{"name":"byId","required":false,"transform":{"type":"scalar"},"locs":[{"a":194,"b":198}]},{"name":"issue","required":false,"transform":{"type":"scalar"},"locs":[{"a":216,"b":221},{"a":332,"b":337}]}],"statement":"select graphile_worker.add_job(\n  :job!, json_build_object('kind', :kind!::text, 'editorId', :editorId!::uuid, 'change', :change::text,\n    'draft', :draft::uuid, 'title', :title::text, 'byId', :byId::uuid, 'issue', :issue::int),\n  job_key := concat_ws(':', :job!::text, :kind!::text, :change::text, :editorId!::uuid, :draft::uuid, :issue::int)\n) is not null as enqueued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(
 *   :job!, json_build_object('kind', :kind!::text, 'editorId', :editorId!::uuid, 'change', :change::text,
 *     'draft', :draft::uuid, 'title', :title::text, 'byId', :byId::uuid, 'issue', :issue::int),
 *   job_key := concat_ws(':', :job!::text, :kind!::text, :change::text, :editorId!::uuid, :draft::uuid, :issue::int)
 * ) is not null as enqueued
 * ```
 */
export const enqueueEditorMail = new PreparedQuery<IEnqueueEditorMailParams,IEnqueueEditorMailResult>(enqueueEditorMailIR);


/** 'FindAuditPage' parameters type */
export interface IFindAuditPageParams {
  before: number;
  limit: number;
}

/** 'FindAuditPage' return type */
export interface IFindAuditPageResult {
  /** As colleagues see it; empty until an invitation is accepted. */
  accountName: string | null;
  action: string;
  /** The id of an account, or the command line. */
  actor: string;
  /** As colleagues see it; empty until an invitation is accepted. */
  actorName: string | null;
  at: Date;
  details: string;
  number: number;
}

/** 'FindAuditPage' query type */
export interface IFindAuditPageQuery {
  params: IFindAuditPageParams;
  result: IFindAuditPageResult;
}

const findAuditPageIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":184,"b":191}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":232,"b":238}]}],"statement":"select line.number::int as \"number!\", at, actor, action, details::text as \"details!\",\n  who.name as \"actorName?\", about.name as \"accountName?\"\nfrom (select * from audit where number < :before!::int order by audit.number desc limit (:limit!)::int) line\nleft join editor who on who.id::text = line.actor\nleft join editor about on about.id::text = line.details ->> 'account'\norder by line.number desc"};

/**
 * Query generated from SQL:
 * ```
 * select line.number::int as "number!", at, actor, action, details::text as "details!",
 *   who.name as "actorName?", about.name as "accountName?"
 * from (select * from audit where number < :before!::int order by audit.number desc limit (:limit!)::int) line
 * left join editor who on who.id::text = line.actor
 * left join editor about on about.id::text = line.details ->> 'account'
 * order by line.number desc
 * ```
 */
export const findAuditPage = new PreparedQuery<IFindAuditPageParams,IFindAuditPageResult>(findAuditPageIR);


/** 'InsertPasskey' parameters type */
export interface IInsertPasskeyParams {
  backedUp: boolean;
  counter: number;
  editorId: string;
  id: Buffer;
  name: string;
  now: Date;
  publicKey: Buffer;
  transports: stringArray;
}

/** 'InsertPasskey' return type */
export interface IInsertPasskeyResult {
  /** The credential's id, as the authenticator chose it. */
  id: Buffer;
}

/** 'InsertPasskey' query type */
export interface IInsertPasskeyQuery {
  params: IInsertPasskeyParams;
  result: IInsertPasskeyResult;
}

const insertPasskeyIR: any = {"usedParamSet":{"id":true,"editorId":true,"publicKey":true,"counter":true,"transports":true,"backedUp":true,"name":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":106,"b":109}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":121}]},{"name":"publicKey","required":true,"transform":{"type":"scalar"},"locs":[{"a":124,"b":134}]},{"name":"counter","required":true,"transform":{"type":"scalar"},"locs":[{"a":137,"b":145}]},{"name":"transports","required":true,"transform":{"type":"scalar"},"locs":[{"a":164,"b":175}]},{"name":"backedUp","required":true,"transform":{"type":"scalar"},"locs":[{"a":186,"b":195}]},{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":198,"b":203}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":206,"b":210}]}],"statement":"insert into passkey (id, editor_id, public_key, counter, transports, backed_up, name, created_at)\nvalues (:id!, :editorId!, :publicKey!, :counter!::float8::bigint, :transports!::text[], :backedUp!, :name!, :now!)\non conflict do nothing\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into passkey (id, editor_id, public_key, counter, transports, backed_up, name, created_at)
 * values (:id!, :editorId!, :publicKey!, :counter!::float8::bigint, :transports!::text[], :backedUp!, :name!, :now!)
 * on conflict do nothing
 * returning id
 * ```
 */
export const insertPasskey = new PreparedQuery<IInsertPasskeyParams,IInsertPasskeyResult>(insertPasskeyIR);


/** 'FindPasskey' parameters type */
export interface IFindPasskeyParams {
  id: Buffer;
}

/** 'FindPasskey' return type */
export interface IFindPasskeyResult {
  counter: number;
  editorId: string;
  /** The credential's id, as the authenticator chose it. */
  id: Buffer;
  /** In COSE (RFC 9052). */
  publicKey: Buffer;
  transports: stringArray;
}

/** 'FindPasskey' query type */
export interface IFindPasskeyQuery {
  params: IFindPasskeyParams;
  result: IFindPasskeyResult;
}

const findPasskeyIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":100,"b":103}]}],"statement":"select id, editor_id, public_key, counter::float8 as \"counter!\", transports from passkey where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select id, editor_id, public_key, counter::float8 as "counter!", transports from passkey where id = :id!
 * ```
 */
export const findPasskey = new PreparedQuery<IFindPasskeyParams,IFindPasskeyResult>(findPasskeyIR);


/** 'ListPasskeys' parameters type */
export interface IListPasskeysParams {
  editorId: string;
}

/** 'ListPasskeys' return type */
export interface IListPasskeysResult {
  /** Whether it is kept elsewhere, too, and outlives its device. */
  backedUp: boolean;
  createdAt: Date;
  /** The credential's id, as the authenticator chose it. */
  id: Buffer;
  /** As its owner calls it. */
  name: string;
  transports: stringArray;
  usedAt: Date | null;
}

/** 'ListPasskeys' query type */
export interface IListPasskeysQuery {
  params: IListPasskeysParams;
  result: IListPasskeysResult;
}

const listPasskeysIR: any = {"usedParamSet":{"editorId":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":100}]}],"statement":"select id, transports, backed_up, name, created_at, used_at from passkey\nwhere editor_id = :editorId! order by created_at, id"};

/**
 * Query generated from SQL:
 * ```
 * select id, transports, backed_up, name, created_at, used_at from passkey
 * where editor_id = :editorId! order by created_at, id
 * ```
 */
export const listPasskeys = new PreparedQuery<IListPasskeysParams,IListPasskeysResult>(listPasskeysIR);


/** 'FindWaysIn' parameters type */
export interface IFindWaysInParams {
  editorId: string;
}

/** 'FindWaysIn' return type */
export interface IFindWaysInResult {
  app: boolean;
  passkey: boolean;
  password: boolean;
}

/** 'FindWaysIn' query type */
export interface IFindWaysInQuery {
  params: IFindWaysInParams;
  result: IFindWaysInResult;
}

const findWaysInIR: any = {"usedParamSet":{"editorId":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":180,"b":189}]}],"statement":"select password_hash is not null as \"password!\", totp_sealed is not null as \"app!\",\n  exists (select from passkey where editor_id = editor.id) as \"passkey!\"\nfrom editor where id = :editorId!"};

/**
 * Query generated from SQL:
 * ```
 * select password_hash is not null as "password!", totp_sealed is not null as "app!",
 *   exists (select from passkey where editor_id = editor.id) as "passkey!"
 * from editor where id = :editorId!
 * ```
 */
export const findWaysIn = new PreparedQuery<IFindWaysInParams,IFindWaysInResult>(findWaysInIR);


/** 'UsePasskey' parameters type */
export interface IUsePasskeyParams {
  backedUp: boolean;
  counter: number;
  id: Buffer;
  now: Date;
}

/** 'UsePasskey' return type */
export interface IUsePasskeyResult {
  /** The credential's id, as the authenticator chose it. */
  id: Buffer;
}

/** 'UsePasskey' query type */
export interface IUsePasskeyQuery {
  params: IUsePasskeyParams;
  result: IUsePasskeyResult;
}

const usePasskeyIR: any = {"usedParamSet":{"counter":true,"backedUp":true,"now":true,"id":true},"params":[{"name":"counter","required":true,"transform":{"type":"scalar"},"locs":[{"a":29,"b":37},{"a":127,"b":135},{"a":173,"b":181}]},{"name":"backedUp","required":true,"transform":{"type":"scalar"},"locs":[{"a":68,"b":77}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":90,"b":94}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":110}]}],"statement":"update passkey set counter = :counter!::float8::bigint, backed_up = :backedUp!, used_at = :now!\nwhere id = :id! and (counter < :counter!::float8::bigint or (counter = 0 and :counter!::float8::bigint = 0))\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update passkey set counter = :counter!::float8::bigint, backed_up = :backedUp!, used_at = :now!
 * where id = :id! and (counter < :counter!::float8::bigint or (counter = 0 and :counter!::float8::bigint = 0))
 * returning id
 * ```
 */
export const usePasskey = new PreparedQuery<IUsePasskeyParams,IUsePasskeyResult>(usePasskeyIR);


/** 'RenamePasskey' parameters type */
export interface IRenamePasskeyParams {
  editorId: string;
  id: Buffer;
  name: string;
}

/** 'RenamePasskey' return type */
export interface IRenamePasskeyResult {
  /** The credential's id, as the authenticator chose it. */
  id: Buffer;
}

/** 'RenamePasskey' query type */
export interface IRenamePasskeyQuery {
  params: IRenamePasskeyParams;
  result: IRenamePasskeyResult;
}

const renamePasskeyIR: any = {"usedParamSet":{"name":true,"id":true,"editorId":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":26,"b":31}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":44,"b":47}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":65,"b":74}]}],"statement":"update passkey set name = :name! where id = :id! and editor_id = :editorId! returning id"};

/**
 * Query generated from SQL:
 * ```
 * update passkey set name = :name! where id = :id! and editor_id = :editorId! returning id
 * ```
 */
export const renamePasskey = new PreparedQuery<IRenamePasskeyParams,IRenamePasskeyResult>(renamePasskeyIR);


/** 'DeletePasskey' parameters type */
export interface IDeletePasskeyParams {
  editorId: string;
  id: Buffer;
}

/** 'DeletePasskey' return type */
export interface IDeletePasskeyResult {
  /** The credential's id, as the authenticator chose it. */
  id: Buffer;
}

/** 'DeletePasskey' query type */
export interface IDeletePasskeyQuery {
  params: IDeletePasskeyParams;
  result: IDeletePasskeyResult;
}

const deletePasskeyIR: any = {"usedParamSet":{"id":true,"editorId":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":31,"b":34}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":52,"b":61}]}],"statement":"delete from passkey where id = :id! and editor_id = :editorId! returning id"};

/**
 * Query generated from SQL:
 * ```
 * delete from passkey where id = :id! and editor_id = :editorId! returning id
 * ```
 */
export const deletePasskey = new PreparedQuery<IDeletePasskeyParams,IDeletePasskeyResult>(deletePasskeyIR);


/** 'DeletePasskeysOf' parameters type */
export interface IDeletePasskeysOfParams {
  editorId: string;
}

/** 'DeletePasskeysOf' return type */
export type IDeletePasskeysOfResult = void;

/** 'DeletePasskeysOf' query type */
export interface IDeletePasskeysOfQuery {
  params: IDeletePasskeysOfParams;
  result: IDeletePasskeysOfResult;
}

const deletePasskeysOfIR: any = {"usedParamSet":{"editorId":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":47}]}],"statement":"delete from passkey where editor_id = :editorId!"};

/**
 * Query generated from SQL:
 * ```
 * delete from passkey where editor_id = :editorId!
 * ```
 */
export const deletePasskeysOf = new PreparedQuery<IDeletePasskeysOfParams,IDeletePasskeysOfResult>(deletePasskeysOfIR);


/** 'InsertPasskeyChallenge' parameters type */
export interface IInsertPasskeyChallengeParams {
  challenge: Buffer;
  editorId?: string | null | void;
  expiresAt: Date;
  id: string;
}

/** 'InsertPasskeyChallenge' return type */
export type IInsertPasskeyChallengeResult = void;

/** 'InsertPasskeyChallenge' query type */
export interface IInsertPasskeyChallengeQuery {
  params: IInsertPasskeyChallengeParams;
  result: IInsertPasskeyChallengeResult;
}

const insertPasskeyChallengeIR: any = {"usedParamSet":{"id":true,"challenge":true,"editorId":true,"expiresAt":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":80}]},{"name":"challenge","required":true,"transform":{"type":"scalar"},"locs":[{"a":83,"b":93}]},{"name":"editorId","required":false,"transform":{"type":"scalar"},"locs":[{"a":96,"b":104}]},{"name":"expiresAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":117}]}],"statement":"insert into passkey_challenge (id, challenge, editor_id, expires_at)\nvalues (:id!, :challenge!, :editorId, :expiresAt!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into passkey_challenge (id, challenge, editor_id, expires_at)
 * values (:id!, :challenge!, :editorId, :expiresAt!)
 * ```
 */
export const insertPasskeyChallenge = new PreparedQuery<IInsertPasskeyChallengeParams,IInsertPasskeyChallengeResult>(insertPasskeyChallengeIR);


/** 'ForgetChallenges' parameters type */
export interface IForgetChallengesParams {
  limit: number;
  now: Date;
}

/** 'ForgetChallenges' return type */
export interface IForgetChallengesResult {
  count: number;
}

/** 'ForgetChallenges' query type */
export interface IForgetChallengesQuery {
  params: IForgetChallengesParams;
  result: IForgetChallengesResult;
}

const forgetChallengesIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":127,"b":131}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":140,"b":146}]}],"statement":"with gone as (\n  delete from passkey_challenge where id = any (array(\n    select id from passkey_challenge where expires_at <= :now! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from passkey_challenge where id = any (array(
 *     select id from passkey_challenge where expires_at <= :now! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetChallenges = new PreparedQuery<IForgetChallengesParams,IForgetChallengesResult>(forgetChallengesIR);


/** 'FindOldestChallenge' parameters type */
export type IFindOldestChallengeParams = void;

/** 'FindOldestChallenge' return type */
export interface IFindOldestChallengeResult {
  at: Date | null;
}

/** 'FindOldestChallenge' query type */
export interface IFindOldestChallengeQuery {
  params: IFindOldestChallengeParams;
  result: IFindOldestChallengeResult;
}

const findOldestChallengeIR: any = {"usedParamSet":{},"params":[],"statement":"select min(expires_at) as at from passkey_challenge"};

/**
 * Query generated from SQL:
 * ```
 * select min(expires_at) as at from passkey_challenge
 * ```
 */
export const findOldestChallenge = new PreparedQuery<IFindOldestChallengeParams,IFindOldestChallengeResult>(findOldestChallengeIR);


/** 'UsePasskeyChallenge' parameters type */
export interface IUsePasskeyChallengeParams {
  id: string;
  now: Date;
}

/** 'UsePasskeyChallenge' return type */
export interface IUsePasskeyChallengeResult {
  challenge: Buffer;
  /** Whose passkey is asked for or made. It may be the id of an account that is still to be made; null when any passkey may answer. */
  editorId: string | null;
}

/** 'UsePasskeyChallenge' query type */
export interface IUsePasskeyChallengeQuery {
  params: IUsePasskeyChallengeParams;
  result: IUsePasskeyChallengeResult;
}

const usePasskeyChallengeIR: any = {"usedParamSet":{"id":true,"now":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":41,"b":44}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":63,"b":67}]}],"statement":"delete from passkey_challenge where id = :id! and expires_at > :now! returning challenge, editor_id"};

/**
 * Query generated from SQL:
 * ```
 * delete from passkey_challenge where id = :id! and expires_at > :now! returning challenge, editor_id
 * ```
 */
export const usePasskeyChallenge = new PreparedQuery<IUsePasskeyChallengeParams,IUsePasskeyChallengeResult>(usePasskeyChallengeIR);


/** 'CountEditorsByKeyVersion' parameters type */
export type ICountEditorsByKeyVersionParams = void;

/** 'CountEditorsByKeyVersion' return type */
export interface ICountEditorsByKeyVersionResult {
  count: number;
  version: number;
}

/** 'CountEditorsByKeyVersion' query type */
export interface ICountEditorsByKeyVersionQuery {
  params: ICountEditorsByKeyVersionParams;
  result: ICountEditorsByKeyVersionResult;
}

const countEditorsByKeyVersionIR: any = {"usedParamSet":{},"params":[],"statement":"select version as \"version!\", sum(addresses)::int as \"count!\" from (\n  select get_byte(address_sealed, 0) as version, 1 as addresses from editor\n  union all\n  select get_byte(totp_sealed, 0), 0 from editor where totp_sealed is not null\n) seals\ngroup by version order by version"};

/**
 * Query generated from SQL:
 * ```
 * select version as "version!", sum(addresses)::int as "count!" from (
 *   select get_byte(address_sealed, 0) as version, 1 as addresses from editor
 *   union all
 *   select get_byte(totp_sealed, 0), 0 from editor where totp_sealed is not null
 * ) seals
 * group by version order by version
 * ```
 */
export const countEditorsByKeyVersion = new PreparedQuery<ICountEditorsByKeyVersionParams,ICountEditorsByKeyVersionResult>(countEditorsByKeyVersionIR);


/** 'FindEditorsSealedWith' parameters type */
export interface IFindEditorsSealedWithParams {
  limit: number;
  version: number;
}

/** 'FindEditorsSealedWith' return type */
export interface IFindEditorsSealedWithResult {
  addressSealed: Buffer;
  id: string;
}

/** 'FindEditorsSealedWith' query type */
export interface IFindEditorsSealedWithQuery {
  params: IFindEditorsSealedWithParams;
  result: IFindEditorsSealedWithResult;
}

const findEditorsSealedWithIR: any = {"usedParamSet":{"version":true,"limit":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":49,"b":57},{"a":168,"b":176},{"a":208,"b":216}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":225,"b":231}]}],"statement":"select id, case get_byte(address_sealed, 0) when :version! then address_sealed else totp_sealed end as \"addressSealed!\"\nfrom editor\nwhere get_byte(address_sealed, 0) = :version! or get_byte(totp_sealed, 0) = :version!\nlimit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id, case get_byte(address_sealed, 0) when :version! then address_sealed else totp_sealed end as "addressSealed!"
 * from editor
 * where get_byte(address_sealed, 0) = :version! or get_byte(totp_sealed, 0) = :version!
 * limit (:limit!)::int
 * ```
 */
export const findEditorsSealedWith = new PreparedQuery<IFindEditorsSealedWithParams,IFindEditorsSealedWithResult>(findEditorsSealedWithIR);


/** 'LockEditorsSealedWithOtherKey' parameters type */
export interface ILockEditorsSealedWithOtherKeyParams {
  versions: numberArray;
}

/** 'LockEditorsSealedWithOtherKey' return type */
export interface ILockEditorsSealedWithOtherKeyResult {
  addressSealed: Buffer;
  id: string;
  /** The secret of the authenticator app, sealed as addresses are. */
  totpSealed: Buffer | null;
}

/** 'LockEditorsSealedWithOtherKey' query type */
export interface ILockEditorsSealedWithOtherKeyQuery {
  params: ILockEditorsSealedWithOtherKeyParams;
  result: ILockEditorsSealedWithOtherKeyResult;
}

const lockEditorsSealedWithOtherKeyIR: any = {"usedParamSet":{"versions":true},"params":[{"name":"versions","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":101},{"a":139,"b":148}]}],"statement":"select id, address_sealed, totp_sealed from editor\nwhere get_byte(address_sealed, 0) = any (:versions!) or get_byte(totp_sealed, 0) = any (:versions!)\nfor update skip locked"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed, totp_sealed from editor
 * where get_byte(address_sealed, 0) = any (:versions!) or get_byte(totp_sealed, 0) = any (:versions!)
 * for update skip locked
 * ```
 */
export const lockEditorsSealedWithOtherKey = new PreparedQuery<ILockEditorsSealedWithOtherKeyParams,ILockEditorsSealedWithOtherKeyResult>(lockEditorsSealedWithOtherKeyIR);


/** 'ReplaceEditorSeals' parameters type */
export interface IReplaceEditorSealsParams {
  addressSealed: Buffer;
  id: string;
  index: Buffer;
  totpSealed?: Buffer | null | void;
}

/** 'ReplaceEditorSeals' return type */
export type IReplaceEditorSealsResult = void;

/** 'ReplaceEditorSeals' query type */
export interface IReplaceEditorSealsQuery {
  params: IReplaceEditorSealsParams;
  result: IReplaceEditorSealsResult;
}

const replaceEditorSealsIR: any = {"usedParamSet":{"index":true,"addressSealed":true,"totpSealed":true,"id":true},"params":[{"name":"index","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":40}]},{"name":"addressSealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":60,"b":74}]},{"name":"totpSealed","required":false,"transform":{"type":"scalar"},"locs":[{"a":91,"b":101}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":114,"b":117}]}],"statement":"update editor set address_index = :index!, address_sealed = :addressSealed!, totp_sealed = :totpSealed where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update editor set address_index = :index!, address_sealed = :addressSealed!, totp_sealed = :totpSealed where id = :id!
 * ```
 */
export const replaceEditorSeals = new PreparedQuery<IReplaceEditorSealsParams,IReplaceEditorSealsResult>(replaceEditorSealsIR);


/** 'FindNames' parameters type */
export interface IFindNamesParams {
  ids: stringArray;
}

/** 'FindNames' return type */
export interface IFindNamesResult {
  id: string;
  /** As colleagues see it; empty until an invitation is accepted. */
  name: string;
}

/** 'FindNames' query type */
export interface IFindNamesQuery {
  params: IFindNamesParams;
  result: IFindNamesResult;
}

const findNamesIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":44,"b":48}]}],"statement":"select id, name from editor where id = any (:ids!::uuid[])"};

/**
 * Query generated from SQL:
 * ```
 * select id, name from editor where id = any (:ids!::uuid[])
 * ```
 */
export const findNames = new PreparedQuery<IFindNamesParams,IFindNamesResult>(findNamesIR);


/** 'ForgetSignOnAttempts' parameters type */
export interface IForgetSignOnAttemptsParams {
  limit: number;
  now: Date;
}

/** 'ForgetSignOnAttempts' return type */
export interface IForgetSignOnAttemptsResult {
  count: number;
}

/** 'ForgetSignOnAttempts' query type */
export interface IForgetSignOnAttemptsQuery {
  params: IForgetSignOnAttemptsParams;
  result: IForgetSignOnAttemptsResult;
}

const forgetSignOnAttemptsIR: any = {"usedParamSet":{"now":true,"limit":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":153,"b":157}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":166,"b":172}]}],"statement":"with gone as (\n  delete from single_sign_on_attempt where state_hash = any (array(\n    select state_hash from single_sign_on_attempt where expires_at <= :now! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from single_sign_on_attempt where state_hash = any (array(
 *     select state_hash from single_sign_on_attempt where expires_at <= :now! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetSignOnAttempts = new PreparedQuery<IForgetSignOnAttemptsParams,IForgetSignOnAttemptsResult>(forgetSignOnAttemptsIR);


/** 'FindOldestSignOnAttempt' parameters type */
export type IFindOldestSignOnAttemptParams = void;

/** 'FindOldestSignOnAttempt' return type */
export interface IFindOldestSignOnAttemptResult {
  at: Date | null;
}

/** 'FindOldestSignOnAttempt' query type */
export interface IFindOldestSignOnAttemptQuery {
  params: IFindOldestSignOnAttemptParams;
  result: IFindOldestSignOnAttemptResult;
}

const findOldestSignOnAttemptIR: any = {"usedParamSet":{},"params":[],"statement":"select min(expires_at) as at from single_sign_on_attempt"};

/**
 * Query generated from SQL:
 * ```
 * select min(expires_at) as at from single_sign_on_attempt
 * ```
 */
export const findOldestSignOnAttempt = new PreparedQuery<IFindOldestSignOnAttemptParams,IFindOldestSignOnAttemptResult>(findOldestSignOnAttemptIR);


/** 'InsertSignOnAttempt' parameters type */
export interface IInsertSignOnAttemptParams {
  again: boolean;
  browserHash: Buffer;
  codeVerifier: string;
  expiresAt: Date;
  next: string;
  nonce: string;
  stateHash: Buffer;
}

/** 'InsertSignOnAttempt' return type */
export type IInsertSignOnAttemptResult = void;

/** 'InsertSignOnAttempt' query type */
export interface IInsertSignOnAttemptQuery {
  params: IInsertSignOnAttemptParams;
  result: IInsertSignOnAttemptResult;
}

const insertSignOnAttemptIR: any = {"usedParamSet":{"stateHash":true,"browserHash":true,"nonce":true,"codeVerifier":true,"again":true,"next":true,"expiresAt":true},"params":[{"name":"stateHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":117,"b":127}]},{"name":"browserHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":130,"b":142}]},{"name":"nonce","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":151}]},{"name":"codeVerifier","required":true,"transform":{"type":"scalar"},"locs":[{"a":154,"b":167}]},{"name":"again","required":true,"transform":{"type":"scalar"},"locs":[{"a":170,"b":176}]},{"name":"next","required":true,"transform":{"type":"scalar"},"locs":[{"a":179,"b":184}]},{"name":"expiresAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":187,"b":197}]}],"statement":"insert into single_sign_on_attempt (state_hash, browser_hash, nonce, code_verifier, again, next, expires_at)\nvalues (:stateHash!, :browserHash!, :nonce!, :codeVerifier!, :again!, :next!, :expiresAt!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into single_sign_on_attempt (state_hash, browser_hash, nonce, code_verifier, again, next, expires_at)
 * values (:stateHash!, :browserHash!, :nonce!, :codeVerifier!, :again!, :next!, :expiresAt!)
 * ```
 */
export const insertSignOnAttempt = new PreparedQuery<IInsertSignOnAttemptParams,IInsertSignOnAttemptResult>(insertSignOnAttemptIR);


/** 'UseSignOnAttempt' parameters type */
export interface IUseSignOnAttemptParams {
  browserHash: Buffer;
  now: Date;
  stateHash: Buffer;
}

/** 'UseSignOnAttempt' return type */
export interface IUseSignOnAttemptResult {
  /** Whether the provider must ask for all factors again. */
  again: boolean;
  codeVerifier: string;
  next: string;
  nonce: string;
}

/** 'UseSignOnAttempt' query type */
export interface IUseSignOnAttemptQuery {
  params: IUseSignOnAttemptParams;
  result: IUseSignOnAttemptResult;
}

const useSignOnAttemptIR: any = {"usedParamSet":{"stateHash":true,"browserHash":true,"now":true},"params":[{"name":"stateHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":54,"b":64}]},{"name":"browserHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":97}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":120}]}],"statement":"delete from single_sign_on_attempt\nwhere state_hash = :stateHash! and browser_hash = :browserHash! and expires_at > :now!\nreturning nonce, code_verifier, again, next"};

/**
 * Query generated from SQL:
 * ```
 * delete from single_sign_on_attempt
 * where state_hash = :stateHash! and browser_hash = :browserHash! and expires_at > :now!
 * returning nonce, code_verifier, again, next
 * ```
 */
export const useSignOnAttempt = new PreparedQuery<IUseSignOnAttemptParams,IUseSignOnAttemptResult>(useSignOnAttemptIR);


/** 'FindIdentity' parameters type */
export interface IFindIdentityParams {
  issuer: string;
  subject: string;
}

/** 'FindIdentity' return type */
export interface IFindIdentityResult {
  editorId: string;
}

/** 'FindIdentity' query type */
export interface IFindIdentityQuery {
  params: IFindIdentityParams;
  result: IFindIdentityResult;
}

const findIdentityIR: any = {"usedParamSet":{"issuer":true,"subject":true},"params":[{"name":"issuer","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":60}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":76,"b":84}]}],"statement":"select editor_id from editor_identity where issuer = :issuer! and subject = :subject!"};

/**
 * Query generated from SQL:
 * ```
 * select editor_id from editor_identity where issuer = :issuer! and subject = :subject!
 * ```
 */
export const findIdentity = new PreparedQuery<IFindIdentityParams,IFindIdentityResult>(findIdentityIR);


/** 'InsertIdentity' parameters type */
export interface IInsertIdentityParams {
  editorId: string;
  issuer: string;
  now: Date;
  subject: string;
}

/** 'InsertIdentity' return type */
export type IInsertIdentityResult = void;

/** 'InsertIdentity' query type */
export interface IInsertIdentityQuery {
  params: IInsertIdentityParams;
  result: IInsertIdentityResult;
}

const insertIdentityIR: any = {"usedParamSet":{"issuer":true,"subject":true,"editorId":true,"now":true},"params":[{"name":"issuer","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":92}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":103}]},{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":106,"b":115}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":118,"b":122},{"a":125,"b":129}]}],"statement":"insert into editor_identity (issuer, subject, editor_id, linked_at, used_at)\nvalues (:issuer!, :subject!, :editorId!, :now!, :now!)\non conflict do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into editor_identity (issuer, subject, editor_id, linked_at, used_at)
 * values (:issuer!, :subject!, :editorId!, :now!, :now!)
 * on conflict do nothing
 * ```
 */
export const insertIdentity = new PreparedQuery<IInsertIdentityParams,IInsertIdentityResult>(insertIdentityIR);


/** 'TouchIdentity' parameters type */
export interface ITouchIdentityParams {
  issuer: string;
  now: Date;
  subject: string;
}

/** 'TouchIdentity' return type */
export type ITouchIdentityResult = void;

/** 'TouchIdentity' query type */
export interface ITouchIdentityQuery {
  params: ITouchIdentityParams;
  result: ITouchIdentityResult;
}

const touchIdentityIR: any = {"usedParamSet":{"now":true,"issuer":true,"subject":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":37,"b":41}]},{"name":"issuer","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":65}]},{"name":"subject","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":89}]}],"statement":"update editor_identity set used_at = :now! where issuer = :issuer! and subject = :subject!"};

/**
 * Query generated from SQL:
 * ```
 * update editor_identity set used_at = :now! where issuer = :issuer! and subject = :subject!
 * ```
 */
export const touchIdentity = new PreparedQuery<ITouchIdentityParams,ITouchIdentityResult>(touchIdentityIR);


/** 'HasIdentity' parameters type */
export interface IHasIdentityParams {
  editorId: string;
  issuer: string;
}

/** 'HasIdentity' return type */
export interface IHasIdentityResult {
  has: boolean;
}

/** 'HasIdentity' query type */
export interface IHasIdentityQuery {
  params: IHasIdentityParams;
  result: IHasIdentityResult;
}

const hasIdentityIR: any = {"usedParamSet":{"editorId":true,"issuer":true},"params":[{"name":"editorId","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":70}]},{"name":"issuer","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":92}]}],"statement":"select exists (select from editor_identity where editor_id = :editorId! and issuer = :issuer!) as \"has!\""};

/**
 * Query generated from SQL:
 * ```
 * select exists (select from editor_identity where editor_id = :editorId! and issuer = :issuer!) as "has!"
 * ```
 */
export const hasIdentity = new PreparedQuery<IHasIdentityParams,IHasIdentityResult>(hasIdentityIR);
