/** Types generated for queries found in "sql/queries/privacy/import.sql" */
import { PreparedQuery } from '../../platform/database/prepared-query.js';

export type import_kind = 'double' | 'invalid' | 'known' | 'new' | 'suppressed';

export type import_state = 'done' | 'failed' | 'read' | 'reading' | 'running' | 'submitted' | 'undoing' | 'undone' | 'uploaded' | 'uploading';

export type BufferArray = (Buffer)[];

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export type import_kindArray = (import_kind)[];

export type numberArray = (number)[];

export type stringArray = (string)[];

/** 'CreateImport' parameters type */
export interface ICreateImportParams {
  asks: boolean;
  editor?: string | null | void;
  fileMark?: Buffer | null | void;
  keyVersion: number;
  now: Date;
  options: string;
  state: import_state;
}

/** 'CreateImport' return type */
export interface ICreateImportResult {
  id: number;
}

/** 'CreateImport' query type */
export interface ICreateImportQuery {
  params: ICreateImportParams;
  result: ICreateImportResult;
}

const createImportIR: any = {"usedParamSet":{"state":true,"options":true,"fileMark":true,"keyVersion":true,"asks":true,"now":true,"editor":true},"params":[{"name":"state","required":true,"transform":{"type":"scalar"},"locs":[{"a":121,"b":127}]},{"name":"options","required":true,"transform":{"type":"scalar"},"locs":[{"a":130,"b":138}]},{"name":"fileMark","required":false,"transform":{"type":"scalar"},"locs":[{"a":154,"b":162}]},{"name":"keyVersion","required":true,"transform":{"type":"scalar"},"locs":[{"a":165,"b":176}]},{"name":"asks","required":true,"transform":{"type":"scalar"},"locs":[{"a":179,"b":184}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":187,"b":191},{"a":203,"b":207}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":194,"b":200}]}],"statement":"insert into subscriber_import (state, options, file_mark, key_version, asks, created_at, created_by, changed_at)\nvalues (:state!, :options!::text::jsonb, :fileMark, :keyVersion!, :asks!, :now!, :editor, :now!)\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * insert into subscriber_import (state, options, file_mark, key_version, asks, created_at, created_by, changed_at)
 * values (:state!, :options!::text::jsonb, :fileMark, :keyVersion!, :asks!, :now!, :editor, :now!)
 * returning id
 * ```
 */
export const createImport = new PreparedQuery<ICreateImportParams,ICreateImportResult>(createImportIR);


/** 'FindImport' parameters type */
export interface IFindImportParams {
  id: number;
}

/** 'FindImport' return type */
export interface IFindImportResult {
  added: number;
  approvedBy: string | null;
  /** Whether each address is asked; if not, the file holds the consent of each, and a second person approves. */
  asks: boolean;
  changedAt: Date;
  countDouble: number;
  countInvalid: number;
  countKnown: number;
  countNew: number;
  countSuppressed: number;
  createdAt: Date;
  /** Null for the command line. */
  createdBy: string | null;
  endedAt: Date | null;
  fault: string | null;
  faultLine: number | null;
  /** What was found out about the file: its size, lines and encoding. */
  file: Json | null;
  /** HMAC-SHA-256 of its bytes: the same file goes on where it was interrupted. */
  fileMark: Buffer | null;
  id: number;
  keyVersion: number;
  looked: number;
  /** How the file is read: encoding, delimiter, columns by their place. */
  options: Json;
  /** The fingerprint up to which addresses are added. */
  position: Buffer | null;
  /** Who has said how the file is to be read. */
  readBy: string | null;
  /** Up to here the file is read. */
  readLine: number;
  state: import_state;
  undone: number;
}

/** 'FindImport' query type */
export interface IFindImportQuery {
  params: IFindImportParams;
  result: IFindImportResult;
}

const findImportIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":43,"b":46}]}],"statement":"select * from subscriber_import where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * select * from subscriber_import where id = :id!
 * ```
 */
export const findImport = new PreparedQuery<IFindImportParams,IFindImportResult>(findImportIR);


/** 'HoldImport' parameters type */
export interface IHoldImportParams {
  id: number;
}

/** 'HoldImport' return type */
export interface IHoldImportResult {
  added: number;
  approvedBy: string | null;
  /** Whether each address is asked; if not, the file holds the consent of each, and a second person approves. */
  asks: boolean;
  changedAt: Date;
  countDouble: number;
  countInvalid: number;
  countKnown: number;
  countNew: number;
  countSuppressed: number;
  createdAt: Date;
  /** Null for the command line. */
  createdBy: string | null;
  endedAt: Date | null;
  fault: string | null;
  faultLine: number | null;
  /** What was found out about the file: its size, lines and encoding. */
  file: Json | null;
  /** HMAC-SHA-256 of its bytes: the same file goes on where it was interrupted. */
  fileMark: Buffer | null;
  id: number;
  keyVersion: number;
  looked: number;
  /** How the file is read: encoding, delimiter, columns by their place. */
  options: Json;
  /** The fingerprint up to which addresses are added. */
  position: Buffer | null;
  /** Who has said how the file is to be read. */
  readBy: string | null;
  /** Up to here the file is read. */
  readLine: number;
  state: import_state;
  undone: number;
}

/** 'HoldImport' query type */
export interface IHoldImportQuery {
  params: IHoldImportParams;
  result: IHoldImportResult;
}

const holdImportIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":43,"b":46}]}],"statement":"select * from subscriber_import where id = :id! for update"};

/**
 * Query generated from SQL:
 * ```
 * select * from subscriber_import where id = :id! for update
 * ```
 */
export const holdImport = new PreparedQuery<IHoldImportParams,IHoldImportResult>(holdImportIR);


/** 'ListImports' parameters type */
export interface IListImportsParams {
  limit: number;
}

