/** Types generated for queries found in "sql/queries/privacy.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type stringArray = (string)[];

/** 'KnowRules' parameters type */
export interface IKnowRulesParams {
  now: Date;
  rules: stringArray;
}

/** 'KnowRules' return type */
export type IKnowRulesResult = void;

/** 'KnowRules' query type */
export interface IKnowRulesQuery {
  params: IKnowRulesParams;
  result: IKnowRulesResult;
}

const knowRulesIR: any = {"usedParamSet":{"now":true,"rules":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":56,"b":60}]},{"name":"rules","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":80}]}],"statement":"insert into retention_run (rule, known_since) select r, :now! from unnest(:rules!::text[]) as r\non conflict (rule) do nothing"};

/**
 * Query generated from SQL:
 * ```
 * insert into retention_run (rule, known_since) select r, :now! from unnest(:rules!::text[]) as r
 * on conflict (rule) do nothing
 * ```
 */
export const knowRules = new PreparedQuery<IKnowRulesParams,IKnowRulesResult>(knowRulesIR);


/** 'BeginRun' parameters type */
export interface IBeginRunParams {
  now: Date;
  rule: string;
}

/** 'BeginRun' return type */
export type IBeginRunResult = void;

/** 'BeginRun' query type */
export interface IBeginRunQuery {
  params: IBeginRunParams;
  result: IBeginRunResult;
}

const beginRunIR: any = {"usedParamSet":{"rule":true,"now":true},"params":[{"name":"rule","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":69}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":72,"b":76},{"a":79,"b":83}]}],"statement":"insert into retention_run (rule, known_since, begun_at) values (:rule!, :now!, :now!)\non conflict (rule) do update set begun_at = excluded.begun_at, fault = null"};

/**
 * Query generated from SQL:
 * ```
 * insert into retention_run (rule, known_since, begun_at) values (:rule!, :now!, :now!)
 * on conflict (rule) do update set begun_at = excluded.begun_at, fault = null
 * ```
 */
export const beginRun = new PreparedQuery<IBeginRunParams,IBeginRunResult>(beginRunIR);


/** 'FinishRun' parameters type */
export interface IFinishRunParams {
  erased: number;
  now: Date;
  oldestSeconds?: number | null | void;
  rule: string;
}

/** 'FinishRun' return type */
export type IFinishRunResult = void;

/** 'FinishRun' query type */
export interface IFinishRunQuery {
  params: IFinishRunParams;
  result: IFinishRunResult;
}

const finishRunIR: any = {"usedParamSet":{"now":true,"erased":true,"oldestSeconds":true,"rule":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":39,"b":43}]},{"name":"erased","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":62}]},{"name":"oldestSeconds","required":false,"transform":{"type":"scalar"},"locs":[{"a":82,"b":95}]},{"name":"rule","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":131}]}],"statement":"update retention_run set finished_at = :now!, erased = :erased!, oldest_seconds = :oldestSeconds::float8::bigint\nwhere rule = :rule!"};

/**
 * Query generated from SQL:
 * ```
 * update retention_run set finished_at = :now!, erased = :erased!, oldest_seconds = :oldestSeconds::float8::bigint
 * where rule = :rule!
 * ```
 */
export const finishRun = new PreparedQuery<IFinishRunParams,IFinishRunResult>(finishRunIR);


/** 'FailRun' parameters type */
export interface IFailRunParams {
  fault: string;
  rule: string;
}

/** 'FailRun' return type */
export type IFailRunResult = void;

/** 'FailRun' query type */
export interface IFailRunQuery {
  params: IFailRunParams;
  result: IFailRunResult;
}

const failRunIR: any = {"usedParamSet":{"fault":true,"rule":true},"params":[{"name":"fault","required":true,"transform":{"type":"scalar"},"locs":[{"a":33,"b":39}]},{"name":"rule","required":true,"transform":{"type":"scalar"},"locs":[{"a":54,"b":59}]}],"statement":"update retention_run set fault = :fault! where rule = :rule!"};

/**
 * Query generated from SQL:
 * ```
 * update retention_run set fault = :fault! where rule = :rule!
 * ```
 */
export const failRun = new PreparedQuery<IFailRunParams,IFailRunResult>(failRunIR);


/** 'FindRuns' parameters type */
export type IFindRunsParams = void;

/** 'FindRuns' return type */
export interface IFindRunsResult {
  /** Null for a rule that has never run. */
  begunAt: Date | null;
  /** Rows that the last run has erased that came to its end. */
  erased: number;
  /** Why the last run did not come to its end, without any address. */
  fault: string | null;
  /** When it last ran to its end; a run that fails later leaves it. */
  finishedAt: Date | null;
  knownSince: Date;
  oldestSeconds: number | null;
  rule: string;
}

/** 'FindRuns' query type */
export interface IFindRunsQuery {
  params: IFindRunsParams;
  result: IFindRunsResult;
}

const findRunsIR: any = {"usedParamSet":{},"params":[],"statement":"select rule, known_since, begun_at, finished_at, erased, oldest_seconds::float8 as oldest_seconds, fault\nfrom retention_run"};

/**
 * Query generated from SQL:
 * ```
 * select rule, known_since, begun_at, finished_at, erased, oldest_seconds::float8 as oldest_seconds, fault
 * from retention_run
 * ```
 */
export const findRuns = new PreparedQuery<IFindRunsParams,IFindRunsResult>(findRunsIR);


/** 'EnqueueRun' parameters type */
export interface IEnqueueRunParams {
  job: string;
}

/** 'EnqueueRun' return type */
export interface IEnqueueRunResult {
  enqueued: boolean | null;
}

/** 'EnqueueRun' query type */
export interface IEnqueueRunQuery {
  params: IEnqueueRunParams;
  result: IEnqueueRunResult;
}

const enqueueRunIR: any = {"usedParamSet":{"job":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":31,"b":35},{"a":49,"b":53}]}],"statement":"select graphile_worker.add_job(:job!, job_key := :job!, job_key_mode := 'unsafe_dedupe') is not null as enqueued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(:job!, job_key := :job!, job_key_mode := 'unsafe_dedupe') is not null as enqueued
 * ```
 */
export const enqueueRun = new PreparedQuery<IEnqueueRunParams,IEnqueueRunResult>(enqueueRunIR);


/** 'FindColumns' parameters type */
export type IFindColumnsParams = void;

/** 'FindColumns' return type */
export interface IFindColumnsResult {
  isEnum: boolean;
  name: string;
  type: string;
}

/** 'FindColumns' query type */
export interface IFindColumnsQuery {
  params: IFindColumnsParams;
  result: IFindColumnsResult;
}

const findColumnsIR: any = {"usedParamSet":{},"params":[],"statement":"select case n.nspname when 'public' then c.relname else n.nspname || '.' || replace(c.relname, '_private_', '') end\n         || '.' || a.attname as \"name!\",\n       format_type(coalesce(nullif(t.typelem, 0), t.oid), null) as \"type!\",\n       coalesce(element.typtype, t.typtype) = 'e' as \"isEnum!\"\nfrom pg_attribute a\njoin pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'm', 'f')\njoin pg_namespace n on n.oid = c.relnamespace\njoin pg_type t on t.oid = a.atttypid\nleft join pg_type element on element.oid = nullif(t.typelem, 0)\nwhere a.attnum > 0 and not a.attisdropped\n  and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg\\_temp\\_%'\norder by 1"};

/**
 * Query generated from SQL:
 * ```
 * select case n.nspname when 'public' then c.relname else n.nspname || '.' || replace(c.relname, '_private_', '') end
 *          || '.' || a.attname as "name!",
 *        format_type(coalesce(nullif(t.typelem, 0), t.oid), null) as "type!",
 *        coalesce(element.typtype, t.typtype) = 'e' as "isEnum!"
 * from pg_attribute a
 * join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p', 'm', 'f')
 * join pg_namespace n on n.oid = c.relnamespace
 * join pg_type t on t.oid = a.atttypid
 * left join pg_type element on element.oid = nullif(t.typelem, 0)
 * where a.attnum > 0 and not a.attisdropped
 *   and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg\_temp\_%'
 * order by 1
 * ```
 */
export const findColumns = new PreparedQuery<IFindColumnsParams,IFindColumnsResult>(findColumnsIR);


/** 'FindRewrites' parameters type */
export type IFindRewritesParams = void;

/** 'FindRewrites' return type */
export interface IFindRewritesResult {
  bytes: number;
  changes: number | null;
  deleted: number;
  /** Why the last try left erased rows in the file; null for none. */
  fault: string | null;
  name: string;
  quoted: string;
  rewrittenAt: Date | null;
  triedAt: Date | null;
  updated: number;
}

/** 'FindRewrites' query type */
export interface IFindRewritesQuery {
  params: IFindRewritesParams;
  result: IFindRewritesResult;
}

const findRewritesIR: any = {"usedParamSet":{},"params":[],"statement":"select named.name as \"name!\", format('%I.%I', s.schemaname, s.relname) as \"quoted!\",\n       s.n_tup_del::float8 as \"deleted!\", s.n_tup_upd::float8 as \"updated!\",\n       pg_total_relation_size(s.relid)::float8 as \"bytes!\",\n       r.changes::float8 as \"changes?\", r.tried_at as \"triedAt?\", r.rewritten_at as \"rewrittenAt?\", r.fault as \"fault?\"\nfrom pg_stat_user_tables s\ncross join lateral (\n  select case s.schemaname when 'public' then s.relname\n         else s.schemaname || '.' || replace(s.relname, '_private_', '') end as name\n) named\nleft join table_rewrite r on r.name = named.name\norder by 1"};

/**
 * Query generated from SQL:
 * ```
 * select named.name as "name!", format('%I.%I', s.schemaname, s.relname) as "quoted!",
 *        s.n_tup_del::float8 as "deleted!", s.n_tup_upd::float8 as "updated!",
 *        pg_total_relation_size(s.relid)::float8 as "bytes!",
 *        r.changes::float8 as "changes?", r.tried_at as "triedAt?", r.rewritten_at as "rewrittenAt?", r.fault as "fault?"
 * from pg_stat_user_tables s
 * cross join lateral (
 *   select case s.schemaname when 'public' then s.relname
 *          else s.schemaname || '.' || replace(s.relname, '_private_', '') end as name
 * ) named
 * left join table_rewrite r on r.name = named.name
 * order by 1
 * ```
 */
export const findRewrites = new PreparedQuery<IFindRewritesParams,IFindRewritesResult>(findRewritesIR);


/** 'NoteRewrite' parameters type */
export interface INoteRewriteParams {
  changes: number;
  fault?: string | null | void;
  name: string;
  now: Date;
}

/** 'NoteRewrite' return type */
export type INoteRewriteResult = void;

/** 'NoteRewrite' query type */
export interface INoteRewriteQuery {
  params: INoteRewriteParams;
  result: INoteRewriteResult;
}

const noteRewriteIR: any = {"usedParamSet":{"name":true,"changes":true,"now":true,"fault":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":86}]},{"name":"changes","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":97}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":116,"b":120},{"a":159,"b":163}]},{"name":"fault","required":false,"transform":{"type":"scalar"},"locs":[{"a":133,"b":138},{"a":183,"b":188},{"a":246,"b":251}]}],"statement":"insert into table_rewrite (name, changes, tried_at, rewritten_at, fault)\nvalues (:name!, :changes!::float8::bigint, :now!, case when :fault::text is null then :now!::timestamptz end, :fault)\non conflict (name) do update set\n  changes = case when :fault::text is null then excluded.changes else table_rewrite.changes end,\n  tried_at = excluded.tried_at,\n  rewritten_at = coalesce(excluded.rewritten_at, table_rewrite.rewritten_at),\n  fault = excluded.fault"};

/**
 * Query generated from SQL:
 * ```
 * insert into table_rewrite (name, changes, tried_at, rewritten_at, fault)
 * values (:name!, :changes!::float8::bigint, :now!, case when :fault::text is null then :now!::timestamptz end, :fault)
 * on conflict (name) do update set
 *   changes = case when :fault::text is null then excluded.changes else table_rewrite.changes end,
 *   tried_at = excluded.tried_at,
 *   rewritten_at = coalesce(excluded.rewritten_at, table_rewrite.rewritten_at),
 *   fault = excluded.fault
 * ```
 */
export const noteRewrite = new PreparedQuery<INoteRewriteParams,INoteRewriteResult>(noteRewriteIR);
