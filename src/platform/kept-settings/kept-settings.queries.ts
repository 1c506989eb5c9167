/** Types generated for queries found in "sql/queries/platform/kept-settings.sql" */
import { PreparedQuery } from '../database/prepared-query.js';

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type stringArray = (string)[];

/** 'FindKept' parameters type */
export interface IFindKeptParams {
  at?: Date | null | void;
  name: string;
}

/** 'FindKept' return type */
export interface IFindKeptResult {
  changedAt: Date;
  changedBy: string | null;
  value: Json;
  version: number;
}

/** 'FindKept' query type */
export interface IFindKeptQuery {
  params: IFindKeptParams;
  result: IFindKeptResult;
}

const findKeptIR: any = {"usedParamSet":{"name":true,"at":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":82}]},{"name":"at","required":false,"transform":{"type":"scalar"},"locs":[{"a":111,"b":113}]}],"statement":"select version, value, changed_at, changed_by from kept_setting\nwhere name = :name! and changed_at <= coalesce(:at::timestamptz, 'infinity')\norder by version desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select version, value, changed_at, changed_by from kept_setting
 * where name = :name! and changed_at <= coalesce(:at::timestamptz, 'infinity')
 * order by version desc limit 1
 * ```
 */
export const findKept = new PreparedQuery<IFindKeptParams,IFindKeptResult>(findKeptIR);


/** 'FindAllKept' parameters type */
export interface IFindAllKeptParams {
  at?: Date | null | void;
  names: stringArray;
}

/** 'FindAllKept' return type */
export interface IFindAllKeptResult {
  changedAt: Date;
  changedBy: string | null;
  name: string;
  value: Json;
  version: number;
}

/** 'FindAllKept' query type */
export interface IFindAllKeptQuery {
  params: IFindAllKeptParams;
  result: IFindAllKeptResult;
}

const findAllKeptIR: any = {"usedParamSet":{"names":true,"at":true},"params":[{"name":"names","required":true,"transform":{"type":"scalar"},"locs":[{"a":107,"b":113}]},{"name":"at","required":false,"transform":{"type":"scalar"},"locs":[{"a":151,"b":153}]}],"statement":"select distinct on (name) name, version, value, changed_at, changed_by from kept_setting\nwhere name = any (:names!::text[]) and changed_at <= coalesce(:at::timestamptz, 'infinity')\norder by name, version desc"};

/**
 * Query generated from SQL:
 * ```
 * select distinct on (name) name, version, value, changed_at, changed_by from kept_setting
 * where name = any (:names!::text[]) and changed_at <= coalesce(:at::timestamptz, 'infinity')
 * order by name, version desc
 * ```
 */
export const findAllKept = new PreparedQuery<IFindAllKeptParams,IFindAllKeptResult>(findAllKeptIR);


/** 'ListKept' parameters type */
export interface IListKeptParams {
  name: string;
}

/** 'ListKept' return type */
export interface IListKeptResult {
  changedAt: Date;
  changedBy: string | null;
  value: Json;
  version: number;
}

/** 'ListKept' query type */
export interface IListKeptQuery {
  params: IListKeptParams;
  result: IListKeptResult;
}

const listKeptIR: any = {"usedParamSet":{"name":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":77,"b":82}]}],"statement":"select version, value, changed_at, changed_by from kept_setting where name = :name! order by version desc limit 200"};

/**
 * Query generated from SQL:
 * ```
 * select version, value, changed_at, changed_by from kept_setting where name = :name! order by version desc limit 200
 * ```
 */
export const listKept = new PreparedQuery<IListKeptParams,IListKeptResult>(listKeptIR);


/** 'InsertKept' parameters type */
export interface IInsertKeptParams {
  base: number;
  editor?: string | null | void;
  name: string;
  now: Date;
  value: string;
}

/** 'InsertKept' return type */
export interface IInsertKeptResult {
  version: number;
}

/** 'InsertKept' query type */
export interface IInsertKeptQuery {
  params: IInsertKeptParams;
  result: IInsertKeptResult;
}

const insertKeptIR: any = {"usedParamSet":{"name":true,"base":true,"value":true,"now":true,"editor":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":84},{"a":208,"b":213}]},{"name":"base","required":true,"transform":{"type":"scalar"},"locs":[{"a":87,"b":92},{"a":222,"b":227}]},{"name":"value","required":true,"transform":{"type":"scalar"},"locs":[{"a":104,"b":110}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":130}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":133,"b":139}]}],"statement":"insert into kept_setting (name, version, value, changed_at, changed_by)\nselect :name!, :base!::int + 1, :value!::text::jsonb, :now!, :editor\nwhere coalesce((select max(version) from kept_setting where name = :name!), 0) = :base!::int\non conflict do nothing\nreturning version"};

/**
 * Query generated from SQL:
 * ```
 * insert into kept_setting (name, version, value, changed_at, changed_by)
 * select :name!, :base!::int + 1, :value!::text::jsonb, :now!, :editor
 * where coalesce((select max(version) from kept_setting where name = :name!), 0) = :base!::int
 * on conflict do nothing
 * returning version
 * ```
 */
export const insertKept = new PreparedQuery<IInsertKeptParams,IInsertKeptResult>(insertKeptIR);


/** 'EraseSuperseded' parameters type */
export interface IEraseSupersededParams {
  before: Date;
}

/** 'EraseSuperseded' return type */
export interface IEraseSupersededResult {
  count: number;
}

/** 'EraseSuperseded' query type */
export interface IEraseSupersededQuery {
  params: IEraseSupersededParams;
  result: IEraseSupersededResult;
}

const eraseSupersededIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":177,"b":184}]}],"statement":"with gone as (\n  delete from kept_setting k where exists (\n    select from kept_setting next\n    where next.name = k.name and next.version = k.version + 1 and next.changed_at < :before!\n  ) returning 1\n)\nselect count(*)::int as \"count!\" from gone"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from kept_setting k where exists (
 *     select from kept_setting next
 *     where next.name = k.name and next.version = k.version + 1 and next.changed_at < :before!
 *   ) returning 1
 * )
 * select count(*)::int as "count!" from gone
 * ```
 */
export const eraseSuperseded = new PreparedQuery<IEraseSupersededParams,IEraseSupersededResult>(eraseSupersededIR);


/** 'FindOldestSuperseded' parameters type */
export type IFindOldestSupersededParams = void;

/** 'FindOldestSuperseded' return type */
export interface IFindOldestSupersededResult {
  at: Date | null;
}

/** 'FindOldestSuperseded' query type */
export interface IFindOldestSupersededQuery {
  params: IFindOldestSupersededParams;
  result: IFindOldestSupersededResult;
}

const findOldestSupersededIR: any = {"usedParamSet":{},"params":[],"statement":"select min(next.changed_at) as at\nfrom kept_setting k join kept_setting next on next.name = k.name and next.version = k.version + 1"};

/**
 * Query generated from SQL:
 * ```
 * select min(next.changed_at) as at
 * from kept_setting k join kept_setting next on next.name = k.name and next.version = k.version + 1
 * ```
 */
export const findOldestSuperseded = new PreparedQuery<IFindOldestSupersededParams,IFindOldestSupersededResult>(findOldestSupersededIR);
