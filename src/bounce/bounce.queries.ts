/** Types generated for queries found in "sql/queries/bounce.sql" */
import { PreparedQuery } from '../platform/database/prepared-query.js';

export type counted_bounce = 'complaint' | 'full' | 'hard' | 'soft' | 'unknown';

export type report_fate = 'counted' | 'gone' | 'repeated' | 'unowned';

export type report_kind = 'auto-reply' | 'complaint' | 'delayed' | 'full' | 'hard' | 'policy' | 'soft' | 'unknown' | 'unsubscribe';

export type suppression_reason = 'complaint' | 'hard_bounce' | 'import' | 'reader' | 'soft_bounces';

export type unread_kind = 'unknown' | 'unsubscribe';

export type BufferArray = (Buffer)[];

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'AddReports' parameters type */
export interface IAddReportsParams {
  identities: BufferArray;
  now: Date;
}

/** 'AddReports' return type */
export interface IAddReportsResult {
  /** A keyed hash over reader, issue and report: it names nobody. */
  identity: Buffer;
}

/** 'AddReports' query type */
export interface IAddReportsQuery {
  params: IAddReportsParams;
  result: IAddReportsResult;
}

const addReportsIR: any = {"usedParamSet":{"now":true,"identities":true},"params":[{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":63,"b":67}]},{"name":"identities","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":92}]}],"statement":"insert into bounce_report (identity, read_at)\nselect identity, :now! from unnest(:identities!::bytea[]) as identity order by identity\non conflict do nothing\nreturning identity"};

/**
 * Query generated from SQL:
 * ```
 * insert into bounce_report (identity, read_at)
 * select identity, :now! from unnest(:identities!::bytea[]) as identity order by identity
 * on conflict do nothing
 * returning identity
 * ```
 */
export const addReports = new PreparedQuery<IAddReportsParams,IAddReportsResult>(addReportsIR);


/** 'AddBounces' parameters type */
export interface IAddBouncesParams {
  day: string;
  ids: stringArray;
  issues: numberArray;
  kinds: stringArray;
}

/** 'AddBounces' return type */
export interface IAddBouncesResult {
  issueNumber: number;
  kind: counted_bounce;
}

/** 'AddBounces' query type */
export interface IAddBouncesQuery {
  params: IAddBouncesParams;
  result: IAddBouncesResult;
}

const addBouncesIR: any = {"usedParamSet":{"day":true,"ids":true,"issues":true,"kinds":true},"params":[{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":88,"b":92}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":147,"b":151}]},{"name":"issues","required":true,"transform":{"type":"scalar"},"locs":[{"a":162,"b":169}]},{"name":"kinds","required":true,"transform":{"type":"scalar"},"locs":[{"a":179,"b":185}]}],"statement":"insert into bounce as b (subscriber_id, issue_number, day, kind)\nselect r.id, r.number, :day!::text::date, max(r.kind::counted_bounce)\nfrom unnest(:ids!::uuid[], :issues!::int[], :kinds!::text[]) as r (id, number, kind)\ngroup by r.id, r.number order by r.id, r.number\non conflict (subscriber_id, issue_number, day) do update set kind = excluded.kind where b.kind < excluded.kind\nreturning issue_number, kind"};

/**
 * Query generated from SQL:
 * ```
 * insert into bounce as b (subscriber_id, issue_number, day, kind)
 * select r.id, r.number, :day!::text::date, max(r.kind::counted_bounce)
 * from unnest(:ids!::uuid[], :issues!::int[], :kinds!::text[]) as r (id, number, kind)
 * group by r.id, r.number order by r.id, r.number
 * on conflict (subscriber_id, issue_number, day) do update set kind = excluded.kind where b.kind < excluded.kind
 * returning issue_number, kind
 * ```
 */
export const addBounces = new PreparedQuery<IAddBouncesParams,IAddBouncesResult>(addBouncesIR);


/** 'AddCounts' parameters type */
export interface IAddCountsParams {
  day: string;
  fates: stringArray;
  issues: numberArray;
  kinds: stringArray;
}

/** 'AddCounts' return type */
export type IAddCountsResult = void;

/** 'AddCounts' query type */
export interface IAddCountsQuery {
  params: IAddCountsParams;
  result: IAddCountsResult;
}

const addCountsIR: any = {"usedParamSet":{"day":true,"issues":true,"kinds":true,"fates":true},"params":[{"name":"day","required":true,"transform":{"type":"scalar"},"locs":[{"a":76,"b":80}]},{"name":"issues","required":true,"transform":{"type":"scalar"},"locs":[{"a":168,"b":175}]},{"name":"kinds","required":true,"transform":{"type":"scalar"},"locs":[{"a":185,"b":191}]},{"name":"fates","required":true,"transform":{"type":"scalar"},"locs":[{"a":202,"b":208}]}],"statement":"insert into bounce_count as c (day, issue_number, kind, fate, count)\nselect :day!::text::date, r.number, r.kind::report_kind, r.fate::report_fate, count(*)\nfrom unnest(:issues!::int[], :kinds!::text[], :fates!::text[]) as r (number, kind, fate)\ngroup by 2, 3, 4 order by 2, 3, 4\non conflict (day, issue_number, kind, fate) do update set count = c.count + excluded.count"};

/**
 * Query generated from SQL:
 * ```
 * insert into bounce_count as c (day, issue_number, kind, fate, count)
 * select :day!::text::date, r.number, r.kind::report_kind, r.fate::report_fate, count(*)
 * from unnest(:issues!::int[], :kinds!::text[], :fates!::text[]) as r (number, kind, fate)
 * group by 2, 3, 4 order by 2, 3, 4
 * on conflict (day, issue_number, kind, fate) do update set count = c.count + excluded.count
 * ```
 */
export const addCounts = new PreparedQuery<IAddCountsParams,IAddCountsResult>(addCountsIR);


/** 'AddDomains' parameters type */
export interface IAddDomainsParams {
  counts: numberArray;
  ids: stringArray;
  indexes: BufferArray;
  kinds: stringArray;
  sealed: BufferArray;
  week: string;
}

/** 'AddDomains' return type */
export type IAddDomainsResult = void;

/** 'AddDomains' query type */
export interface IAddDomainsQuery {
  params: IAddDomainsParams;
  result: IAddDomainsResult;
}

const addDomainsIR: any = {"usedParamSet":{"week":true,"ids":true,"indexes":true,"kinds":true,"sealed":true,"counts":true},"params":[{"name":"week","required":true,"transform":{"type":"scalar"},"locs":[{"a":113,"b":118}]},{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":187,"b":191}]},{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":202,"b":210}]},{"name":"kinds","required":true,"transform":{"type":"scalar"},"locs":[{"a":222,"b":228}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":239,"b":246}]},{"name":"counts","required":true,"transform":{"type":"scalar"},"locs":[{"a":258,"b":265}]}],"statement":"insert into bounce_domain as d (id, domain_index, week, kind, domain_sealed, count)\nselect r.id, r.domain_index, :week!::text::date, r.kind::counted_bounce, r.sealed, r.count\nfrom unnest(:ids!::uuid[], :indexes!::bytea[], :kinds!::text[], :sealed!::bytea[], :counts!::int[])\n  as r (id, domain_index, kind, sealed, count)\norder by 2, 4\non conflict (domain_index, week, kind) do update set count = d.count + excluded.count"};

/**
 * Query generated from SQL:
 * ```
 * insert into bounce_domain as d (id, domain_index, week, kind, domain_sealed, count)
 * select r.id, r.domain_index, :week!::text::date, r.kind::counted_bounce, r.sealed, r.count
 * from unnest(:ids!::uuid[], :indexes!::bytea[], :kinds!::text[], :sealed!::bytea[], :counts!::int[])
 *   as r (id, domain_index, kind, sealed, count)
 * order by 2, 4
 * on conflict (domain_index, week, kind) do update set count = d.count + excluded.count
 * ```
 */
export const addDomains = new PreparedQuery<IAddDomainsParams,IAddDomainsResult>(addDomainsIR);


/** 'FindDue' parameters type */
export interface IFindDueParams {
  held: numberArray;
  ids?: stringArray | null | void;
  issues: number;
  limit: number;
  since: string;
  times: number;
}

/** 'FindDue' return type */
export interface IFindDueResult {
  reason: suppression_reason;
  subscriberId: string;
}

/** 'FindDue' query type */
export interface IFindDueQuery {
  params: IFindDueParams;
  result: IFindDueResult;
}

const findDueIR: any = {"usedParamSet":{"held":true,"ids":true,"since":true,"times":true,"issues":true,"limit":true},"params":[{"name":"held","required":true,"transform":{"type":"scalar"},"locs":[{"a":134,"b":139},{"a":406,"b":411}]},{"name":"ids","required":false,"transform":{"type":"scalar"},"locs":[{"a":247,"b":250},{"a":292,"b":295}]},{"name":"since","required":true,"transform":{"type":"scalar"},"locs":[{"a":457,"b":463},{"a":553,"b":559}]},{"name":"times","required":true,"transform":{"type":"scalar"},"locs":[{"a":481,"b":487}]},{"name":"issues","required":true,"transform":{"type":"scalar"},"locs":[{"a":577,"b":584}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":599,"b":605}]}],"statement":"select subscriber_id, (case\n  when bool_or(kind = 'complaint') then 'complaint'\n  when bool_or(kind = 'hard' and issue_number <> all (:held!::int[])) then 'hard_bounce'\n  else 'soft_bounces'\nend)::suppression_reason as \"reason!\"\nfrom bounce\nwhere :ids::uuid[] is null or subscriber_id = any (:ids)\ngroup by subscriber_id\nhaving bool_or(kind = 'complaint') or bool_or(kind = 'hard' and issue_number <> all (:held!::int[]))\n  or (count(*) filter (where day > :since!::text::date) >= :times!::int\n      and count(distinct issue_number) filter (where day > :since!::text::date) >= :issues!::int)\nlimit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select subscriber_id, (case
 *   when bool_or(kind = 'complaint') then 'complaint'
 *   when bool_or(kind = 'hard' and issue_number <> all (:held!::int[])) then 'hard_bounce'
 *   else 'soft_bounces'
 * end)::suppression_reason as "reason!"
 * from bounce
 * where :ids::uuid[] is null or subscriber_id = any (:ids)
 * group by subscriber_id
 * having bool_or(kind = 'complaint') or bool_or(kind = 'hard' and issue_number <> all (:held!::int[]))
 *   or (count(*) filter (where day > :since!::text::date) >= :times!::int
 *       and count(distinct issue_number) filter (where day > :since!::text::date) >= :issues!::int)
 * limit (:limit!)::int
 * ```
 */
export const findDue = new PreparedQuery<IFindDueParams,IFindDueResult>(findDueIR);


/** 'ListIssuesWithHard' parameters type */
export type IListIssuesWithHardParams = void;

/** 'ListIssuesWithHard' return type */
export interface IListIssuesWithHardResult {
  issueNumber: number;
}

/** 'ListIssuesWithHard' query type */
export interface IListIssuesWithHardQuery {
  params: IListIssuesWithHardParams;
  result: IListIssuesWithHardResult;
}

const listIssuesWithHardIR: any = {"usedParamSet":{},"params":[],"statement":"select distinct issue_number from bounce where kind = 'hard'"};

/**
 * Query generated from SQL:
 * ```
 * select distinct issue_number from bounce where kind = 'hard'
 * ```
 */
export const listIssuesWithHard = new PreparedQuery<IListIssuesWithHardParams,IListIssuesWithHardResult>(listIssuesWithHardIR);


/** 'CountHeld' parameters type */
export interface ICountHeldParams {
  issues: numberArray;
}

/** 'CountHeld' return type */
export interface ICountHeldResult {
  issueNumber: number;
  readers: number;
}

/** 'CountHeld' query type */
export interface ICountHeldQuery {
  params: ICountHeldParams;
  result: ICountHeldResult;
}

const countHeldIR: any = {"usedParamSet":{"issues":true},"params":[{"name":"issues","required":true,"transform":{"type":"scalar"},"locs":[{"a":105,"b":112}]}],"statement":"select issue_number, count(*)::int as \"readers!\" from bounce\nwhere kind = 'hard' and issue_number = any (:issues!::int[])\ngroup by issue_number order by issue_number desc"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number, count(*)::int as "readers!" from bounce
 * where kind = 'hard' and issue_number = any (:issues!::int[])
 * group by issue_number order by issue_number desc
 * ```
 */
export const countHeld = new PreparedQuery<ICountHeldParams,ICountHeldResult>(countHeldIR);


/** 'ForgiveHard' parameters type */
export interface IForgiveHardParams {
  issue: number;
}

/** 'ForgiveHard' return type */
export interface IForgiveHardResult {
  subscriberId: string;
}

/** 'ForgiveHard' query type */
export interface IForgiveHardQuery {
  params: IForgiveHardParams;
  result: IForgiveHardResult;
}

const forgiveHardIR: any = {"usedParamSet":{"issue":true},"params":[{"name":"issue","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":59}]}],"statement":"update bounce set kind = 'soft' where issue_number = :issue! and kind = 'hard' returning subscriber_id"};

/**
 * Query generated from SQL:
 * ```
 * update bounce set kind = 'soft' where issue_number = :issue! and kind = 'hard' returning subscriber_id
 * ```
 */
export const forgiveHard = new PreparedQuery<IForgiveHardParams,IForgiveHardResult>(forgiveHardIR);


/** 'FindBouncesOf' parameters type */
export interface IFindBouncesOfParams {
  ids: stringArray;
}

/** 'FindBouncesOf' return type */
export interface IFindBouncesOfResult {
  day: string;
  issueNumber: number;
  kind: counted_bounce;
}

/** 'FindBouncesOf' query type */
export interface IFindBouncesOfQuery {
  params: IFindBouncesOfParams;
  result: IFindBouncesOfResult;
}

const findBouncesOfIR: any = {"usedParamSet":{"ids":true},"params":[{"name":"ids","required":true,"transform":{"type":"scalar"},"locs":[{"a":86,"b":90}]}],"statement":"select issue_number, day::text as \"day!\", kind from bounce where subscriber_id = any (:ids!::uuid[])\norder by day, issue_number"};

/**
 * Query generated from SQL:
 * ```
 * select issue_number, day::text as "day!", kind from bounce where subscriber_id = any (:ids!::uuid[])
 * order by day, issue_number
 * ```
 */
export const findBouncesOf = new PreparedQuery<IFindBouncesOfParams,IFindBouncesOfResult>(findBouncesOfIR);


/** 'CountReports' parameters type */
export interface ICountReportsParams {
  since: string;
}

/** 'CountReports' return type */
export interface ICountReportsResult {
  count: number;
  day: string;
  fate: report_fate;
  kind: report_kind;
}

/** 'CountReports' query type */
export interface ICountReportsQuery {
  params: ICountReportsParams;
  result: ICountReportsResult;
}

const countReportsIR: any = {"usedParamSet":{"since":true},"params":[{"name":"since","required":true,"transform":{"type":"scalar"},"locs":[{"a":99,"b":105}]}],"statement":"select day::text as \"day!\", kind, fate, sum(count)::int as \"count!\" from bounce_count\nwhere day >= :since!::text::date group by day, kind, fate order by day"};

/**
 * Query generated from SQL:
 * ```
 * select day::text as "day!", kind, fate, sum(count)::int as "count!" from bounce_count
 * where day >= :since!::text::date group by day, kind, fate order by day
 * ```
 */
export const countReports = new PreparedQuery<ICountReportsParams,ICountReportsResult>(countReportsIR);


/** 'CountReportsOfIssue' parameters type */
export interface ICountReportsOfIssueParams {
  issue: number;
}

/** 'CountReportsOfIssue' return type */
export interface ICountReportsOfIssueResult {
  count: number;
  kind: report_kind;
}

/** 'CountReportsOfIssue' query type */
export interface ICountReportsOfIssueQuery {
  params: ICountReportsOfIssueParams;
  result: ICountReportsOfIssueResult;
}

const countReportsOfIssueIR: any = {"usedParamSet":{"issue":true},"params":[{"name":"issue","required":true,"transform":{"type":"scalar"},"locs":[{"a":80,"b":86}]}],"statement":"select kind, sum(count)::int as \"count!\" from bounce_count\nwhere issue_number = :issue! and fate in ('counted', 'gone') group by kind"};

/**
 * Query generated from SQL:
 * ```
 * select kind, sum(count)::int as "count!" from bounce_count
 * where issue_number = :issue! and fate in ('counted', 'gone') group by kind
 * ```
 */
export const countReportsOfIssue = new PreparedQuery<ICountReportsOfIssueParams,ICountReportsOfIssueResult>(countReportsOfIssueIR);


/** 'ListDomains' parameters type */
export interface IListDomainsParams {
  fewest: number;
  since: string;
}

/** 'ListDomains' return type */
export interface IListDomainsResult {
  complaints: number;
  count: number;
  domainSealed: Buffer;
  hard: number;
  id: string;
}

/** 'ListDomains' query type */
export interface IListDomainsQuery {
  params: IListDomainsParams;
  result: IListDomainsResult;
}

const listDomainsIR: any = {"usedParamSet":{"since":true,"fewest":true},"params":[{"name":"since","required":true,"transform":{"type":"scalar"},"locs":[{"a":336,"b":342}]},{"name":"fewest","required":true,"transform":{"type":"scalar"},"locs":[{"a":399,"b":406}]}],"statement":"select (array_agg(id order by id))[1] as \"id!\", (array_agg(domain_sealed order by id))[1] as \"domainSealed!\",\n       sum(count)::int as \"count!\", coalesce(sum(count) filter (where kind = 'hard'), 0)::int as \"hard!\",\n       coalesce(sum(count) filter (where kind = 'complaint'), 0)::int as \"complaints!\"\nfrom bounce_domain where week >= :since!::text::date\ngroup by domain_index having sum(count) >= :fewest!::int\norder by 3 desc limit 20"};

/**
 * Query generated from SQL:
 * ```
 * select (array_agg(id order by id))[1] as "id!", (array_agg(domain_sealed order by id))[1] as "domainSealed!",
 *        sum(count)::int as "count!", coalesce(sum(count) filter (where kind = 'hard'), 0)::int as "hard!",
 *        coalesce(sum(count) filter (where kind = 'complaint'), 0)::int as "complaints!"
 * from bounce_domain where week >= :since!::text::date
 * group by domain_index having sum(count) >= :fewest!::int
 * order by 3 desc limit 20
 * ```
 */
export const listDomains = new PreparedQuery<IListDomainsParams,IListDomainsResult>(listDomainsIR);


/** 'KeepUnread' parameters type */
export interface IKeepUnreadParams {
  id: string;
  identity: Buffer;
  kind: unread_kind;
  most: number;
  now: Date;
  sealed: Buffer;
  size: number;
}

/** 'KeepUnread' return type */
export interface IKeepUnreadResult {
  id: string;
}

/** 'KeepUnread' query type */
export interface IKeepUnreadQuery {
  params: IKeepUnreadParams;
  result: IKeepUnreadResult;
}

const keepUnreadIR: any = {"usedParamSet":{"id":true,"identity":true,"kind":true,"sealed":true,"size":true,"now":true,"most":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":79,"b":82}]},{"name":"identity","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":94}]},{"name":"kind","required":true,"transform":{"type":"scalar"},"locs":[{"a":97,"b":102},{"a":195,"b":200}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":118,"b":125}]},{"name":"size","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":133}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":136,"b":140}]},{"name":"most","required":true,"transform":{"type":"scalar"},"locs":[{"a":218,"b":223}]}],"statement":"insert into unread_mail (id, identity, kind, sealed, size, received_at)\nselect :id!, :identity!, :kind!::unread_kind, :sealed!, :size!, :now!\nwhere (select count(*) from unread_mail where kind = :kind!::unread_kind) < :most!::int\non conflict (identity) do update set size = excluded.size\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into unread_mail (id, identity, kind, sealed, size, received_at)
 * select :id!, :identity!, :kind!::unread_kind, :sealed!, :size!, :now!
 * where (select count(*) from unread_mail where kind = :kind!::unread_kind) < :most!::int
 * on conflict (identity) do update set size = excluded.size
 * returning id
 * ```
 */
export const keepUnread = new PreparedQuery<IKeepUnreadParams,IKeepUnreadResult>(keepUnreadIR);


/** 'FindWaiting' parameters type */
export interface IFindWaitingParams {
  since: Date;
}

/** 'FindWaiting' return type */
export interface IFindWaitingResult {
  count: number;
  doors: Json;
  oldestAt: Date | null;
  unsubscribes: number;
  withHard: numberArray;
}

/** 'FindWaiting' query type */
export interface IFindWaitingQuery {
  params: IFindWaitingParams;
  result: IFindWaitingResult;
}

const findWaitingIR: any = {"usedParamSet":{"since":true},"params":[{"name":"since","required":true,"transform":{"type":"scalar"},"locs":[{"a":586,"b":592}]}],"statement":"select mails.*, hard.*, doors.* from (\n  select count(*)::int as \"count!\", count(*) filter (where kind = 'unsubscribe')::int as \"unsubscribes!\",\n         min(received_at) as \"oldestAt\"\n  from unread_mail\n) as mails, (\n  select coalesce(array_agg(distinct issue_number), '{}') as \"withHard!\" from bounce where kind = 'hard'\n) as hard, (\n  select coalesce(json_agg(json_build_object('name', name, 'fault', fault, 'unread', unread, 'notedAt', noted_at,\n           'readAt', read_at, 'oldestUnreadAt', oldest_unread_at) order by name), '[]') as \"doors!\"\n  from bounce_door where noted_at > :since!\n) as doors"};

/**
 * Query generated from SQL:
 * ```
 * select mails.*, hard.*, doors.* from (
 *   select count(*)::int as "count!", count(*) filter (where kind = 'unsubscribe')::int as "unsubscribes!",
 *          min(received_at) as "oldestAt"
 *   from unread_mail
 * ) as mails, (
 *   select coalesce(array_agg(distinct issue_number), '{}') as "withHard!" from bounce where kind = 'hard'
 * ) as hard, (
 *   select coalesce(json_agg(json_build_object('name', name, 'fault', fault, 'unread', unread, 'notedAt', noted_at,
 *            'readAt', read_at, 'oldestUnreadAt', oldest_unread_at) order by name), '[]') as "doors!"
 *   from bounce_door where noted_at > :since!
 * ) as doors
 * ```
 */
export const findWaiting = new PreparedQuery<IFindWaitingParams,IFindWaitingResult>(findWaitingIR);


/** 'ListUnread' parameters type */
export interface IListUnreadParams {
  limit: number;
}

/** 'ListUnread' return type */
export interface IListUnreadResult {
  id: string;
  /** unsubscribe: a wish to leave without a token, which anybody could have written. */
  kind: unread_kind;
  receivedAt: Date;
  size: number;
}

/** 'ListUnread' query type */
export interface IListUnreadQuery {
  params: IListUnreadParams;
  result: IListUnreadResult;
}

const listUnreadIR: any = {"usedParamSet":{"limit":true},"params":[{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":101}]}],"statement":"select id, kind, size, received_at from unread_mail order by kind desc, received_at, id limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id, kind, size, received_at from unread_mail order by kind desc, received_at, id limit (:limit!)::int
 * ```
 */
export const listUnread = new PreparedQuery<IListUnreadParams,IListUnreadResult>(listUnreadIR);


/** 'FindUnread' parameters type */
export interface IFindUnreadParams {
  id: string;
}

/** 'FindUnread' return type */
export interface IFindUnreadResult {
  id: string;
  /** unsubscribe: a wish to leave without a token, which anybody could have written. */
  kind: unread_kind;
  receivedAt: Date;
  sealed: Buffer;
  size: number;
}

/** 'FindUnread' query type */
export interface IFindUnreadQuery {
  params: IFindUnreadParams;
  result: IFindUnreadResult;
}

const findUnreadIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":71,"b":74}]}],"statement":"select id, kind, sealed, size, received_at from unread_mail where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select id, kind, sealed, size, received_at from unread_mail where id = :id!
 * ```
 */
export const findUnread = new PreparedQuery<IFindUnreadParams,IFindUnreadResult>(findUnreadIR);


/** 'HoldUnread' parameters type */
export interface IHoldUnreadParams {
  id: string;
}

/** 'HoldUnread' return type */
export interface IHoldUnreadResult {
  id: string;
}

/** 'HoldUnread' query type */
export interface IHoldUnreadQuery {
  params: IHoldUnreadParams;
  result: IHoldUnreadResult;
}

const holdUnreadIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":38,"b":41}]}],"statement":"select id from unread_mail where id = :id! for update"};

/**
 * Query generated from SQL:
 * ```
 * select id from unread_mail where id = :id! for update
 * ```
 */
export const holdUnread = new PreparedQuery<IHoldUnreadParams,IHoldUnreadResult>(holdUnreadIR);


/** 'DropUnread' parameters type */
export interface IDropUnreadParams {
  id: string;
}

/** 'DropUnread' return type */
export interface IDropUnreadResult {
  id: string;
}

/** 'DropUnread' query type */
export interface IDropUnreadQuery {
  params: IDropUnreadParams;
  result: IDropUnreadResult;
}

const dropUnreadIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":35,"b":38}]}],"statement":"delete from unread_mail where id = :id! returning id"};

/**
 * Query generated from SQL:
 * ```
 * delete from unread_mail where id = :id! returning id
 * ```
 */
export const dropUnread = new PreparedQuery<IDropUnreadParams,IDropUnreadResult>(dropUnreadIR);


/** 'NoteDoor' parameters type */
export interface INoteDoorParams {
  fault?: string | null | void;
  name: string;
  now: Date;
  oldestUnreadAt?: Date | null | void;
  readAt?: Date | null | void;
  unread?: number | null | void;
}

/** 'NoteDoor' return type */
export type INoteDoorResult = void;

/** 'NoteDoor' query type */
export interface INoteDoorQuery {
  params: INoteDoorParams;
  result: INoteDoorResult;
}

const noteDoorIR: any = {"usedParamSet":{"name":true,"fault":true,"unread":true,"oldestUnreadAt":true,"readAt":true,"now":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":96}]},{"name":"fault","required":false,"transform":{"type":"scalar"},"locs":[{"a":99,"b":104}]},{"name":"unread","required":false,"transform":{"type":"scalar"},"locs":[{"a":107,"b":113}]},{"name":"oldestUnreadAt","required":false,"transform":{"type":"scalar"},"locs":[{"a":116,"b":130}]},{"name":"readAt","required":false,"transform":{"type":"scalar"},"locs":[{"a":133,"b":139}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":142,"b":146}]}],"statement":"insert into bounce_door (name, fault, unread, oldest_unread_at, read_at, noted_at)\nvalues (:name!, :fault, :unread, :oldestUnreadAt, :readAt, :now!)\non conflict (name) do update\nset fault = excluded.fault, unread = excluded.unread, oldest_unread_at = excluded.oldest_unread_at,\n    read_at = coalesce(excluded.read_at, bounce_door.read_at), noted_at = excluded.noted_at"};

/**
 * Query generated from SQL:
 * ```
 * insert into bounce_door (name, fault, unread, oldest_unread_at, read_at, noted_at)
 * values (:name!, :fault, :unread, :oldestUnreadAt, :readAt, :now!)
 * on conflict (name) do update
 * set fault = excluded.fault, unread = excluded.unread, oldest_unread_at = excluded.oldest_unread_at,
 *     read_at = coalesce(excluded.read_at, bounce_door.read_at), noted_at = excluded.noted_at
 * ```
 */
export const noteDoor = new PreparedQuery<INoteDoorParams,INoteDoorResult>(noteDoorIR);


/** 'NoteTakenDoor' parameters type */
export interface INoteTakenDoorParams {
  before: Date;
  fault: string;
  name: string;
  now: Date;
}

/** 'NoteTakenDoor' return type */
export type INoteTakenDoorResult = void;

/** 'NoteTakenDoor' query type */
export interface INoteTakenDoorQuery {
  params: INoteTakenDoorParams;
  result: INoteTakenDoorResult;
}

const noteTakenDoorIR: any = {"usedParamSet":{"name":true,"fault":true,"now":true,"before":true},"params":[{"name":"name","required":true,"transform":{"type":"scalar"},"locs":[{"a":56,"b":61}]},{"name":"fault","required":true,"transform":{"type":"scalar"},"locs":[{"a":64,"b":70}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":77}]},{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":228,"b":235}]}],"statement":"insert into bounce_door (name, fault, noted_at) values (:name!, :fault!, :now!)\non conflict (name) do update set fault = excluded.fault, noted_at = excluded.noted_at\nwhere bounce_door.fault is not null or bounce_door.noted_at < :before!"};

/**
 * Query generated from SQL:
 * ```
 * insert into bounce_door (name, fault, noted_at) values (:name!, :fault!, :now!)
 * on conflict (name) do update set fault = excluded.fault, noted_at = excluded.noted_at
 * where bounce_door.fault is not null or bounce_door.noted_at < :before!
 * ```
 */
export const noteTakenDoor = new PreparedQuery<INoteTakenDoorParams,INoteTakenDoorResult>(noteTakenDoorIR);


/** 'EraseBounces' parameters type */
export interface IEraseBouncesParams {
  before: string;
  limit: number;
}

/** 'EraseBounces' return type */
export interface IEraseBouncesResult {
  count: number;
}

/** 'EraseBounces' query type */
export interface IEraseBouncesQuery {
  params: IEraseBouncesParams;
  result: IEraseBouncesResult;
}

const eraseBouncesIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":103,"b":110}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":173,"b":179}]}],"statement":"with erased as (\n  delete from bounce where ctid = any (array(\n    select ctid from bounce where day < :before!::text::date and kind not in ('hard', 'complaint')\n    limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from bounce where ctid = any (array(
 *     select ctid from bounce where day < :before!::text::date and kind not in ('hard', 'complaint')
 *     limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseBounces = new PreparedQuery<IEraseBouncesParams,IEraseBouncesResult>(eraseBouncesIR);


/** 'EraseReports' parameters type */
export interface IEraseReportsParams {
  before: Date;
  limit: number;
}

/** 'EraseReports' return type */
export interface IEraseReportsResult {
  count: number;
}

/** 'EraseReports' query type */
export interface IEraseReportsQuery {
  params: IEraseReportsParams;
  result: IEraseReportsResult;
}

const eraseReportsIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":136}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":145,"b":151}]}],"statement":"with erased as (\n  delete from bounce_report where identity = any (array(\n    select identity from bounce_report where read_at < :before! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from bounce_report where identity = any (array(
 *     select identity from bounce_report where read_at < :before! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseReports = new PreparedQuery<IEraseReportsParams,IEraseReportsResult>(eraseReportsIR);


/** 'EraseDomains' parameters type */
export interface IEraseDomainsParams {
  before: string;
  limit: number;
}

/** 'EraseDomains' return type */
export interface IEraseDomainsResult {
  count: number;
}

/** 'EraseDomains' query type */
export interface IEraseDomainsQuery {
  params: IEraseDomainsParams;
  result: IEraseDomainsResult;
}

const eraseDomainsIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":114,"b":121}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":142,"b":148}]}],"statement":"with erased as (\n  delete from bounce_domain where id = any (array(\n    select id from bounce_domain where week < :before!::text::date limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from bounce_domain where id = any (array(
 *     select id from bounce_domain where week < :before!::text::date limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseDomains = new PreparedQuery<IEraseDomainsParams,IEraseDomainsResult>(eraseDomainsIR);


/** 'EraseUnread' parameters type */
export interface IEraseUnreadParams {
  before: Date;
  limit: number;
}

/** 'EraseUnread' return type */
export interface IEraseUnreadResult {
  count: number;
}

/** 'EraseUnread' query type */
export interface IEraseUnreadQuery {
  params: IEraseUnreadParams;
  result: IEraseUnreadResult;
}

const eraseUnreadIR: any = {"usedParamSet":{"before":true,"limit":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":117,"b":124}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":133,"b":139}]}],"statement":"with erased as (\n  delete from unread_mail where id = any (array(\n    select id from unread_mail where received_at < :before! limit (:limit!)::int for update skip locked\n  )) returning 1\n)\nselect count(*)::int as \"count!\" from erased"};

/**
 * Query generated from SQL:
 * ```
 * with erased as (
 *   delete from unread_mail where id = any (array(
 *     select id from unread_mail where received_at < :before! limit (:limit!)::int for update skip locked
 *   )) returning 1
 * )
 * select count(*)::int as "count!" from erased
 * ```
 */
export const eraseUnread = new PreparedQuery<IEraseUnreadParams,IEraseUnreadResult>(eraseUnreadIR);


/** 'FindOldest' parameters type */
export type IFindOldestParams = void;

/** 'FindOldest' return type */
export interface IFindOldestResult {
  bounce: string | null;
  domain: string | null;
  report: Date | null;
  unread: Date | null;
}

/** 'FindOldest' query type */
export interface IFindOldestQuery {
  params: IFindOldestParams;
  result: IFindOldestResult;
}

const findOldestIR: any = {"usedParamSet":{},"params":[],"statement":"select (select min(day) from bounce where kind not in ('hard', 'complaint'))::text as \"bounce?\",\n       (select min(read_at) from bounce_report) as \"report?\",\n       (select min(week) from bounce_domain)::text as \"domain?\",\n       (select min(received_at) from unread_mail) as \"unread?\""};

/**
 * Query generated from SQL:
 * ```
 * select (select min(day) from bounce where kind not in ('hard', 'complaint'))::text as "bounce?",
 *        (select min(read_at) from bounce_report) as "report?",
 *        (select min(week) from bounce_domain)::text as "domain?",
 *        (select min(received_at) from unread_mail) as "unread?"
 * ```
 */
export const findOldest = new PreparedQuery<IFindOldestParams,IFindOldestResult>(findOldestIR);


/** 'ListSealedVersions' parameters type */
export type IListSealedVersionsParams = void;

/** 'ListSealedVersions' return type */
export interface IListSealedVersionsResult {
  version: number;
}

/** 'ListSealedVersions' query type */
export interface IListSealedVersionsQuery {
  params: IListSealedVersionsParams;
  result: IListSealedVersionsResult;
}

const listSealedVersionsIR: any = {"usedParamSet":{},"params":[],"statement":"select distinct get_byte(sealed, 0) as \"version!\" from (\n  select sealed from unread_mail union all select domain_sealed from bounce_domain\n) as kept"};

/**
 * Query generated from SQL:
 * ```
 * select distinct get_byte(sealed, 0) as "version!" from (
 *   select sealed from unread_mail union all select domain_sealed from bounce_domain
 * ) as kept
 * ```
 */
export const listSealedVersions = new PreparedQuery<IListSealedVersionsParams,IListSealedVersionsResult>(listSealedVersionsIR);


/** 'FindSealedBounces' parameters type */
export interface IFindSealedBouncesParams {
  limit: number;
  version: number;
}

/** 'FindSealedBounces' return type */
export interface IFindSealedBouncesResult {
  addressSealed: Buffer;
  id: string;
}

/** 'FindSealedBounces' query type */
export interface IFindSealedBouncesQuery {
  params: IFindSealedBouncesParams;
  result: IFindSealedBouncesResult;
}

const findSealedBouncesIR: any = {"usedParamSet":{"version":true,"limit":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":196,"b":204}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":213,"b":219}]}],"statement":"select id as \"id!\", sealed as \"addressSealed!\" from (\n  select id, sealed from unread_mail union all select id, domain_sealed from bounce_domain\n) as kept (id, sealed)\nwhere get_byte(sealed, 0) = :version! limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id as "id!", sealed as "addressSealed!" from (
 *   select id, sealed from unread_mail union all select id, domain_sealed from bounce_domain
 * ) as kept (id, sealed)
 * where get_byte(sealed, 0) = :version! limit (:limit!)::int
 * ```
 */
export const findSealedBounces = new PreparedQuery<IFindSealedBouncesParams,IFindSealedBouncesResult>(findSealedBouncesIR);


/** 'CountSealedByVersion' parameters type */
export type ICountSealedByVersionParams = void;

/** 'CountSealedByVersion' return type */
export interface ICountSealedByVersionResult {
  count: number;
  version: number;
}

/** 'CountSealedByVersion' query type */
export interface ICountSealedByVersionQuery {
  params: ICountSealedByVersionParams;
  result: ICountSealedByVersionResult;
}

const countSealedByVersionIR: any = {"usedParamSet":{},"params":[],"statement":"select get_byte(sealed, 0) as \"version!\", count(*)::int as \"count!\" from (\n  select sealed from unread_mail union all select domain_sealed from bounce_domain\n) as kept group by 1"};

/**
 * Query generated from SQL:
 * ```
 * select get_byte(sealed, 0) as "version!", count(*)::int as "count!" from (
 *   select sealed from unread_mail union all select domain_sealed from bounce_domain
 * ) as kept group by 1
 * ```
 */
export const countSealedByVersion = new PreparedQuery<ICountSealedByVersionParams,ICountSealedByVersionResult>(countSealedByVersionIR);
