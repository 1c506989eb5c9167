/** Types generated for queries found in "sql/queries/issue/approval.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** 'InsertApproval' parameters type */
export interface IInsertApprovalParams {
  approver: string;
  editor?: string | null | void;
  emergency?: string | null | void;
  mailHash: Buffer;
  now: Date;
  number: number;
}

/** 'InsertApproval' return type */
export type IInsertApprovalResult = void;

/** 'InsertApproval' query type */
export interface IInsertApprovalQuery {
  params: IInsertApprovalParams;
  result: IInsertApprovalResult;
}

const insertApprovalIR: any = {"usedParamSet":{"number":true,"mailHash":true,"approver":true,"now":true,"editor":true,"emergency":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":112,"b":119}]},{"name":"mailHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":122,"b":131}]},{"name":"approver","required":true,"transform":{"type":"scalar"},"locs":[{"a":134,"b":143}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":146,"b":150}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":153,"b":159},{"a":174,"b":180}]},{"name":"emergency","required":false,"transform":{"type":"scalar"},"locs":[{"a":162,"b":171}]}],"statement":"insert into approval (issue_number, mail_hash, approver, approved_at, editor_id, emergency, by_command)\nvalues (:number!, :mailHash!, :approver!, :now!, :editor, :emergency, :editor::uuid is null)"};

/**
 * Query generated from SQL:
 * ```
 * insert into approval (issue_number, mail_hash, approver, approved_at, editor_id, emergency, by_command)
 * values (:number!, :mailHash!, :approver!, :now!, :editor, :emergency, :editor::uuid is null)
 * ```
 */
export const insertApproval = new PreparedQuery<IInsertApprovalParams,IInsertApprovalResult>(insertApprovalIR);


/** 'FindLastApproval' parameters type */
export interface IFindLastApprovalParams {
  number: number;
}

/** 'FindLastApproval' return type */
export interface IFindLastApprovalResult {
  approvedAt: Date;
  /** The name at that time: of an account, or as it was given at the command line. */
  approver: string;
  /** Approved at the command line, in a name that was given there. False for all before this column. */
  byCommand: boolean;
  /** Why the rule of four eyes was broken. */
  emergency: string | null;
  hash: string;
  id: number;
  withdrawn: boolean;
}

/** 'FindLastApproval' query type */
export interface IFindLastApprovalQuery {
  params: IFindLastApprovalParams;
  result: IFindLastApprovalResult;
}

const findLastApprovalIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":238,"b":245}]}],"statement":"select a.id, encode(mail_hash, 'hex') as \"hash!\", approver, approved_at, by_command, emergency,\n       w.approval_id is not null as \"withdrawn!\"\nfrom approval a left join approval_withdrawal w on w.approval_id = a.id\nwhere issue_number = :number!\norder by a.id desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select a.id, encode(mail_hash, 'hex') as "hash!", approver, approved_at, by_command, emergency,
 *        w.approval_id is not null as "withdrawn!"
 * from approval a left join approval_withdrawal w on w.approval_id = a.id
 * where issue_number = :number!
 * order by a.id desc limit 1
 * ```
 */
export const findLastApproval = new PreparedQuery<IFindLastApprovalParams,IFindLastApprovalResult>(findLastApprovalIR);


/** 'WithdrawApproval' parameters type */
export interface IWithdrawApprovalParams {
  editor?: string | null | void;
  id: number;
  now: Date;
}

/** 'WithdrawApproval' return type */
export type IWithdrawApprovalResult = void;

/** 'WithdrawApproval' query type */
export interface IWithdrawApprovalQuery {
  params: IWithdrawApprovalParams;
  result: IWithdrawApprovalResult;
}

const withdrawApprovalIR: any = {"usedParamSet":{"id":true,"now":true,"editor":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":85}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":88,"b":92}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":95,"b":101}]}],"statement":"insert into approval_withdrawal (approval_id, withdrawn_at, withdrawn_by) values (:id!, :now!, :editor)\non conflict do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into approval_withdrawal (approval_id, withdrawn_at, withdrawn_by) values (:id!, :now!, :editor)
 * on conflict do nothing
 * ```
 */
export const withdrawApproval = new PreparedQuery<IWithdrawApprovalParams,IWithdrawApprovalResult>(withdrawApprovalIR);


/** 'FindRefused' parameters type */
export interface IFindRefusedParams {
  draft: string;
}

/** 'FindRefused' return type */
export interface IFindRefusedResult {
  id: string;
}

/** 'FindRefused' query type */
export interface IFindRefusedQuery {
  params: IFindRefusedParams;
  result: IFindRefusedResult;
}

const findRefusedIR: any = {"usedParamSet":{"draft":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":45,"b":51}]}],"statement":"select refused as \"id!\" from may_not_approve(:draft!) as refused"};

/**
 * Query generated from SQL:
 * ```
 * select refused as "id!" from may_not_approve(:draft!) as refused
 * ```
 */
export const findRefused = new PreparedQuery<IFindRefusedParams,IFindRefusedResult>(findRefusedIR);


/** 'FindChanged' parameters type */
export interface IFindChangedParams {
  draft: string;
  number?: number | null | void;
}

/** 'FindChanged' return type */
export interface IFindChangedResult {
  editorId: string;
}

/** 'FindChanged' query type */
export interface IFindChangedQuery {
  params: IFindChangedParams;
  result: IFindChangedResult;
}

const findChangedIR: any = {"usedParamSet":{"draft":true,"number":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":52,"b":58}]},{"name":"number","required":false,"transform":{"type":"scalar"},"locs":[{"a":144,"b":150}]}],"statement":"select editor_id from draft_change\nwhere draft_id = :draft! and number > coalesce((\n  select max(a.id) from approval a\n  where a.issue_number = :number::int and a.emergency is null and not exists (select from approval_withdrawal w where w.approval_id = a.id)\n), 0)"};

/**
 * Query generated from SQL:
 * ```
 * select editor_id from draft_change
 * where draft_id = :draft! and number > coalesce((
 *   select max(a.id) from approval a
 *   where a.issue_number = :number::int and a.emergency is null and not exists (select from approval_withdrawal w where w.approval_id = a.id)
 * ), 0)
 * ```
 */
export const findChanged = new PreparedQuery<IFindChangedParams,IFindChangedResult>(findChangedIR);


/** 'LookIsNoted' parameters type */
export interface ILookIsNotedParams {
  draft: string;
  mailHash: Buffer;
  since: Date;
}

/** 'LookIsNoted' return type */
export interface ILookIsNotedResult {
  noted: boolean;
}

/** 'LookIsNoted' query type */
export interface ILookIsNotedQuery {
  params: ILookIsNotedParams;
  result: ILookIsNotedResult;
}

const lookIsNotedIR: any = {"usedParamSet":{"draft":true,"mailHash":true,"since":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":64}]},{"name":"mailHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":91}]},{"name":"since","required":true,"transform":{"type":"scalar"},"locs":[{"a":110,"b":116}]}],"statement":"select exists (\n  select from draft_look where draft_id = :draft! and mail_hash = :mailHash! and looked_at >= :since!\n) as \"noted!\""};

/**
 * Query generated from SQL:
 * ```
 * select exists (
 *   select from draft_look where draft_id = :draft! and mail_hash = :mailHash! and looked_at >= :since!
 * ) as "noted!"
 * ```
 */
export const lookIsNoted = new PreparedQuery<ILookIsNotedParams,ILookIsNotedResult>(lookIsNotedIR);


/** 'NoteLook' parameters type */
export interface INoteLookParams {
  draft: string;
  mailHash: Buffer;
  now: Date;
  olderThan: Date;
  snapshot: string;
}

/** 'NoteLook' return type */
export type INoteLookResult = void;

/** 'NoteLook' query type */
export interface INoteLookQuery {
  params: INoteLookParams;
  result: INoteLookResult;
}

const noteLookIR: any = {"usedParamSet":{"draft":true,"mailHash":true,"snapshot":true,"now":true,"olderThan":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":80}]},{"name":"mailHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":83,"b":92}]},{"name":"snapshot","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":104}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":120,"b":124}]},{"name":"olderThan","required":true,"transform":{"type":"scalar"},"locs":[{"a":235,"b":245}]}],"statement":"insert into draft_look (draft_id, mail_hash, snapshot, looked_at)\nvalues (:draft!, :mailHash!, :snapshot!::text::jsonb, :now!)\non conflict (draft_id, mail_hash) do update set looked_at = excluded.looked_at\nwhere draft_look.looked_at < :olderThan!"};

/**
 * Query generated from SQL:
 * ```
 * insert into draft_look (draft_id, mail_hash, snapshot, looked_at)
 * values (:draft!, :mailHash!, :snapshot!::text::jsonb, :now!)
 * on conflict (draft_id, mail_hash) do update set looked_at = excluded.looked_at
 * where draft_look.looked_at < :olderThan!
 * ```
 */
export const noteLook = new PreparedQuery<INoteLookParams,INoteLookResult>(noteLookIR);


/** 'FindLook' parameters type */
export interface IFindLookParams {
  draft: string;
  mailHash: Buffer;
}

/** 'FindLook' return type */
export interface IFindLookResult {
  snapshot: Json;
}

/** 'FindLook' query type */
export interface IFindLookQuery {
  params: IFindLookParams;
  result: IFindLookResult;
}

const findLookIR: any = {"usedParamSet":{"draft":true,"mailHash":true},"params":[{"name":"draft","required":true,"transform":{"type":"scalar"},"locs":[{"a":49,"b":55}]},{"name":"mailHash","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":82}]}],"statement":"select snapshot from draft_look where draft_id = :draft! and mail_hash = :mailHash!"};