/** 'ListImports' return type */
export interface IListImportsResult {
  added: number;
  approvedBy: string | null;
  /** Whether each address is asked; if not, the file holds the consent of each, and a second person approves. */
  asks: boolean;
  changedAt: Date;
  countDouble: number;
  countInvalid: number;
  countKnown: number;
  countNew: number;
  countSuppressed: number;
  createdAt: Date;
  /** Null for the command line. */
  createdBy: string | null;
  endedAt: Date | null;
  fault: string | null;
  faultLine: number | null;
  /** What was found out about the file: its size, lines and encoding. */
  file: Json | null;
  /** HMAC-SHA-256 of its bytes: the same file goes on where it was interrupted. */
  fileMark: Buffer | null;
  id: number;
  keyVersion: number;
  looked: number;
  /** How the file is read: encoding, delimiter, columns by their place. */
  options: Json;
  /** The fingerprint up to which addresses are added. */
  position: Buffer | null;
  /** Who has said how the file is to be read. */
  readBy: string | null;
  /** Up to here the file is read. */
  readLine: number;
  state: import_state;
  undone: number;
}

/** 'ListImports' query type */
export interface IListImportsQuery {
  params: IListImportsParams;
  result: IListImportsResult;
}

const listImportsIR: any = {"usedParamSet":{"limit":true},"params":[{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":56,"b":62}]}],"statement":"select * from subscriber_import order by id desc limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select * from subscriber_import order by id desc limit (:limit!)::int
 * ```
 */
export const listImports = new PreparedQuery<IListImportsParams,IListImportsResult>(listImportsIR);


/** 'FindInterrupted' parameters type */
export interface IFindInterruptedParams {
  asks: boolean;
  fileMark: Buffer;
  options: string;
}

/** 'FindInterrupted' return type */
export interface IFindInterruptedResult {
  added: number;
  approvedBy: string | null;
  /** Whether each address is asked; if not, the file holds the consent of each, and a second person approves. */
  asks: boolean;
  changedAt: Date;
  countDouble: number;
  countInvalid: number;
  countKnown: number;
  countNew: number;
  countSuppressed: number;
  createdAt: Date;
  /** Null for the command line. */
  createdBy: string | null;
  endedAt: Date | null;
  fault: string | null;
  faultLine: number | null;
  /** What was found out about the file: its size, lines and encoding. */
  file: Json | null;
  /** HMAC-SHA-256 of its bytes: the same file goes on where it was interrupted. */
  fileMark: Buffer | null;
  id: number;
  keyVersion: number;
  looked: number;
  /** How the file is read: encoding, delimiter, columns by their place. */
  options: Json;
  /** The fingerprint up to which addresses are added. */
  position: Buffer | null;
  /** Who has said how the file is to be read. */
  readBy: string | null;
  /** Up to here the file is read. */
  readLine: number;
  state: import_state;
  undone: number;
}

/** 'FindInterrupted' query type */
export interface IFindInterruptedQuery {
  params: IFindInterruptedParams;
  result: IFindInterruptedResult;
}

const findInterruptedIR: any = {"usedParamSet":{"fileMark":true,"options":true,"asks":true},"params":[{"name":"fileMark","required":true,"transform":{"type":"scalar"},"locs":[{"a":50,"b":59}]},{"name":"options","required":true,"transform":{"type":"scalar"},"locs":[{"a":75,"b":83}]},{"name":"asks","required":true,"transform":{"type":"scalar"},"locs":[{"a":109,"b":114}]}],"statement":"select * from subscriber_import\nwhere file_mark = :fileMark! and options = :options!::text::jsonb and asks = :asks! and created_by is null\n  and state in ('reading', 'read', 'submitted', 'running')\norder by id desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * select * from subscriber_import
 * where file_mark = :fileMark! and options = :options!::text::jsonb and asks = :asks! and created_by is null
 *   and state in ('reading', 'read', 'submitted', 'running')
 * order by id desc limit 1
 * ```
 */
export const findInterrupted = new PreparedQuery<IFindInterruptedParams,IFindInterruptedResult>(findInterruptedIR);


/** 'SetImportState' parameters type */
export interface ISetImportStateParams {
  fault?: string | null | void;
  faultLine?: number | null | void;
  from: stringArray;
  id: number;
  now: Date;
  state: import_state;
}

/** 'SetImportState' return type */
export interface ISetImportStateResult {
  id: number;
}

/** 'SetImportState' query type */
export interface ISetImportStateQuery {
  params: ISetImportStateParams;
  result: ISetImportStateResult;
}

const setImportStateIR: any = {"usedParamSet":{"state":true,"now":true,"fault":true,"faultLine":true,"id":true,"from":true},"params":[{"name":"state","required":true,"transform":{"type":"scalar"},"locs":[{"a":37,"b":43},{"a":151,"b":157}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":73,"b":77},{"a":210,"b":214}]},{"name":"fault","required":false,"transform":{"type":"scalar"},"locs":[{"a":88,"b":93}]},{"name":"faultLine","required":false,"transform":{"type":"scalar"},"locs":[{"a":109,"b":118}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":258,"b":261}]},{"name":"from","required":true,"transform":{"type":"scalar"},"locs":[{"a":286,"b":291}]}],"statement":"update subscriber_import\nset state = :state!::import_state, changed_at = :now!, fault = :fault, fault_line = :faultLine::int,\n    ended_at = case when :state!::import_state in ('done', 'undone', 'failed') then :now!::timestamptz else ended_at end\nwhere id = :id! and state::text = any (:from!::text[])\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import
 * set state = :state!::import_state, changed_at = :now!, fault = :fault, fault_line = :faultLine::int,
 *     ended_at = case when :state!::import_state in ('done', 'undone', 'failed') then :now!::timestamptz else ended_at end
 * where id = :id! and state::text = any (:from!::text[])
 * returning id
 * ```
 */
export const setImportState = new PreparedQuery<ISetImportStateParams,ISetImportStateResult>(setImportStateIR);


/** 'SetFile' parameters type */
export interface ISetFileParams {
  file: string;
  fileMark: Buffer;
  id: number;
  now: Date;
}

/** 'SetFile' return type */
export interface ISetFileResult {
  id: number;
}

/** 'SetFile' query type */
export interface ISetFileQuery {
  params: ISetFileParams;
  result: ISetFileResult;
}

const setFileIR: any = {"usedParamSet":{"file":true,"fileMark":true,"now":true,"id":true},"params":[{"name":"file","required":true,"transform":{"type":"scalar"},"locs":[{"a":56,"b":61}]},{"name":"fileMark","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":98}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":114,"b":118}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":131,"b":134}]}],"statement":"update subscriber_import set state = 'uploaded', file = :file!::text::jsonb, file_mark = :fileMark!, changed_at = :now!\nwhere id = :id! and state = 'uploading'\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import set state = 'uploaded', file = :file!::text::jsonb, file_mark = :fileMark!, changed_at = :now!
 * where id = :id! and state = 'uploading'
 * returning id
 * ```
 */
export const setFile = new PreparedQuery<ISetFileParams,ISetFileResult>(setFileIR);


/** 'BeginReading' parameters type */
export interface IBeginReadingParams {
  asks: boolean;
  editor?: string | null | void;
  id: number;
  keyVersion: number;
  now: Date;
  options: string;
}

/** 'BeginReading' return type */
export interface IBeginReadingResult {
  id: number;
}

/** 'BeginReading' query type */
export interface IBeginReadingQuery {
  params: IBeginReadingParams;
  result: IBeginReadingResult;
}

const beginReadingIR: any = {"usedParamSet":{"options":true,"asks":true,"editor":true,"now":true,"keyVersion":true,"id":true},"params":[{"name":"options","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":66}]},{"name":"asks","required":true,"transform":{"type":"scalar"},"locs":[{"a":89,"b":94}]},{"name":"editor","required":false,"transform":{"type":"scalar"},"locs":[{"a":107,"b":113}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":129,"b":133}]},{"name":"keyVersion","required":true,"transform":{"type":"scalar"},"locs":[{"a":169,"b":180}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":321,"b":324}]}],"statement":"update subscriber_import\nset state = 'reading', options = :options!::text::jsonb, asks = :asks!, read_by = :editor, changed_at = :now!, read_line = 0,\n    key_version = :keyVersion!, fault = null, fault_line = null, count_new = 0, count_known = 0, count_invalid = 0,\n    count_double = 0, count_suppressed = 0\nwhere id = :id! and state in ('uploaded', 'read')\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import
 * set state = 'reading', options = :options!::text::jsonb, asks = :asks!, read_by = :editor, changed_at = :now!, read_line = 0,
 *     key_version = :keyVersion!, fault = null, fault_line = null, count_new = 0, count_known = 0, count_invalid = 0,
 *     count_double = 0, count_suppressed = 0
 * where id = :id! and state in ('uploaded', 'read')
 * returning id
 * ```
 */
export const beginReading = new PreparedQuery<IBeginReadingParams,IBeginReadingResult>(beginReadingIR);


/** 'NoteFile' parameters type */
export interface INoteFileParams {
  file: string;
  id: number;
}

/** 'NoteFile' return type */
export type INoteFileResult = void;

/** 'NoteFile' query type */
export interface INoteFileQuery {
  params: INoteFileParams;
  result: INoteFileResult;
}

const noteFileIR: any = {"usedParamSet":{"file":true,"id":true},"params":[{"name":"file","required":true,"transform":{"type":"scalar"},"locs":[{"a":36,"b":41}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":70}]}],"statement":"update subscriber_import set file = :file!::text::jsonb where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import set file = :file!::text::jsonb where id = :id!
 * ```
 */
export const noteFile = new PreparedQuery<INoteFileParams,INoteFileResult>(noteFileIR);


/** 'ApproveImport' parameters type */
export interface IApproveImportParams {
  editor: string;
  id: number;
  now: Date;
}

/** 'ApproveImport' return type */
export interface IApproveImportResult {
  id: number;
}

/** 'ApproveImport' query type */
export interface IApproveImportQuery {
  params: IApproveImportParams;
  result: IApproveImportResult;
}

const approveImportIR: any = {"usedParamSet":{"editor":true,"now":true,"id":true},"params":[{"name":"editor","required":true,"transform":{"type":"scalar"},"locs":[{"a":62,"b":69}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":85,"b":89}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":102,"b":105}]}],"statement":"update subscriber_import set state = 'running', approved_by = :editor!, changed_at = :now!\nwhere id = :id! and state = 'submitted'\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import set state = 'running', approved_by = :editor!, changed_at = :now!
 * where id = :id! and state = 'submitted'
 * returning id
 * ```
 */
export const approveImport = new PreparedQuery<IApproveImportParams,IApproveImportResult>(approveImportIR);


/** 'ClaimLines' parameters type */
export interface IClaimLinesParams {
  before: number;
  id: number;
  line: number;
  now: Date;
}

/** 'ClaimLines' return type */
export interface IClaimLinesResult {
  id: number;
}

/** 'ClaimLines' query type */
export interface IClaimLinesQuery {
  params: IClaimLinesParams;
  result: IClaimLinesResult;
}

const claimLinesIR: any = {"usedParamSet":{"line":true,"now":true,"id":true,"before":true},"params":[{"name":"line","required":true,"transform":{"type":"scalar"},"locs":[{"a":41,"b":46}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":67,"b":71}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":84,"b":87}]},{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":127,"b":134}]}],"statement":"update subscriber_import set read_line = :line!::int, changed_at = :now!\nwhere id = :id! and state = 'reading' and read_line = :before!::int\nreturning id"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import set read_line = :line!::int, changed_at = :now!
 * where id = :id! and state = 'reading' and read_line = :before!::int
 * returning id
 * ```
 */
export const claimLines = new PreparedQuery<IClaimLinesParams,IClaimLinesResult>(claimLinesIR);


/** 'StageRows' parameters type */
export interface IStageRowsParams {
  block: Buffer;
  consentedAt: numberArray;
  import: number;
  kinds: import_kindArray;
  lines: numberArray;
  places: numberArray;
  sizes: numberArray;
  sources: numberArray;
  wordings: numberArray;
}

/** 'StageRows' return type */
export interface IStageRowsResult {
  double: number;
  known: number;
  new: number;
  suppressed: number;
}

/** 'StageRows' query type */
export interface IStageRowsQuery {
  params: IStageRowsParams;
  result: IStageRowsResult;
}

const stageRowsIR: any = {"usedParamSet":{"block":true,"places":true,"sizes":true,"lines":true,"kinds":true,"consentedAt":true,"wordings":true,"sources":true,"import":true},"params":[{"name":"block","required":true,"transform":{"type":"scalar"},"locs":[{"a":55,"b":61},{"a":133,"b":139},{"a":209,"b":215}]},{"name":"places","required":true,"transform":{"type":"scalar"},"locs":[{"a":451,"b":458}]},{"name":"sizes","required":true,"transform":{"type":"scalar"},"locs":[{"a":468,"b":474}]},{"name":"lines","required":true,"transform":{"type":"scalar"},"locs":[{"a":484,"b":490}]},{"name":"kinds","required":true,"transform":{"type":"scalar"},"locs":[{"a":500,"b":506}]},{"name":"consentedAt","required":true,"transform":{"type":"scalar"},"locs":[{"a":524,"b":536}]},{"name":"wordings","required":true,"transform":{"type":"scalar"},"locs":[{"a":553,"b":562}]},{"name":"sources","required":true,"transform":{"type":"scalar"},"locs":[{"a":572,"b":580}]},{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":791,"b":798},{"a":1177,"b":1184}]}],"statement":"with given as materialized (\n  select encode(substring(:block!::bytea from place + 1 for 16), 'hex')::uuid as id,\n         substring(:block!::bytea from place + 17 for 32) as address_index,\n         substring(:block!::bytea from place + 49 for size) as address_sealed,\n         line, kind, case when consented > 0 then to_timestamp(consented) end as consented_at,\n         nullif(wording, 0) as wording, nullif(source, 0) as source\n  from unnest(\n    :places!::int[], :sizes!::int[], :lines!::int[], :kinds!::import_kind[], :consentedAt!::float8[],\n    :wordings!::int[], :sources!::int[]\n  ) as g (place, size, line, kind, consented, wording, source)\n), stored as (\n  insert into import_row (import_id, address_index, id, address_sealed, kind, line, consented_at, wording, source)\n  select :import!::int, address_index, id, address_sealed, kind, line, consented_at, wording, source from given\n  order by line\n  on conflict do nothing\n  returning line\n), judged as materialized (\n  select line, case when s.line is null then 'double' else kind end as kind from given left join stored s using (line)\n), refused as (\n  insert into import_refusal (import_id, line, kind)\n  select :import!::int, line, kind from judged where kind <> 'new'\n)\nselect count(*) filter (where kind = 'new')::int as \"new!\", count(*) filter (where kind = 'known')::int as \"known!\",\n       count(*) filter (where kind = 'double')::int as \"double!\",\n       count(*) filter (where kind = 'suppressed')::int as \"suppressed!\"\nfrom judged"};

/**
 * Query generated from SQL:
 * ```
 * with given as materialized (
 *   select encode(substring(:block!::bytea from place + 1 for 16), 'hex')::uuid as id,
 *          substring(:block!::bytea from place + 17 for 32) as address_index,
 *          substring(:block!::bytea from place + 49 for size) as address_sealed,
 *          line, kind, case when consented > 0 then to_timestamp(consented) end as consented_at,
 *          nullif(wording, 0) as wording, nullif(source, 0) as source
 *   from unnest(
 *     :places!::int[], :sizes!::int[], :lines!::int[], :kinds!::import_kind[], :consentedAt!::float8[],
 *     :wordings!::int[], :sources!::int[]
 *   ) as g (place, size, line, kind, consented, wording, source)
 * ), stored as (
 *   insert into import_row (import_id, address_index, id, address_sealed, kind, line, consented_at, wording, source)
 *   select :import!::int, address_index, id, address_sealed, kind, line, consented_at, wording, source from given
 *   order by line
 *   on conflict do nothing
 *   returning line
 * ), judged as materialized (
 *   select line, case when s.line is null then 'double' else kind end as kind from given left join stored s using (line)
 * ), refused as (
 *   insert into import_refusal (import_id, line, kind)
 *   select :import!::int, line, kind from judged where kind <> 'new'
 * )
 * select count(*) filter (where kind = 'new')::int as "new!", count(*) filter (where kind = 'known')::int as "known!",
 *        count(*) filter (where kind = 'double')::int as "double!",
 *        count(*) filter (where kind = 'suppressed')::int as "suppressed!"
 * from judged
 * ```
 */
export const stageRows = new PreparedQuery<IStageRowsParams,IStageRowsResult>(stageRowsIR);


/** 'StageInvalid' parameters type */
export interface IStageInvalidParams {
  faults: stringArray;
  import: number;
  lines: numberArray;
}

/** 'StageInvalid' return type */
export type IStageInvalidResult = void;

/** 'StageInvalid' query type */
export interface IStageInvalidQuery {
  params: IStageInvalidParams;
  result: IStageInvalidResult;
}

const stageInvalidIR: any = {"usedParamSet":{"import":true,"lines":true,"faults":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":65,"b":72}]},{"name":"lines","required":true,"transform":{"type":"scalar"},"locs":[{"a":115,"b":121}]},{"name":"faults","required":true,"transform":{"type":"scalar"},"locs":[{"a":131,"b":138}]}],"statement":"insert into import_refusal (import_id, line, kind, fault)\nselect :import!::int, line, 'invalid', fault from unnest(:lines!::int[], :faults!::text[]) as g (line, fault)"};

/**
 * Query generated from SQL:
 * ```
 * insert into import_refusal (import_id, line, kind, fault)
 * select :import!::int, line, 'invalid', fault from unnest(:lines!::int[], :faults!::text[]) as g (line, fault)
 * ```
 */
export const stageInvalid = new PreparedQuery<IStageInvalidParams,IStageInvalidResult>(stageInvalidIR);


/** 'StageText' parameters type */
export interface IStageTextParams {
  import: number;
  kinds: stringArray;
  numbers: numberArray;
  texts: stringArray;
}

/** 'StageText' return type */
export type IStageTextResult = void;

/** 'StageText' query type */
export interface IStageTextQuery {
  params: IStageTextParams;
  result: IStageTextResult;
}

const stageTextIR: any = {"usedParamSet":{"import":true,"kinds":true,"numbers":true,"texts":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":63,"b":70}]},{"name":"kinds","required":true,"transform":{"type":"scalar"},"locs":[{"a":109,"b":115}]},{"name":"numbers","required":true,"transform":{"type":"scalar"},"locs":[{"a":126,"b":134}]},{"name":"texts","required":true,"transform":{"type":"scalar"},"locs":[{"a":144,"b":150}]}],"statement":"insert into import_text (import_id, kind, number, text)\nselect :import!::int, kind, number, text from unnest(:kinds!::text[], :numbers!::int[], :texts!::text[]) as g (kind, number, text)"};

/**
 * Query generated from SQL:
 * ```
 * insert into import_text (import_id, kind, number, text)
 * select :import!::int, kind, number, text from unnest(:kinds!::text[], :numbers!::int[], :texts!::text[]) as g (kind, number, text)
 * ```
 */
export const stageText = new PreparedQuery<IStageTextParams,IStageTextResult>(stageTextIR);


/** 'FindTexts' parameters type */
export interface IFindTextsParams {
  import: number;
}

/** 'FindTexts' return type */
export interface IFindTextsResult {
  kind: string;
  number: number;
  text: string;
}

/** 'FindTexts' query type */
export interface IFindTextsQuery {
  params: IFindTextsParams;
  result: IFindTextsResult;
}

const findTextsIR: any = {"usedParamSet":{"import":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":68}]}],"statement":"select kind, number, text from import_text where import_id = :import! order by kind, number"};

/**
 * Query generated from SQL:
 * ```
 * select kind, number, text from import_text where import_id = :import! order by kind, number
 * ```
 */
export const findTexts = new PreparedQuery<IFindTextsParams,IFindTextsResult>(findTextsIR);


/** 'AddCounts' parameters type */
export interface IAddCountsParams {
  double: number;
  id: number;
  invalid: number;
  known: number;
  new: number;
  suppressed: number;
}

/** 'AddCounts' return type */
export type IAddCountsResult = void;

/** 'AddCounts' query type */
export interface IAddCountsQuery {
  params: IAddCountsParams;
  result: IAddCountsResult;
}

const addCountsIR: any = {"usedParamSet":{"new":true,"known":true,"double":true,"suppressed":true,"invalid":true,"id":true},"params":[{"name":"new","required":true,"transform":{"type":"scalar"},"locs":[{"a":53,"b":57}]},{"name":"known","required":true,"transform":{"type":"scalar"},"locs":[{"a":93,"b":99}]},{"name":"double","required":true,"transform":{"type":"scalar"},"locs":[{"a":141,"b":148}]},{"name":"suppressed","required":true,"transform":{"type":"scalar"},"locs":[{"a":194,"b":205}]},{"name":"invalid","required":true,"transform":{"type":"scalar"},"locs":[{"a":249,"b":257}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":275,"b":278}]}],"statement":"update subscriber_import\nset count_new = count_new + :new!::int, count_known = count_known + :known!::int,\n    count_double = count_double + :double!::int, count_suppressed = count_suppressed + :suppressed!::int,\n    count_invalid = count_invalid + :invalid!::int\nwhere id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import
 * set count_new = count_new + :new!::int, count_known = count_known + :known!::int,
 *     count_double = count_double + :double!::int, count_suppressed = count_suppressed + :suppressed!::int,
 *     count_invalid = count_invalid + :invalid!::int
 * where id = :id!
 * ```
 */
export const addCounts = new PreparedQuery<IAddCountsParams,IAddCountsResult>(addCountsIR);


/** 'MovePosition' parameters type */
export interface IMovePositionParams {
  added: number;
  id: number;
  looked: number;
  now: Date;
  position?: Buffer | null | void;
}

/** 'MovePosition' return type */
export type IMovePositionResult = void;

/** 'MovePosition' query type */
export interface IMovePositionQuery {
  params: IMovePositionParams;
  result: IMovePositionResult;
}

const movePositionIR: any = {"usedParamSet":{"position":true,"looked":true,"added":true,"now":true,"id":true},"params":[{"name":"position","required":false,"transform":{"type":"scalar"},"locs":[{"a":40,"b":48}]},{"name":"looked","required":true,"transform":{"type":"scalar"},"locs":[{"a":69,"b":76}]},{"name":"added","required":true,"transform":{"type":"scalar"},"locs":[{"a":100,"b":106}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":127,"b":131}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":144,"b":147}]}],"statement":"update subscriber_import\nset position = :position, looked = looked + :looked!::int, added = added + :added!::int, changed_at = :now!\nwhere id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import
 * set position = :position, looked = looked + :looked!::int, added = added + :added!::int, changed_at = :now!
 * where id = :id!
 * ```
 */
export const movePosition = new PreparedQuery<IMovePositionParams,IMovePositionResult>(movePositionIR);


/** 'AddUndone' parameters type */
export interface IAddUndoneParams {
  count: number;
  id: number;
  now: Date;
}

/** 'AddUndone' return type */
export type IAddUndoneResult = void;

/** 'AddUndone' query type */
export interface IAddUndoneQuery {
  params: IAddUndoneParams;
  result: IAddUndoneResult;
}

const addUndoneIR: any = {"usedParamSet":{"count":true,"now":true,"id":true},"params":[{"name":"count","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":53}]},{"name":"now","required":true,"transform":{"type":"scalar"},"locs":[{"a":74,"b":78}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":91,"b":94}]}],"statement":"update subscriber_import set undone = undone + :count!::int, changed_at = :now! where id = :id!"};

/**
 * Query generated from SQL:
 * ```
 * update subscriber_import set undone = undone + :count!::int, changed_at = :now! where id = :id!
 * ```
 */
export const addUndone = new PreparedQuery<IAddUndoneParams,IAddUndoneResult>(addUndoneIR);


/** 'FindFirstLines' parameters type */
export interface IFindFirstLinesParams {
  import: number;
  limit: number;
}

/** 'FindFirstLines' return type */
export interface IFindFirstLinesResult {
  count: number;
  fault: string | null;
  kind: import_kind;
  lines: numberArray;
}

/** 'FindFirstLines' query type */
export interface IFindFirstLinesQuery {
  params: IFindFirstLinesParams;
  result: IFindFirstLinesResult;
}

const findFirstLinesIR: any = {"usedParamSet":{"import":true,"limit":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":96,"b":103},{"a":317,"b":324}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":189,"b":195}]}],"statement":"select kind as \"kind!\", fault, array(\n  select line from import_refusal f\n  where f.import_id = :import! and f.kind = k.kind and f.fault is not distinct from k.fault\n  order by line limit (:limit!)::int\n) as \"lines!\", count as \"count!\"\nfrom (\n  select kind, fault, count(*)::int from import_refusal where import_id = :import! group by kind, fault\n) as k (kind, fault, count)\norder by kind, count desc, fault"};

/**
 * Query generated from SQL:
 * ```
 * select kind as "kind!", fault, array(
 *   select line from import_refusal f
 *   where f.import_id = :import! and f.kind = k.kind and f.fault is not distinct from k.fault
 *   order by line limit (:limit!)::int
 * ) as "lines!", count as "count!"
 * from (
 *   select kind, fault, count(*)::int from import_refusal where import_id = :import! group by kind, fault
 * ) as k (kind, fault, count)
 * order by kind, count desc, fault
 * ```
 */
export const findFirstLines = new PreparedQuery<IFindFirstLinesParams,IFindFirstLinesResult>(findFirstLinesIR);


/** 'FindRefusals' parameters type */
export interface IFindRefusalsParams {
  after: number;
  import: number;
  limit: number;
}

/** 'FindRefusals' return type */
export interface IFindRefusalsResult {
  fault: string | null;
  kind: import_kind;
  line: number;
}

/** 'FindRefusals' query type */
export interface IFindRefusalsQuery {
  params: IFindRefusalsParams;
  result: IFindRefusalsResult;
}

const findRefusalsIR: any = {"usedParamSet":{"import":true,"after":true,"limit":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":63,"b":70}]},{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":83,"b":89}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":117,"b":123}]}],"statement":"select line, kind, fault from import_refusal\nwhere import_id = :import! and line > :after!::int order by line limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select line, kind, fault from import_refusal
 * where import_id = :import! and line > :after!::int order by line limit (:limit!)::int
 * ```
 */
export const findRefusals = new PreparedQuery<IFindRefusalsParams,IFindRefusalsResult>(findRefusalsIR);


/** 'StoreChunk' parameters type */
export interface IStoreChunkParams {
  import: number;
  number: number;
  sealed: Buffer;
}

/** 'StoreChunk' return type */
export type IStoreChunkResult = void;

/** 'StoreChunk' query type */
export interface IStoreChunkQuery {
  params: IStoreChunkParams;
  result: IStoreChunkResult;
}

const storeChunkIR: any = {"usedParamSet":{"import":true,"number":true,"sealed":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":61,"b":68}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":71,"b":78}]},{"name":"sealed","required":true,"transform":{"type":"scalar"},"locs":[{"a":81,"b":88}]}],"statement":"insert into import_chunk (import_id, number, sealed) values (:import!, :number!, :sealed!)"};

/**
 * Query generated from SQL:
 * ```
 * insert into import_chunk (import_id, number, sealed) values (:import!, :number!, :sealed!)
 * ```
 */
export const storeChunk = new PreparedQuery<IStoreChunkParams,IStoreChunkResult>(storeChunkIR);


/** 'FindChunk' parameters type */
export interface IFindChunkParams {
  import: number;
  number: number;
}

/** 'FindChunk' return type */
export interface IFindChunkResult {
  sealed: Buffer;
}

/** 'FindChunk' query type */
export interface IFindChunkQuery {
  params: IFindChunkParams;
  result: IFindChunkResult;
}

const findChunkIR: any = {"usedParamSet":{"import":true,"number":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":50,"b":57}]},{"name":"number","required":true,"transform":{"type":"scalar"},"locs":[{"a":72,"b":79}]}],"statement":"select sealed from import_chunk where import_id = :import! and number = :number!"};

/**
 * Query generated from SQL:
 * ```
 * select sealed from import_chunk where import_id = :import! and number = :number!
 * ```
 */
export const findChunk = new PreparedQuery<IFindChunkParams,IFindChunkResult>(findChunkIR);


/** 'EmptyRows' parameters type */
export interface IEmptyRowsParams {
  import: number;
}

/** 'EmptyRows' return type */
export interface IEmptyRowsResult {
  emptied: boolean;
}

/** 'EmptyRows' query type */
export interface IEmptyRowsQuery {
  params: IEmptyRowsParams;
  result: IEmptyRowsResult;
}

const emptyRowsIR: any = {"usedParamSet":{"import":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":25,"b":32}]}],"statement":"select empty_import_rows(:import!) as \"emptied!\""};

/**
 * Query generated from SQL:
 * ```
 * select empty_import_rows(:import!) as "emptied!"
 * ```
 */
export const emptyRows = new PreparedQuery<IEmptyRowsParams,IEmptyRowsResult>(emptyRowsIR);


/** 'EraseRows' parameters type */
export interface IEraseRowsParams {
  after: Buffer;
  import: number;
  limit: number;
}

/** 'EraseRows' return type */
export interface IEraseRowsResult {
  last: Buffer;
}

/** 'EraseRows' query type */
export interface IEraseRowsQuery {
  params: IEraseRowsParams;
  result: IEraseRowsResult;
}

const eraseRowsIR: any = {"usedParamSet":{"import":true,"after":true,"limit":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":58,"b":65},{"a":162,"b":169}]},{"name":"after","required":true,"transform":{"type":"scalar"},"locs":[{"a":191,"b":197}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":240,"b":246}]}],"statement":"with gone as (\n  delete from import_row where import_id = :import! and address_index = any (array(\n    select address_index from import_row\n    where import_id = :import! and address_index > :after!::bytea\n    order by address_index limit (:limit!)::int\n  )) returning address_index\n)\nselect address_index as \"last!\" from gone order by address_index desc limit 1"};

/**
 * Query generated from SQL:
 * ```
 * with gone as (
 *   delete from import_row where import_id = :import! and address_index = any (array(
 *     select address_index from import_row
 *     where import_id = :import! and address_index > :after!::bytea
 *     order by address_index limit (:limit!)::int
 *   )) returning address_index
 * )
 * select address_index as "last!" from gone order by address_index desc limit 1
 * ```
 */
export const eraseRows = new PreparedQuery<IEraseRowsParams,IEraseRowsResult>(eraseRowsIR);


/** 'EraseStaged' parameters type */
export interface IEraseStagedParams {
  file: boolean;
  import: number;
}

/** 'EraseStaged' return type */
export type IEraseStagedResult = void;

/** 'EraseStaged' query type */
export interface IEraseStagedQuery {
  params: IEraseStagedParams;
  result: IEraseStagedResult;
}

const eraseStagedIR: any = {"usedParamSet":{"import":true,"file":true},"params":[{"name":"import","required":true,"transform":{"type":"scalar"},"locs":[{"a":66,"b":73},{"a":133,"b":140},{"a":187,"b":194}]},{"name":"file","required":true,"transform":{"type":"scalar"},"locs":[{"a":200,"b":205}]}],"statement":"with refusals as (\n  delete from import_refusal where import_id = :import!\n), texts as (\n  delete from import_text where import_id = :import!\n)\ndelete from import_chunk where import_id = :import! and :file!::bool"};

/**
 * Query generated from SQL:
 * ```
 * with refusals as (
 *   delete from import_refusal where import_id = :import!
 * ), texts as (
 *   delete from import_text where import_id = :import!
 * )
 * delete from import_chunk where import_id = :import! and :file!::bool
 * ```
 */
export const eraseStaged = new PreparedQuery<IEraseStagedParams,IEraseStagedResult>(eraseStagedIR);


/** 'EraseImport' parameters type */
export interface IEraseImportParams {
  id: number;
}

/** 'EraseImport' return type */
export type IEraseImportResult = void;

/** 'EraseImport' query type */
export interface IEraseImportQuery {
  params: IEraseImportParams;
  result: IEraseImportResult;
}

const eraseImportIR: any = {"usedParamSet":{"id":true},"params":[{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":41,"b":44}]}],"statement":"delete from subscriber_import where id = :id! and added = 0"};

/**
 * Query generated from SQL:
 * ```
 * delete from subscriber_import where id = :id! and added = 0
 * ```
 */
export const eraseImport = new PreparedQuery<IEraseImportParams,IEraseImportResult>(eraseImportIR);


/** 'EnqueueImport' parameters type */
export interface IEnqueueImportParams {
  id: number;
  job: string;
}

/** 'EnqueueImport' return type */
export interface IEnqueueImportResult {
  enqueued: boolean | null;
}

/** 'EnqueueImport' query type */
export interface IEnqueueImportQuery {
  params: IEnqueueImportParams;
  result: IEnqueueImportResult;
}

const enqueueImportIR: any = {"usedParamSet":{"job":true,"id":true},"params":[{"name":"job","required":true,"transform":{"type":"scalar"},"locs":[{"a":34,"b":38},{"a":94,"b":98}]},{"name":"id","required":true,"transform":{"type":"scalar"},"locs":[{"a":71,"b":74},{"a":110,"b":113}]}],"statement":"select graphile_worker.add_job(\n  :job!, json_build_object('importId', :id!::int), job_key := :job! || ':' || :id!::int\n) is not null as enqueued"};

/**
 * Query generated from SQL:
 * ```
 * select graphile_worker.add_job(
 *   :job!, json_build_object('importId', :id!::int), job_key := :job! || ':' || :id!::int
 * ) is not null as enqueued
 * ```
 */
export const enqueueImport = new PreparedQuery<IEnqueueImportParams,IEnqueueImportResult>(enqueueImportIR);


/** 'FindStale' parameters type */
export interface IFindStaleParams {
  before: Date;
}

/** 'FindStale' return type */
export interface IFindStaleResult {
  id: number;
}

/** 'FindStale' query type */
export interface IFindStaleQuery {
  params: IFindStaleParams;
  result: IFindStaleResult;
}

const findStaleIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":54,"b":61}]}],"statement":"select id from subscriber_import i\nwhere changed_at < :before! and (\n  state in ('running', 'undoing') or (state = 'reading' and exists (select from import_chunk where import_id = i.id))\n)"};

/**
 * Query generated from SQL:
 * ```
 * select id from subscriber_import i
 * where changed_at < :before! and (
 *   state in ('running', 'undoing') or (state = 'reading' and exists (select from import_chunk where import_id = i.id))
 * )
 * ```
 */
export const findStale = new PreparedQuery<IFindStaleParams,IFindStaleResult>(findStaleIR);


/** 'FindForgotten' parameters type */
export interface IFindForgottenParams {
  before: Date;
  uploadBefore: Date;
}

/** 'FindForgotten' return type */
export interface IFindForgottenResult {
  id: number;
  state: import_state;
}

/** 'FindForgotten' query type */
export interface IFindForgottenQuery {
  params: IFindForgottenParams;
  result: IFindForgottenResult;
}

const findForgottenIR: any = {"usedParamSet":{"before":true,"uploadBefore":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":118,"b":125}]},{"name":"uploadBefore","required":true,"transform":{"type":"scalar"},"locs":[{"a":172,"b":185}]}],"statement":"select id, state from subscriber_import\nwhere (state in ('uploaded', 'read', 'submitted', 'reading') and changed_at < :before!)\n   or (state = 'uploading' and changed_at < :uploadBefore!)"};

/**
 * Query generated from SQL:
 * ```
 * select id, state from subscriber_import
 * where (state in ('uploaded', 'read', 'submitted', 'reading') and changed_at < :before!)
 *    or (state = 'uploading' and changed_at < :uploadBefore!)
 * ```
 */
export const findForgotten = new PreparedQuery<IFindForgottenParams,IFindForgottenResult>(findForgottenIR);


/** 'FindErasable' parameters type */
export interface IFindErasableParams {
  before: Date;
}

/** 'FindErasable' return type */
export interface IFindErasableResult {
  id: number;
}

/** 'FindErasable' query type */
export interface IFindErasableQuery {
  params: IFindErasableParams;
  result: IFindErasableResult;
}

const findErasableIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":52,"b":59}]}],"statement":"select id from subscriber_import i\nwhere ended_at < :before! and (\n  exists (select from import_chunk where import_id = i.id) or exists (select from import_refusal where import_id = i.id)\n)"};

/**
 * Query generated from SQL:
 * ```
 * select id from subscriber_import i
 * where ended_at < :before! and (
 *   exists (select from import_chunk where import_id = i.id) or exists (select from import_refusal where import_id = i.id)
 * )
 * ```
 */
export const findErasable = new PreparedQuery<IFindErasableParams,IFindErasableResult>(findErasableIR);


/** 'EraseReports' parameters type */
export interface IEraseReportsParams {
  before: Date;
}

/** 'EraseReports' return type */
export type IEraseReportsResult = void;

/** 'EraseReports' query type */
export interface IEraseReportsQuery {
  params: IEraseReportsParams;
  result: IEraseReportsResult;
}

const eraseReportsIR: any = {"usedParamSet":{"before":true},"params":[{"name":"before","required":true,"transform":{"type":"scalar"},"locs":[{"a":47,"b":54}]}],"statement":"delete from subscriber_import where ended_at < :before!"};

/**
 * Query generated from SQL:
 * ```
 * delete from subscriber_import where ended_at < :before!
 * ```
 */
export const eraseReports = new PreparedQuery<IEraseReportsParams,IEraseReportsResult>(eraseReportsIR);


/** 'ListImportKeys' parameters type */
export type IListImportKeysParams = void;

/** 'ListImportKeys' return type */
export interface IListImportKeysResult {
  version: number;
}

/** 'ListImportKeys' query type */
export interface IListImportKeysQuery {
  params: IListImportKeysParams;
  result: IListImportKeysResult;
}

const listImportKeysIR: any = {"usedParamSet":{},"params":[],"statement":"select get_byte(address_sealed, 0) as \"version!\" from import_row group by 1\nunion\nselect get_byte(substring(sealed for 1), 0) from import_chunk"};

/**
 * Query generated from SQL:
 * ```
 * select get_byte(address_sealed, 0) as "version!" from import_row group by 1
 * union
 * select get_byte(substring(sealed for 1), 0) from import_chunk
 * ```
 */
export const listImportKeys = new PreparedQuery<IListImportKeysParams,IListImportKeysResult>(listImportKeysIR);


/** 'CountRowsByKeyVersion' parameters type */
export type ICountRowsByKeyVersionParams = void;

/** 'CountRowsByKeyVersion' return type */
export interface ICountRowsByKeyVersionResult {
  count: number;
  version: number;
}

/** 'CountRowsByKeyVersion' query type */
export interface ICountRowsByKeyVersionQuery {
  params: ICountRowsByKeyVersionParams;
  result: ICountRowsByKeyVersionResult;
}

const countRowsByKeyVersionIR: any = {"usedParamSet":{},"params":[],"statement":"select get_byte(address_sealed, 0) as \"version!\", count(*)::int as \"count!\" from import_row group by 1 order by 1"};

/**
 * Query generated from SQL:
 * ```
 * select get_byte(address_sealed, 0) as "version!", count(*)::int as "count!" from import_row group by 1 order by 1
 * ```
 */
export const countRowsByKeyVersion = new PreparedQuery<ICountRowsByKeyVersionParams,ICountRowsByKeyVersionResult>(countRowsByKeyVersionIR);


/** 'FindRowsSealedWith' parameters type */
export interface IFindRowsSealedWithParams {
  limit: number;
  version: number;
}

/** 'FindRowsSealedWith' return type */
export interface IFindRowsSealedWithResult {
  addressSealed: Buffer;
  id: string;
}

/** 'FindRowsSealedWith' query type */
export interface IFindRowsSealedWithQuery {
  params: IFindRowsSealedWithParams;
  result: IFindRowsSealedWithResult;
}

const findRowsSealedWithIR: any = {"usedParamSet":{"version":true,"limit":true},"params":[{"name":"version","required":true,"transform":{"type":"scalar"},"locs":[{"a":78,"b":86}]},{"name":"limit","required":true,"transform":{"type":"scalar"},"locs":[{"a":95,"b":101}]}],"statement":"select id, address_sealed from import_row where get_byte(address_sealed, 0) = :version! limit (:limit!)::int"};

/**
 * Query generated from SQL:
 * ```
 * select id, address_sealed from import_row where get_byte(address_sealed, 0) = :version! limit (:limit!)::int
 * ```
 */
export const findRowsSealedWith = new PreparedQuery<IFindRowsSealedWithParams,IFindRowsSealedWithResult>(findRowsSealedWithIR);


/** 'FindListed' parameters type */
export interface IFindListedParams {
  indexes: BufferArray;
}

/** 'FindListed' return type */
export interface IFindListedResult {
  id: number;
}

/** 'FindListed' query type */
export interface IFindListedQuery {
  params: IFindListedParams;
  result: IFindListedResult;
}

const findListedIR: any = {"usedParamSet":{"indexes":true},"params":[{"name":"indexes","required":true,"transform":{"type":"scalar"},"locs":[{"a":128,"b":136}]}],"statement":"select i.id from subscriber_import i\nwhere exists (select from import_row r where r.import_id = i.id and r.address_index = any (:indexes!::bytea[]))\norder by i.id"};

/**
 * Query generated from SQL:
 * ```
 * select i.id from subscriber_import i
 * where exists (select from import_row r where r.import_id = i.id and r.address_index = any (:indexes!::bytea[]))
 * order by i.id
 * ```
 */
export const findListed = new PreparedQuery<IFindListedParams,IFindListedResult>(findListedIR);
