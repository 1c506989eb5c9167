/** Types generated for queries found in "sql/queries/archive.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type numberArray = (number)[];

/** 'InsertCorrection' parameters type */
export interface IInsertCorrectionParams {
  editor?: string | null | void;
  now: Date;
  number: number;
  text: string;
}

/** 'InsertCorrection' return type */
export interface IInsertCorrectionResult {
  id: number;
}

/** 'InsertCorrection' query type */
export interface IInsertCorrectionQuery {
  params: IInsertCorrectionParams;
  result: IInsertCorrectionResult;
}

const insertCorrectionIR: any = {"usedParamSet":{"number":true,"text":true,"now":true,"editor":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":80,"b":87}]},{"name":"text","required":true,"transform":{"type":"scalar"},"locs":[{"a":90,"b":95}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":98,"b":102}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":105,"b":111}]}],"statement":"insert into correction (issue_number, text, corrected_at, corrected_by)\nvalues (:number!, :text!, :now!, :editor)\non conflict do nothing\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into correction (issue_number, text, corrected_at, corrected_by)
 * values (:number!, :text!, :now!, :editor)
 * on conflict do nothing
 * returning id
 * ```
 */
export const insertCorrection = new PreparedQuery<IInsertCorrectionParams,IInsertCorrectionResult>(insertCorrectionIR);


/** 'DeleteCorrection' parameters type */
export interface IDeleteCorrectionParams {
  id: number;
  number: number;
}

/** 'DeleteCorrection' return type */
export interface IDeleteCorrectionResult {
  text: string;
}

/** 'DeleteCorrection' query type */
export interface IDeleteCorrectionQuery {
  params: IDeleteCorrectionParams;
  result: IDeleteCorrectionResult;
}

const deleteCorrectionIR: any = {"usedParamSet":{"id":true,"number":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":37}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":65}]}],"statement":"delete from correction where id = :id! and issue_number = :number! returning text"};

/**
 * Query generated from SQL:
 * ```
 * delete from correction where id = :id! and issue_number = :number! returning text
 * ```
 */
export const deleteCorrection = new PreparedQuery<IDeleteCorrectionParams,IDeleteCorrectionResult>(deleteCorrectionIR);


/** 'ListCorrections' parameters type */
export interface IListCorrectionsParams {
  number: number;
}

/** 'ListCorrections' return type */
export interface IListCorrectionsResult {
  correctedAt: Date;
  correctedBy: string | null;
  id: number;
  text: string;
}

/** 'ListCorrections' query type */
export interface IListCorrectionsQuery {
  params: IListCorrectionsParams;
  result: IListCorrectionsResult;
}

const listCorrectionsIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":88}]}],"statement":"select id, text, corrected_at, corrected_by from correction where issue_number = :number!\norder by corrected_at desc, id desc"};

/**
 * Query generated from SQL:
 * ```
 * select id, text, corrected_at, corrected_by from correction where issue_number = :number!
 * order by corrected_at desc, id desc
 * ```
 */
export const listCorrections = new PreparedQuery<IListCorrectionsParams,IListCorrectionsResult>(listCorrectionsIR);


/** 'ListAllCorrections' parameters type */
export interface IListAllCorrectionsParams {
  numbers: numberArray;
}

/** 'ListAllCorrections' return type */
export interface IListAllCorrectionsResult {
  correctedAt: Date;
  issueNumber: number;
  text: string;
}

/** 'ListAllCorrections' query type */
export interface IListAllCorrectionsQuery {
  params: IListAllCorrectionsParams;
  result: IListAllCorrectionsResult;
}

const listAllCorrectionsIR: any = {"usedParamSet":{"numbers":true},"params":[{"name":"numbers","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":90}]}],"statement":"select issue_number, text, corrected_at from correction where issue_number = any (:numbers!)\norder by corrected_at desc, id desc"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number, text, corrected_at from correction where issue_number = any (:numbers!)
 * order by corrected_at desc, id desc
 * ```
 */
export const listAllCorrections = new PreparedQuery<IListAllCorrectionsParams,IListAllCorrectionsResult>(listAllCorrectionsIR);


/** 'FindLastCorrections' parameters type */
export type IFindLastCorrectionsParams = void;

/** 'FindLastCorrections' return type */
export interface IFindLastCorrectionsResult {
  correctedAt: Date;
  issueNumber: number;
}

/** 'FindLastCorrections' query type */
export interface IFindLastCorrectionsQuery {
  params: IFindLastCorrectionsParams;
  result: IFindLastCorrectionsResult;
}

const findLastCorrectionsIR: any = {"usedParamSet":{},"params":[],"statement":"select issue_number, max(corrected_at) as \"correctedAt!\" from correction group by issue_number"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number, max(corrected_at) as "correctedAt!" from correction group by issue_number
 * ```
 */
export const findLastCorrections = new PreparedQuery<IFindLastCorrectionsParams,IFindLastCorrectionsResult>(findLastCorrectionsIR);


/** 'InsertWithdrawal' parameters type */
export interface IInsertWithdrawalParams {
  editor?: string | null | void;
  now: Date;
  number: number;
  reason: string;
}

/** 'InsertWithdrawal' return type */
export interface IInsertWithdrawalResult {
  issueNumber: number;
}

/** 'InsertWithdrawal' query type */
export interface IInsertWithdrawalQuery {
  params: IInsertWithdrawalParams;
  result: IInsertWithdrawalResult;
}

const insertWithdrawalIR: any = {"usedParamSet":{"number":true,"reason":true,"now":true,"editor":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":82,"b":89}]},{"name":"reason","required":true,"transform":{"type":"scalar"},"locs":[{"a":92,"b":99}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":106}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":109,"b":115}]}],"statement":"insert into withdrawal (issue_number, reason, withdrawn_at, withdrawn_by)\nvalues (:number!, :reason!, :now!, :editor)\non conflict do nothing\nreturning issue_number"};

/**
 * Query generated from SQL:
 * ```
 * insert into withdrawal (issue_number, reason, withdrawn_at, withdrawn_by)
 * values (:number!, :reason!, :now!, :editor)
 * on conflict do nothing
 * returning issue_number
 * ```
 */
export const insertWithdrawal = new PreparedQuery<IInsertWithdrawalParams,IInsertWithdrawalResult>(insertWithdrawalIR);


/** 'DeleteWithdrawal' parameters type */
export interface IDeleteWithdrawalParams {
  number: number;
}

/** 'DeleteWithdrawal' return type */
export interface IDeleteWithdrawalResult {
  reason: string;
}

/** 'DeleteWithdrawal' query type */
export interface IDeleteWithdrawalQuery {
  params: IDeleteWithdrawalParams;
  result: IDeleteWithdrawalResult;
}

const deleteWithdrawalIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":44,"b":51}]}],"statement":"delete from withdrawal where issue_number = :number! returning reason"};

/**
 * Query generated from SQL:
 * ```
 * delete from withdrawal where issue_number = :number! returning reason
 * ```
 */
export const deleteWithdrawal = new PreparedQuery<IDeleteWithdrawalParams,IDeleteWithdrawalResult>(deleteWithdrawalIR);


/** 'FindWithdrawal' parameters type */
export interface IFindWithdrawalParams {
  number: number;
}

/** 'FindWithdrawal' return type */
export interface IFindWithdrawalResult {
  reason: string;
  withdrawnAt: Date;
  withdrawnBy: string | null;
}

/** 'FindWithdrawal' query type */
export interface IFindWithdrawalQuery {
  params: IFindWithdrawalParams;
  result: IFindWithdrawalResult;
}

const findWithdrawalIR: any = {"usedParamSet":{"number":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":86}]}],"statement":"select reason, withdrawn_at, withdrawn_by from withdrawal where issue_number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select reason, withdrawn_at, withdrawn_by from withdrawal where issue_number = :number!
 * ```
 */
export const findWithdrawal = new PreparedQuery<IFindWithdrawalParams,IFindWithdrawalResult>(findWithdrawalIR);


/** 'ListWithdrawn' parameters type */
export type IListWithdrawnParams = void;

/** 'ListWithdrawn' return type */
export interface IListWithdrawnResult {
  issueNumber: number;
}

/** 'ListWithdrawn' query type */
export interface IListWithdrawnQuery {
  params: IListWithdrawnParams;
  result: IListWithdrawnResult;
}

const listWithdrawnIR: any = {"usedParamSet":{},"params":[],"statement":"select issue_number from withdrawal order by issue_number"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number from withdrawal order by issue_number
 * ```
 */
export const listWithdrawn = new PreparedQuery<IListWithdrawnParams,IListWithdrawnResult>(listWithdrawnIR);


/** 'TakeCorrection' parameters type */
export interface ITakeCorrectionParams {
  at: string;
  number: number;
  text: string;
}

/** 'TakeCorrection' return type */
export type ITakeCorrectionResult = void;

/** 'TakeCorrection' query type */
export interface ITakeCorrectionQuery {
  params: ITakeCorrectionParams;
  result: ITakeCorrectionResult;
}

const takeCorrectionIR: any = {"usedParamSet":{"number":true,"text":true,"at":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":73}]},{"name":"text","required":true,"transform":{"type":"scalar"},"locs":[{"a":76,"b":81}]},{"name":"at","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":87}]}],"statement":"insert into correction (issue_number, text, corrected_at) values (:number!, :text!, :at!::text::timestamptz)"};

/**
 * Query generated from SQL:
 * ```
 * insert into correction (issue_number, text, corrected_at) values (:number!, :text!, :at!::text::timestamptz)
 * ```
 */
export const takeCorrection = new PreparedQuery<ITakeCorrectionParams,ITakeCorrectionResult>(takeCorrectionIR);


/** 'TakeWithdrawal' parameters type */
export interface ITakeWithdrawalParams {
  at: string;
  number: number;
  reason: string;
}

/** 'TakeWithdrawal' return type */
export type ITakeWithdrawalResult = void;

/** 'TakeWithdrawal' query type */
export interface ITakeWithdrawalQuery {
  params: ITakeWithdrawalParams;
  result: ITakeWithdrawalResult;
}

const takeWithdrawalIR: any = {"usedParamSet":{"number":true,"reason":true,"at":true},"params":[{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":68,"b":75}]},{"name":"reason","required":true,"transform":{"type":"scalar"},"locs":[{"a":78,"b":85}]},{"name":"at","required":true,"transform":{"type":"scalar"},"locs":[{"a":88,"b":91}]}],"statement":"insert into withdrawal (issue_number, reason, withdrawn_at) values (:number!, :reason!, :at!::text::timestamptz)"};

/**
 * Query generated from SQL:
 * ```
 * insert into withdrawal (issue_number, reason, withdrawn_at) values (:number!, :reason!, :at!::text::timestamptz)
 * ```
 */
export const takeWithdrawal = new PreparedQuery<ITakeWithdrawalParams,ITakeWithdrawalResult>(takeWithdrawalIR);