/**
 * Query generated from SQL:
 * ```
 * select snapshot from draft_look where draft_id = :draft! and mail_hash = :mailHash!
 * ```
 */
export const findLook = new PreparedQuery<IFindLookParams,IFindLookResult>(findLookIR);


/** 'ForgetLooks' parameters type */
export interface IForgetLooksParams {
  before: Date;
  limit: number;
}

/** 'ForgetLooks' return type */
export interface IForgetLooksResult {
  count: number;
}

/** 'ForgetLooks' query type */
export interface IForgetLooksQuery {
  params: IForgetLooksParams;
  result: IForgetLooksResult;
}

const forgetLooksIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":138,"b":145}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":154,"b":160}]}],"statement":"with gone as (\n  delete from draft_look where (draft_id, mail_hash) in (\n    select draft_id, mail_hash from draft_look where looked_at < :before! limit (:limit!)::int for update skip locked\n  ) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from draft_look where (draft_id, mail_hash) in (
 *     select draft_id, mail_hash from draft_look where looked_at < :before! limit (:limit!)::int for update skip locked
 *   ) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const forgetLooks = new PreparedQuery<IForgetLooksParams,IForgetLooksResult>(forgetLooksIR);


/** 'FindOldestLook' parameters type */
export type IFindOldestLookParams = void;

/** 'FindOldestLook' return type */
export interface IFindOldestLookResult {
  at: Date | null;
}

/** 'FindOldestLook' query type */
export interface IFindOldestLookQuery {
  params: IFindOldestLookParams;
  result: IFindOldestLookResult;
}

const findOldestLookIR: any = {"usedParamSet":{},"params":[],"statement":"select min(looked_at) as at from draft_look"};

/**
 * Query generated from SQL:
 * ```
 * select min(looked_at) as at from draft_look
 * ```
 */
export const findOldestLook = new PreparedQuery<IFindOldestLookParams,IFindOldestLookResult>(findOldestLookIR);
